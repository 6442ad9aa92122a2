// The library's pages: the check as one types, ticking all, printing.

for (const editor of document.querySelectorAll("[data-check]")) {
    const form = editor.querySelector("form");
    const place = document.getElementById("check");
    let waiting;
    let running;
    const ask = async () => {
        running?.abort();
        running = new AbortController();
        const typed = new URLSearchParams();
        for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.append(name, value);
        try {
            const answer = await fetch(editor.dataset.check, {
                method: "POST", body: typed, signal: running.signal,
                headers: { "X-CSRF-Token": form.elements.csrf.value },
            });
            if (answer.ok && !answer.redirected) place.innerHTML = await answer.text();
        } catch (error) {
            // The check is asked for again with the next letter, and once more when the form is saved.
            if (error.name !== "AbortError") place.dataset.stale = "true";
        }
    };
    form.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(ask, 500);
    });

    // A file that will be refused is told before it is sent.
    for (const input of form.querySelectorAll("input[type=file]")) {
        input.addEventListener("change", () => {
            const large = [...input.files].find((file) => file.size > Number(editor.dataset.largest));
            input.setCustomValidity(large ? `${editor.dataset.tooLarge} ${large.name}` : "");
            input.reportValidity();
        });
    }
}

for (const button of document.querySelectorAll("[data-tick-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
        for (const box of button.form.querySelectorAll("input[name=revision]")) box.checked = true;
    });
}

for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
}
