// Sends what waits, each session under the id this phone gave it, so that sending again changes nothing. One page or
// worker at a time, whatever the number of tabs.
self.loaSync = (() => {
    const store = self.loaStore;
    const channel = new BroadcastChannel("loa-sessions");
    const announce = () => channel.postMessage("changed");

    const reasons = {
        offline: { vi: "Chưa có mạng. Buổi được giữ trên máy và tự gửi khi có mạng.", en: "No network. It is kept here and sent by itself once there is one." },
        "log-in": { vi: "Phiên đăng nhập đã hết. Đăng nhập lại để gửi; buổi vẫn được giữ trên máy.", en: "The log-in ran out. Log in again to send; it is kept here." },
        busy: { vi: "Máy chủ chưa nhận được. Buổi được giữ và sẽ gửi lại.", en: "The server cannot take it now. It is kept and will be sent again." },
        right: { vi: "Tài khoản này không có quyền ghi cho đơn vị đó. Hãy hỏi quản trị hoặc sửa lại đơn vị.", en: "This account may not log for that unit. Ask an administrator or change the unit." },
        large: { vi: "Ảnh lớn quá nên không gửi được. Hãy bỏ ảnh hoặc chụp lại.", en: "The photo is too large to be sent. Remove it or take it again." },
        strange: { vi: "Câu trả lời không đến từ Loa (mạng Wi-Fi này có thể cần đăng nhập). Sẽ gửi lại.", en: "The answer is not from Loa (this Wi-Fi may want a log-in). It will be sent again." },
    };

    // Why it stopped: "offline", "log-in", "later" or "done".
    class Stop extends Error {
        constructor(outcome, reason) {
            super(outcome);
            this.outcome = outcome;
            this.reason = reason;
        }
    }

    // Gives up after so many seconds, also on phones whose browser has no word for it (Safari before 16).
    function within(seconds) {
        if (AbortSignal.timeout) return AbortSignal.timeout(seconds * 1000);
        const controller = new AbortController();
        setTimeout(() => controller.abort(), seconds * 1000);
        return controller.signal;
    }

    async function ask(path, options, seconds) {
        let response;
        try {
            response = await fetch(path, {
                ...options, credentials: "same-origin", redirect: "error", cache: "no-store",
                signal: within(seconds),
            });
        } catch {
            throw new Stop("offline", reasons.offline);
        }
        if (response.status === 401) throw new Stop("log-in", reasons["log-in"]);
        if (response.status === 429 || response.status >= 500) throw new Stop("later", reasons.busy);
        const type = response.headers.get("Content-Type") ?? "";
        // A Wi-Fi that wants a log-in of its own answers anything with a page.
        if (!/^application\/(problem\+)?json/.test(type)) {
            if (response.status === 413) return { status: 413, answer: {} };
            throw new Stop("later", reasons.strange);
        }
        let answer;
        try { answer = await response.json(); } catch { throw new Stop("offline", reasons.offline); }
        return { status: response.status, answer };
    }

    const me = async () => {
        const { status, answer } = await ask("/api/v1/me", {}, 20);
        if (status !== 200 || !answer.id) throw new Stop("later", reasons.strange);
        return answer;
    };

    // A token changes with every log-in, so one that is refused is asked for once more.
    async function put(path, headers, body, session, seconds) {
        const send = () => ask(
            path, { method: "PUT", headers: { ...headers, "X-CSRF-Token": session.csrf }, body }, seconds);
        const first = await send();
        if (first.status !== 403) return first;
        const fresh = await me();
        if (fresh.id !== session.id || fresh.csrf === session.csrf) return first;
        session.csrf = fresh.csrf;
        return send();
    }

    const refusal = ({ status, answer }) => {
        if (status === 413) return reasons.large;
        if (!answer.detail) return reasons.busy;
        return { vi: answer.detail_vi ?? answer.detail, en: answer.detail };
    };

    async function refuse(item, result, changes = {}) {
        // A unit that is not theirs is to them as if it were not there.
        const noUnit = result.status === 404 && !changes.arrived ? { unit: reasons.right } : null;
        await store.update(item.id, {
            ...changes, state: "refused", status: result.status, reason: refusal(result),
            mistakes: result.answer.mistakes ?? noUnit,
        });
    }

    // What the server has under the id: from a try whose answer was lost, or from a file that was handed in.
    async function recorded(id) {
        const { status, answer } = await ask(`/api/v1/sessions/${id}`, {}, 20);
        return status === 200 ? answer.record.session : null;
    }

    async function send(item, session) {
        // From here on it may have arrived, whatever the answer.
        await store.update(item.id, { state: "sending", reason: null, mistakes: null, tried: true });
        announce();
        const result = await put(
            `/api/v1/sessions/${item.id}`, { "Content-Type": "application/json" }, JSON.stringify(item.body), session, 30);
        if (result.status === 409) return refuse(item, result, { recorded: await recorded(item.id) });
        if (result.status !== 200 && result.status !== 201) return refuse(item, result);
        if (result.answer.id !== item.id) throw new Stop("later", reasons.strange);
        await store.update(item.id, { arrived: true });
        for (const photo of await store.photos(item.id)) {
            const sent = await put(
                `/api/v1/sessions/${item.id}/photos/${photo.id}`, { "Content-Type": photo.blob.type }, photo.blob,
                session, 120);
            if (sent.status !== 200 && sent.status !== 201) return refuse(item, sent, { arrived: true });
            if (sent.answer.id !== photo.id) throw new Stop("later", reasons.strange);
            await store.removePhoto(photo.id);
        }
        await store.finish(item, { path: result.answer.path, similar: result.answer.similar });
    }

    async function attempt() {
        const items = (await store.waiting()).filter((item) => item.state !== "refused");
        if (items.length === 0) return "done";
        let current;
        try {
            const session = await me();
            for (const item of items.filter((one) => one.user === session.id)) {
                current = item;
                await send(item, session);
                announce();
            }
            return "done";
        } catch (error) {
            if (!(error instanceof Stop)) throw error;
            const user = current?.user ?? await store.user();
            for (const item of items.filter((one) => one.user === user)) {
                const waits = (await store.waiting()).find((one) => one.id === item.id);
                if (waits && waits.state !== "refused") {
                    await store.update(item.id, {
                        state: error.outcome === "log-in" ? "log-in" : "waiting", reason: error.reason,
                    });
                }
            }
            return error.outcome;
        } finally {
            announce();
        }
    }

    return {
        // "done" also where somebody else is at it.
        run: () => navigator.locks
            ? navigator.locks.request("loa-sessions-sync", { ifAvailable: true }, (lock) => (lock ? attempt() : "done"))
            : attempt(),
        recorded,
        within,
        onChange: (listener) => new BroadcastChannel("loa-sessions").addEventListener("message", listener),
        announce,
    };
})();
