// Small improvements on pages that work without them.

// On wide screens the navigation stands open.
for (const fold of document.querySelectorAll("[data-unfold]")) {
    const wide = matchMedia("(min-width: 56.01rem)");
    const follow = () => { fold.open = wide.matches; };
    wide.addEventListener("change", follow);
    follow();
}

// On paper nothing can be opened: tables are printed open, and closed again afterwards.
let opened = [];
addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open]):has(table)")];
    for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
});

// A menu closes when one looks elsewhere.
document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.account[open]")) {
        if (!menu.contains(event.target)) menu.open = false;
    }
});
document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.account[open]")) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});

// Filters act as one types: the answer's part with the same id takes the place of this page's.
for (const form of document.querySelectorAll("form[data-live]")) {
    const target = form.dataset.live;
    // Says what was found to those who hear the page: a part that is swapped in is not read out.
    const status = document.createElement("p");
    status.className = "unseen";
    status.setAttribute("role", "status");
    form.after(status);
    let waiting;
    let running;
    const ask = async () => {
        running?.abort();
        running = new AbortController();
        const query = new URLSearchParams();
        for (const [name, value] of new FormData(form)) if (value !== "") query.append(name, value);
        const address = `${form.getAttribute("action")}?${query}`;
        try {
            const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
            if (!answer.ok || answer.redirected) return location.assign(address);
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const part = page.getElementById(target);
            if (part) document.getElementById(target).replaceWith(part);
            status.textContent = part?.dataset.status ?? "";
            history.replaceState(null, "", address);
        } catch (error) {
            if (error.name !== "AbortError") form.submit();
        }
    };
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); ask(); });
}

// Long work: each event carries the markup that stands for it.
for (const place of document.querySelectorAll("[data-job]")) {
    const events = new EventSource(place.dataset.job);
    events.addEventListener("progress", (event) => { place.innerHTML = event.data; });
    events.addEventListener("end", (event) => { place.innerHTML = event.data; events.close(); });
}

// Copy buttons, with the outcome in words.
for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
        const source = document.getElementById(button.dataset.copy);
        await navigator.clipboard.writeText(source.value ?? source.textContent);
        const label = button.textContent;
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = label; }, 2000);
    });
}

// A question before what cannot be taken back.
document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
    if (question && !confirm(question)) event.preventDefault();
});

// A second press while the first is under way is the same press: a test message, a reminder, a post goes out once.
// What answers with a file leaves the page as it is, so after a while the button works again.
const SAME_PRESS = 20_000;
const pressed = new WeakMap();
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches('[method="post"]')) return;
    if (Date.now() - (pressed.get(form) ?? 0) < SAME_PRESS) return event.preventDefault();
    pressed.set(form, Date.now());
    typed.delete(form);
});
addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) pressed.delete(form);
});

// What somebody wrote in a field for long text is not lost by leaving the page unasked.
const typed = new Set();
document.addEventListener("input", (event) => {
    const { form } = event.target;
    // The session form keeps a draft of its own.
    if (!form?.matches('[method="post"]:not(#session-form)')) return;
    pressed.delete(form);
    if (form.querySelector("textarea")) typed.add(form);
});
addEventListener("beforeunload", (event) => {
    if ([...typed].some((form) => form.isConnected)) event.preventDefault();
});
