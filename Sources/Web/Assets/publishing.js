// Writing posts, ticking many of them, following one that is being sent; the pages work without.

// One press ticks every box of a name, the next takes the ticks away.
for (const button of document.querySelectorAll("button[data-tick]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
        const boxes = [...button.form.querySelectorAll(`input[type="checkbox"][name="${button.dataset.tick}"]`)];
        const all = boxes.every((box) => box.checked);
        for (const box of boxes) box.checked = !all;
    });
}

const count = (number) => number.toLocaleString(document.documentElement.lang === "vi" ? "vi-VN" : "en-GB");

// The length as networks count it: UTF-16 units, which is what a script counts in.
const meters = [...document.querySelectorAll("[data-length-of]")];
function measure() {
    for (const meter of meters) {
        const field = document.getElementById(meter.dataset.lengthOf);
        const { length } = field.value.replace(/\r\n/g, "\n").trim();
        const maximum = Number(meter.dataset.maximum) || 0;
        meter.hidden = length === 0;
        meter.textContent = maximum ? `${count(length)} / ${count(maximum)}` : count(length);
        meter.classList.toggle("meter-over", maximum > 0 && length > maximum);
    }
}

// How a post comes out, shown beside the fields while they are filled in.
for (const form of document.querySelectorAll("form[data-preview]")) {
    const place = document.getElementById("preview");
    for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true;
    let waiting;
    let running;
    const take = () => {
        const shown = place.querySelector("[data-preview-maximum]");
        for (const meter of meters) meter.dataset.maximum = shown?.dataset.previewMaximum ?? "";
        measure();
        const button = place.querySelector("button[data-take-preview]");
        const text = place.querySelector("[data-preview-text]");
        if (!button || !text) return;
        const field = document.getElementById(button.dataset.takePreview);
        button.hidden = field.value.trim() !== "" || text.value.trim() === "";
        button.addEventListener("click", () => {
            field.value = text.value;
            field.focus();
            ask();
        });
    };
    const ask = async () => {
        running?.abort();
        running = new AbortController();
        try {
            const answer = await fetch(form.dataset.preview, {
                method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.signal,
            });
            if (!answer.ok || answer.redirected) return;
            place.innerHTML = await answer.text();
            take();
        } catch (error) {
            if (error.name !== "AbortError") throw error;
        }
    };
    form.addEventListener("input", () => { measure(); clearTimeout(waiting); waiting = setTimeout(ask, 250); });
    take();
    if (form.querySelector("[name=channel]")?.value) ask();
}

// Materials of the library as one types.
const materials = document.getElementById("materials");
const material = document.getElementById("f-material");
if (materials && material) {
    material.setAttribute("list", "materials");
    let waiting;
    const search = async () => {
        const query = new URLSearchParams({ q: material.value, channel: document.getElementById("f-channel").value });
        const answer = await fetch(`/posts/materials?${query}`);
        if (answer.ok) materials.innerHTML = await answer.text();
    };
    material.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
    material.addEventListener("focus", search, { once: true });
}

// The state of a post that is being sent, until it is settled.
async function follow(place) {
    const answer = await fetch(place.dataset.follow);
    if (!answer.ok || answer.redirected) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".standing");
    if (!part) return;
    place.replaceWith(part);
    if (part.dataset.follow) setTimeout(follow, 5000, part);
    else location.reload();
}
for (const place of document.querySelectorAll("[data-follow]")) setTimeout(follow, 5000, place);

measure();
