// Moves an entry of the calendar by dragging. The form behind each entry does the same without a script.

const calendar = () => document.getElementById("calendar");
const dialog = document.getElementById("move-dialog");
let taken = null;

// Says what happened where a screen reader hears it, with a way on.
function say(tone, text, link) {
    const place = document.getElementById("calendar-said");
    const notice = document.createElement("div");
    notice.className = `notice notice-${tone}`;
    notice.textContent = text + " ";
    if (link) {
        const way = document.createElement("a");
        way.href = link;
        way.textContent = dialog.dataset.form;
        notice.append(way);
    }
    place.replaceChildren(notice);
    place.scrollIntoView({ block: "nearest" });
}

const written = (day, time) => `${time} · ${day.split("-").reverse().join("/")}`;

// Only a post that was submitted asks back: moving it takes an approval away.
function ask(chip, day) {
    if (!("reviewed" in chip.dataset)) return Promise.resolve("draft");
    dialog.querySelector("[data-part=what]").textContent = chip.dataset.title;
    dialog.querySelector("[data-part=from]").textContent = written(chip.dataset.day, chip.dataset.time);
    dialog.querySelector("[data-part=to]").textContent = written(day, chip.dataset.time);
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((answer) => {
        dialog.addEventListener("close", () => answer(dialog.returnValue), { once: true });
    });
}

async function move(chip, day) {
    const choice = await ask(chip, day);
    if (!choice) return;
    const form = new URLSearchParams({
        day, time: chip.dataset.time, seen: chip.dataset.seen,
        csrf: document.querySelector("input[name=csrf]").value,
        back: location.pathname + location.search,
    });
    if (choice === "resubmit") form.set("resubmit", "1");
    chip.classList.add("moving");
    let answer, page;
    try {
        answer = await fetch(chip.dataset.move, { method: "POST", body: form });
        page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
        chip.classList.remove("moving");
        return say("bad", dialog.dataset.lost);
    }
    chip.classList.remove("moving");
    const fresh = page.getElementById("calendar");
    if (!answer.ok || !fresh) {
        const reason = page.querySelector("[role=alert]")?.textContent ?? dialog.dataset.lost;
        return say("bad", reason.trim(), chip.querySelector("a").href);
    }
    calendar().replaceWith(fresh);
    const said = page.querySelector("main > .notice[role=status]");
    if (said) say(said.classList.contains("notice-ok") ? "ok" : "warn", said.textContent.trim());
    calendar().querySelector(`[data-move="${CSS.escape(chip.dataset.move)}"] a`)?.focus();
}

const target = (event) => event.target.closest?.("#calendar [data-day]:not(.chip)");

document.addEventListener("dragstart", (event) => {
    taken = event.target.closest?.(".chip[data-move]") ?? null;
    if (!taken) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", taken.dataset.title);
    taken.classList.add("taken");
});

document.addEventListener("dragover", (event) => {
    const day = taken && target(event);
    for (const other of document.querySelectorAll(".drop")) if (other !== day) other.classList.remove("drop");
    if (!day) return;
    event.preventDefault();
    day.classList.add("drop");
});

document.addEventListener("drop", (event) => {
    const day = taken && target(event);
    if (!day) return;
    event.preventDefault();
    if (day.dataset.day !== taken.dataset.day) move(taken, day.dataset.day);
});

document.addEventListener("dragend", () => {
    taken?.classList.remove("taken");
    taken = null;
    for (const day of document.querySelectorAll(".drop")) day.classList.remove("drop");
});
