// The session form: keeps a draft, saves to the outbox on the phone, and sends by itself once there is a network.
const { draw: drawChoices, show: showAudiences, t, count, localDay, element } = self.loaChoices;
const store = self.loaStore;
const form = document.getElementById("session-form");
const state = document.getElementById("session-state");
const field = (name) => form.elements.namedItem(name);
const language = document.documentElement.lang === "vi" ? "vi" : "en";

// What there is to choose from, and what was logged before.
const known = { choices: null, recent: [] };
const { values, apply, place, kit, attendance, chosen, body, mistakes, mark, clearMistakes, isBegun } = self.loaFields(form, known);
let user = null;
let id = uuid7();
// Fields a person has set: what follows from a place or a kit leaves them alone.
let touched = new Set();
// One tab keeps the draft; another is a form of its own.
let keepsDraft = false;
// While a session is being kept, and after that until somebody types again, another tap on the button is the same tap.
let isSaved = false;

/** RFC 9562, section 5.7: time first, so that ids sort by when they were made. */
function uuid7() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    let time = Date.now();
    for (let place = 5; place >= 0; place -= 1) { bytes[place] = time % 256; time = Math.floor(time / 256); }
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function say(tone, message, link) {
    state.className = `notice notice-${tone}`;
    state.hidden = false;
    state.replaceChildren(message);
    if (link) {
        const anchor = document.createElement("a");
        anchor.href = link.path;
        anchor.textContent = link.label;
        state.append(" ", anchor);
    }
}

// MARK: What follows from a choice

function suggest(name, value) {
    if (touched.has(name) || value == null || value === "") return;
    field(name).value = value;
}

function lastAtPlace() {
    const { place: at, placeUnit } = place();
    return known.recent.find((one) => (placeUnit ? one.placeUnit === placeUnit : one.place === at));
}

const levelOfPlace = () => known.choices.places.find((one) => one.id === place().placeUnit)?.level ?? lastAtPlace()?.level;

function follow(name) {
    if (name === "quickPlace" || name === "placeUnit") {
        const before = lastAtPlace();
        suggest("level", levelOfPlace());
        if (before) {
            suggest("form", before.form);
            suggest("minutes", before.minutes);
            showAudiences(form, before.audiences);
        }
    }
    if (name === "quickKit" || name === "material") {
        const used = known.choices.kits.find((one) => one.id === kit().material);
        if (used) {
            // A school has the level it has, whatever the kit was written for.
            suggest("level", levelOfPlace() ?? used.level);
            showAudiences(form, used.audiences);
            if (!touched.has("topics")) for (const box of form.querySelectorAll("[name=topics]")) box.checked = used.topics.includes(box.value);
        }
    }
    if (["unit", "day"].includes(name)) suggestCampaign();
}

function suggestCampaign() {
    if (touched.has("campaign")) return;
    const asked = new URLSearchParams(location.search).get("campaign");
    const running = known.choices.campaigns.filter((one) => one.from <= field("day").value && field("day").value <= one.to && one.units.includes(field("unit").value));
    field("campaign").value = asked ?? (running.length === 1 ? running[0].id : "");
}

function refresh() {
    for (const [quick, rest] of [["quickPlace", "other-place"], ["quickKit", "other-kit"]]) {
        const hasButtons = !document.getElementById(quick).hidden;
        document.getElementById(rest).hidden = hasButtons && chosen(quick) !== "other";
    }
    const turns = known.choices ? attendance().reduce((sum, group) => sum + group.turns, 0) : 0;
    document.getElementById("turn-total").value = turns ? `${count(turns)} ${t("lượt", "turns")}` : "";
}

// MARK: Draft, photos, saving

let waiting;
const draft = () => ({ user, id, values: values(), touched: [...touched], at: Date.now() });

function keep() {
    if (!keepsDraft || !user) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => store.saveDraft(draft()), 250);
}

async function drawPhotos() {
    const list = document.getElementById("photo-list");
    for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    const photos = await store.photos(id);
    list.replaceChildren(...photos.map((photo, index) => {
        const image = element("img", { src: URL.createObjectURL(photo.blob), alt: t(`Ảnh ${index + 1}`, `Photo ${index + 1}`) });
        const remove = element("button", { type: "button", class: "button button-small" }, t(`Bỏ ảnh ${index + 1}`, `Remove photo ${index + 1}`));
        remove.addEventListener("click", async () => { await store.removePhoto(photo.id); await drawPhotos(); });
        return element("li", {}, image, remove);
    }));
}

