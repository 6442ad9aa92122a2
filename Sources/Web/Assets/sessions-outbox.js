// The list of what is not sent yet, with its state and the reason; and the last ones that were.
self.loaOutbox = (() => {
    const { element, t, named, count, relativeDay } = self.loaChoices;
    const store = self.loaStore;
    const place = document.getElementById("outbox");
    const language = document.documentElement.lang === "vi" ? "vi" : "en";
    // Nothing that was not sent is deleted before all of it was saved as a file.
    let exported = new Set();
    let actions = {};

    const states = {
        waiting: [t("chờ gửi", "waiting"), "info"],
        sending: [t("đang gửi", "sending"), "info"],
        "log-in": [t("chờ đăng nhập", "waits for a log-in"), "warn"],
        refused: [t("bị từ chối", "refused"), "bad"],
    };

    const turns = (body) => (body.attendance ?? []).reduce((sum, group) => sum + group.turns, 0);

    const button = (label, action, css = "button button-small") => {
        const made = element("button", { type: "button", class: css }, label);
        made.addEventListener("click", action);
        return made;
    };

    function summary(body) {
        return `${body.place} · ${relativeDay(body.day)}${body.time ? ` ${body.time}` : ""} · ${count(turns(body))} ${t("lượt", "turns")}`;
    }

    function mistakes(item) {
        const found = Object.values(item.mistakes ?? {});
        return found.length ? element("ul", {}, ...found.map((one) => element("li", {}, one[language]))) : null;
    }

    async function remove(item) {
        if (!exported.has(item.id)) {
            return alert(t("Hãy xuất tệp JSON trước, để không mất buổi này. Tệp CSV không giữ ảnh và một số chi tiết.", "Save a JSON file first, so that this session is not lost. A CSV file lacks photos and some details."));
        }
        const question = t(`Xóa khỏi máy này: ${summary(item.body)}? Buổi chưa được gửi.`, `Delete from this phone: ${summary(item.body)}? It was not sent.`);
        if (!confirm(question)) return;
        await store.remove(item.id);
        self.loaSync.announce();
        await draw();
    }

    // The server has the session already, with other figures: it must not be counted beside itself.
    async function keepRecorded(item) {
        const question = t(
            `Trên máy chủ: ${summary(item.recorded)}. Bỏ bản trên máy này: ${summary(item.body)}?`,
            `On the server: ${summary(item.recorded)}. Drop the one on this phone: ${summary(item.body)}?`);
        if (!confirm(question)) return;
        await store.finish({ ...item, body: item.recorded }, { path: `/sessions/${item.id}`, similar: [] });
        self.loaSync.announce();
        await draw();
    }

    function reason(item) {
        if (!item.recorded) return item.reason?.[language];
        return t(
            `Máy chủ đã có buổi này, ghi ${turns(item.recorded)} lượt. Cần đổi số thì sửa buổi đã ghi; đừng ghi thêm buổi nữa.`,
            `The server has this session already, with ${turns(item.recorded)} turns. To change it, correct what is logged; do not log it again.`);
    }

    function buttons(item) {
        const made = [];
        if (item.arrived && item.state === "refused") {
            made.push(button(t("Bỏ ảnh chưa gửi", "Drop the photos"), () => actions.dropPhotos(item)));
        } else if (item.state === "refused" && item.recorded) {
            made.push(
                element("a", { class: "button button-small button-primary", href: `/sessions/${item.id}/correct` }, t("Sửa buổi đã ghi", "Correct what is logged")),
                button(t("Giữ buổi đã ghi, bỏ bản này", "Keep what is logged, drop this"), () => keepRecorded(item)));
        } else if (item.state === "refused" && item.status === 409) {
            made.push(button(t("Gửi thành buổi mới", "Send as a new session"), () => actions.renew(item)));
        } else if (item.state !== "sending" && !item.arrived) {
            made.push(button(t("Sửa", "Edit"), () => actions.edit(item)), button(t("Xóa", "Delete"), () => remove(item)));
        }
        if (item.state === "log-in") {
            made.unshift(element("a", { class: "button button-small button-primary", href: "/log-in?next=/sessions/new" }, t("Đăng nhập", "Log in")));
        }
        return element("div", { class: "cluster" }, ...made);
    }

    function entry(item) {
        const [label, tone] = states[item.state] ?? states.waiting;
        const photos = item.photos ? ` · ${item.photos} ${t("ảnh", "photos")}` : "";
        return element("li", { "data-session": item.id, "data-state": item.state },
            element("p", {}, element("strong", {}, summary(item.body)), photos, " ", element("span", { class: `badge badge-${tone}` }, label)),
            item.arrived ? element("p", { class: "hint" }, t("Số liệu đã đến máy chủ; còn ảnh.", "The numbers have arrived; photos remain.")) : null,
            item.reason ? element("p", { class: "hint" }, reason(item)) : null,
            mistakes(item), buttons(item));
    }

    function sentEntry(one) {
        const twin = one.similar?.[0];
        return element("li", { "data-sent": one.id },
            element("a", { href: one.path }, summary(one.body)),
            twin ? element("span", { class: "hint" }, ` ${t("Có buổi giống vậy, do", "There is one like it, by")} ${twin.loggedBy} ${t("ghi", "")} (${twin.turns} ${t("lượt", "turns")}).`) : null);
    }

    async function saveWhole(items) {
        await self.loaExport.json(items);
        exported = new Set([...exported, ...items.map((item) => item.id)]);
    }

    async function draw() {
        const user = await store.user();
        const all = await store.waiting();
        const mine = all.filter((item) => item.user === user);
        const others = all.length - mine.length;
        const sent = user ? await store.sent(user) : [];
        const choices = user ? await store.choices(user) : null;
        place.hidden = all.length === 0 && sent.length === 0;
        const focused = document.activeElement?.closest("#outbox") ? document.activeElement.textContent : null;
        place.replaceChildren(
            element("h2", { id: "outbox-title" }, mine.length
                ? t(`Chưa gửi: ${mine.length} buổi`, `Not sent: ${mine.length}`) : t("Đã gửi hết", "All sent")),
            ...(mine.length ? [
                element("ul", { class: "waiting" }, ...mine.map(entry)),
                element("div", { class: "cluster" },
                    button(t("Gửi ngay", "Send now"), () => actions.send(), "button button-small button-primary"),
                    button(t("Xuất tệp JSON", "Save as JSON"), () => saveWhole(mine)),
                    button(t("Xuất tệp CSV", "Save as CSV"), () => self.loaExport.csv(mine, choices))),
            ] : []),
            ...(others ? [element("p", { class: "hint", id: "others" }, t(
                `Trên máy này còn ${others} buổi của người khác chờ gửi; người đó cần đăng nhập ở đây.`,
                `${others} sessions of somebody else wait on this phone; they have to log in here.`))] : []),
            ...(sent.length ? [element("details", { class: "fold" },
                element("summary", {}, t(`Đã gửi gần đây: ${sent.length}`, `Sent lately: ${sent.length}`)),
                element("ul", { class: "sent" }, ...sent.map(sentEntry)))] : []));
        if (focused) [...place.querySelectorAll("button")].find((one) => one.textContent === focused)?.focus();
    }

    return { draw, summary, use: (given) => { actions = given; }, named };
})();