async function addPhotos(input) {
    const refused = [];
    for (const file of [...input.files]) {
        const blob = await self.loaPhotos.shrink(file);
        if (blob) await store.addPhoto({ id: uuid7(), session: id, blob });
        else refused.push(file.name);
    }
    input.value = "";
    if (keepsDraft) await store.saveDraft(draft());
    await drawPhotos();
    if (refused.length) say("warn", t(`Máy này không đọc được ảnh: ${refused.join(", ")}. Hãy chụp dạng JPEG.`, `This phone cannot read: ${refused.join(", ")}. Take a JPEG.`));
}

async function begin(kept) {
    id = kept?.id ?? uuid7();
    touched = new Set(kept?.touched ?? []);
    form.reset();
    clearMistakes();
    if (known.choices) known.recent = drawChoices(form, known.choices, await logged()).recent;
    if (kept) apply(kept.values);
    if (!field("day").value) {
        field("day").value = localDay();
        field("time").value = new Date().toTimeString().slice(0, 5);
    }
    if (!kept && known.choices) suggestCampaign();
    refresh();
    await drawPhotos();
    for (const [name, message] of Object.entries(kept?.mistakes ?? {})) mark(name, message[language]);
}

const logged = async () => [...(await store.waiting()).filter((item) => item.user === user), ...await store.sent(user)];

async function save() {
    if (isSaved) return;
    clearMistakes();
    const session = body();
    const found = mistakes(session);
    if (found.length) {
        const controls = found.map(([name, message]) => mark(name, message));
        controls.find(Boolean)?.focus();
        return say("bad", t(`Chưa lưu: có ${found.length} chỗ cần sửa, đánh dấu bên dưới.`, `Not saved: ${found.length} to correct, marked below.`));
    }
    clearTimeout(waiting);
    isSaved = true;
    try {
        await store.enqueue({ id, user, body: session, form: values(), createdAt: Date.now(), state: "waiting", reason: null });
    } catch (error) {
        isSaved = false;
        throw error;
    }
    navigator.storage?.persist?.();
    await begin(null);
    say("ok", t(`Đã lưu trên máy: ${self.loaOutbox.summary(session)}.`, `Saved on this phone: ${self.loaOutbox.summary(session)}.`));
    state.scrollIntoView({ block: "center" });
    self.loaSync.announce();
    await self.loaOutbox.draw();
    await send();
}

// MARK: Sending

let pause = 5000;
let retry;

async function send() {
    clearTimeout(retry);
    navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("loa-sessions")).catch(() => {});
    const outcome = await self.loaSync.run();
    await self.loaOutbox.draw();
    if (outcome === "offline" || outcome === "later") {
        retry = setTimeout(send, pause);
        pause = Math.min(pause * 2, 300_000);
    } else {
        pause = 5000;
    }
}

// A try whose answer was lost may have arrived: then it is corrected where it is and not sent with other figures.
async function isStillHere(item) {
    let recorded;
    try {
        recorded = await self.loaSync.recorded(item.id);
    } catch {
        say("warn", t("Buổi này có thể đã đến máy chủ. Chờ có mạng (và đăng nhập) rồi mới sửa; buổi vẫn được giữ ở đây.", "This session may have arrived. Wait for a network (and log in) before you edit it; it is kept here."));
        return false;
    }
    if (!recorded) return true;
    await send();
    say("warn", t("Buổi này đã đến máy chủ. Hãy sửa buổi đã ghi:", "This session has arrived. Correct what is logged:"),
        { path: `/sessions/${item.id}/correct`, label: t("Sửa buổi đã ghi", "Correct it") });
    return false;
}

self.loaOutbox.use({
    send: () => { pause = 5000; return send(); },
    edit: async (shown) => {
        if (isBegun()) {
            return say("warn", t("Hãy lưu hoặc bỏ buổi đang ghi dở trước.", "Save or drop the session you are at first."));
        }
        // What is shown may be older than what is known: the phone may have tried to send it by itself since.
        const item = (await store.waiting()).find((one) => one.id === shown.id);
        if (!item) return self.loaOutbox.draw();
        if (item.tried && !await isStillHere(item)) return;
        await store.dropDraft(user);
        const kept = { user, id: item.id, values: item.form, touched: ["level", "form", "minutes", "topics", "campaign"], mistakes: item.mistakes };
        if (!await store.takeBack(item, kept)) return self.loaOutbox.draw();
        isSaved = false;
        await begin(kept);
        self.loaSync.announce();
        await self.loaOutbox.draw();
        form.scrollIntoView();
    },
    renew: async (item) => { await store.renew(item.id, uuid7()); await send(); },
    dropPhotos: async (item) => { await store.finish(item, { path: `/sessions/${item.id}`, similar: [] }); await self.loaOutbox.draw(); },
});

// MARK: Beginning

// Asks the server who is here and what there is to choose from; without an answer the phone goes by what it keeps.
async function learn() {
    let response;
    try {
        response = await fetch("/api/v1/session-choices", { cache: "no-store", signal: self.loaSync.within(20) });
    } catch {
        return known.choices ? null : say("warn", t("Chưa có mạng và máy này chưa có danh sách trường. Hãy mở trang này một lần khi có mạng.", "No network, and this phone has no lists yet. Open this page once with a network."));
    }
    if (response.status === 401) {
        return say("warn", known.choices
            ? t("Phiên đăng nhập đã hết. Vẫn ghi được; buổi sẽ gửi sau khi đăng nhập.", "The log-in ran out. You can still log sessions; they are sent once you log in.")
            : t("Hãy đăng nhập để ghi buổi.", "Log in to log a session."),
        { path: "/log-in?next=/sessions/new", label: t("Đăng nhập", "Log in") });
    }
    if (response.status === 403) return say("bad", t("Tài khoản này không có quyền ghi buổi tuyên truyền.", "This account may not log sessions."));
    if (!response.ok) return;
    const fresh = await response.json();
    await store.setChoices(fresh);
    const isOther = fresh.user.id !== user;
    const isFirst = known.choices === null;
    const isSame = JSON.stringify(fresh) === JSON.stringify(known.choices);
    const typed = isBegun() || touched.size > 0 ? { ...draft(), id } : null;
    user = fresh.user.id;
    known.choices = fresh;
    // Nothing is drawn anew under somebody's thumb; the next session has the new lists.
    if (isSame || (typed && !isFirst && !isOther)) return;
    await begin(isFirst ? typed ?? await keptDraft() : await keptDraft());
}

const keptDraft = async () => (keepsDraft && user ? await store.draft(user) ?? null : null);

// The first tab holds the draft for as long as it is open.
const takeDraft = () => new Promise((resolve) => {
    if (!navigator.locks) return resolve(true);
    navigator.locks.request("loa-sessions-draft", { ifAvailable: true }, (lock) => {
        resolve(Boolean(lock));
        return lock ? new Promise(() => {}) : undefined;
    });
});

async function start() {
    user = await store.user() ?? null;
    keepsDraft = await takeDraft();
    known.choices = user ? await store.choices(user) ?? null : null;
    // What is wrong is said here, for a browser cannot show it in a fold that is closed.
    form.noValidate = true;
    if (keepsDraft) {
        await store.gatherDraft();
        await store.sweep();
    }
    if (known.choices) await begin(await keptDraft());
    else refresh();
    if (!keepsDraft) {
        say("info", t("Phiếu này đang mở ở một thẻ khác. Ở đây vẫn ghi và lưu được, nhưng tải lại trang thì mất phần chưa lưu.", "This form is open in another tab. You can log and save here, but what is not saved is lost on a reload."));
    }
    form.addEventListener("submit", (event) => {
        // Pressed before the phone has its lists: the page as the server sent it is a form like any other.
        if (!known.choices && field("csrf").value && navigator.onLine) return;
        event.preventDefault();
        if (!known.choices || !user) return say("warn", t("Chưa lưu: hãy đăng nhập khi có mạng trước.", "Not saved: log in with a network first."));
        save().catch((error) => say("bad", t(`Máy không lưu được (${error.message}). Đừng đóng trang; hãy chép lại số liệu.`, `This phone could not save it (${error.message}). Keep the page open and write the numbers down.`)));
    });
    form.addEventListener("input", (event) => {
        isSaved = false;
        touched.add(event.target.name);
        if (known.choices) follow(event.target.name);
        refresh();
        keep();
    });
    document.getElementById("start-over").hidden = false;
    document.getElementById("start-over").addEventListener("click", async () => {
        if (isBegun() && !confirm(t("Bỏ những gì đang ghi và bắt đầu lại?", "Drop what is typed and start over?"))) return;
        await store.dropDraft(user);
        await begin(null);
    });
    field("photos").addEventListener("change", (event) => addPhotos(event.target));
    const leave = () => { if (keepsDraft && user && touched.size > 0) store.leaveDraft(draft()); };
    addEventListener("pagehide", leave);
    self.loaSync.onChange(() => self.loaOutbox.draw());
    addEventListener("online", () => { pause = 5000; learn().then(send); });
    document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? send() : leave()));
    await self.loaOutbox.draw();
    await learn();
    form.dataset.ready = "";
    await send();
}

if ("indexedDB" in self) start().catch(() => say("warn", t("Trình duyệt này không giữ được dữ liệu; hãy ghi khi có mạng.", "This browser keeps no data; log sessions with a network.")));

// MARK: Installing

if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js").catch(() => {});
addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const button = document.getElementById("install");
    button.hidden = false;
    button.addEventListener("click", async () => { button.hidden = true; await event.prompt(); }, { once: true });
});
