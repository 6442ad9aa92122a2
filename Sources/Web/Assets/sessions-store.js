// What this phone keeps of sessions, in IndexedDB: the draft, those that wait to be sent with their photos, the last
// ones sent, and what the form offers to choose from. All of it is kept apart by user.
//
// The service worker uses it too, and not every browser lets a worker import modules: hence one global name.
self.loaStore = (() => {
    const FINISHED_KEPT = 10;
    let opening;

    const value = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });

    function open() {
        opening ??= new Promise((resolve, reject) => {
            const request = indexedDB.open("loa-sessions", 1);
            request.onupgradeneeded = () => {
                const database = request.result;
                database.createObjectStore("drafts", { keyPath: "user" });
                database.createObjectStore("outbox", { keyPath: "id" });
                database.createObjectStore("sent", { keyPath: "id" });
                database.createObjectStore("photos", { keyPath: "id" }).createIndex("session", "session");
                database.createObjectStore("choices", { keyPath: "user" });
                database.createObjectStore("settings");
            };
            request.onsuccess = () => {
                request.result.onversionchange = () => request.result.close();
                resolve(request.result);
            };
            request.onerror = () => reject(request.error);
        }).catch((error) => { opening = undefined; throw error; });
        return opening;
    }

    // Everything in one transaction: it resolves once all of it is on the disk, and nothing is where any part failed.
    async function transact(names, mode, body) {
        const transaction = (await open()).transaction(names, mode, { durability: "strict" });
        const done = new Promise((resolve, reject) => {
            transaction.oncomplete = resolve;
            transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
        });
        done.catch(() => {});
        let result;
        try {
            result = await body((name) => transaction.objectStore(name));
        } catch (error) {
            try { transaction.abort(); } catch { /* It is over already. */ }
            throw error;
        }
        await done;
        return result;
    }

    const read = (names, body) => transact(names, "readonly", body);
    const write = (names, body) => transact(names, "readwrite", body);

    async function deletePhotos(photos, session) {
        for (const key of await value(photos.index("session").getAllKeys(session))) photos.delete(key);
    }

    return {
        // Who used the form here last and has not logged out.
        user: () => read(["settings"], (store) => value(store("settings").get("user"))),

        choices: (user) => read(["choices"], async (store) => (await value(store("choices").get(user)))?.choices),

        // Another user's choices go; what another user has not sent yet stays, unseen.
        setChoices: (choices) => write(["choices", "settings"], (store) => {
            store("choices").clear();
            store("choices").put({ user: choices.user.id, choices });
            store("settings").put(choices.user.id, "user");
        }),

        // After a log-out nothing shows who was here.
        forget: () => write(["choices", "settings"], (store) => {
            store("choices").clear();
            store("settings").clear();
        }),

        draft: (user) => read(["drafts"], (store) => value(store("drafts").get(user))),

        // A page that goes away has no time for the database: what it leaves here is a draft like any other once the
        // form opens again.
        leaveDraft: (draft) => { try { localStorage.setItem("loa-draft", JSON.stringify(draft)); } catch { /* Full. */ } },

        // One that was saved since is no draft any more.
        gatherDraft: async () => {
            const left = JSON.parse(localStorage.getItem("loa-draft"));
            if (left) await write(["drafts", "outbox", "sent"], async (store) => {
                const kept = await value(store("drafts").get(left.user));
                const isSaved = await value(store("outbox").get(left.id)) ?? await value(store("sent").get(left.id));
                if (!isSaved && !(kept?.at >= left.at)) store("drafts").put(left);
            });
            localStorage.removeItem("loa-draft");
        },

        saveDraft: (draft) => write(["drafts"], (store) => { store("drafts").put(draft); }),

        dropDraft: (user) => {
            localStorage.removeItem("loa-draft");
            return write(["drafts", "photos"], async (store) => {
                const draft = await value(store("drafts").get(user));
                store("drafts").delete(user);
                if (draft) await deletePhotos(store("photos"), draft.id);
            });
        },

        // Photos of forms that were never saved go.
        sweep: () => write(["drafts", "outbox", "photos"], async (store) => {
            const drafts = await value(store("drafts").getAll());
            const kept = new Set([...drafts.map((draft) => draft.id), ...await value(store("outbox").getAllKeys())]);
            for (const photo of await value(store("photos").getAll())) if (!kept.has(photo.session)) store("photos").delete(photo.id);
        }),

        photos: (session) => read(["photos"], (store) => value(store("photos").index("session").getAll(session))),

        addPhoto: (photo) => write(["photos"], (store) => { store("photos").put(photo); }),

        removePhoto: (id) => write(["photos"], (store) => { store("photos").delete(id); }),

        // The draft becomes one of those that wait.
        enqueue: (item) => write(["drafts", "outbox", "photos"], async (store) => {
            item.photos = await value(store("photos").index("session").count(item.id));
            store("outbox").add(item);
            const draft = await value(store("drafts").get(item.user));
            if (draft?.id === item.id) store("drafts").delete(item.user);
        }),

        // And back, to be mended; false where another draft is in the way, or it was tried to be sent meanwhile.
        takeBack: (item, draft) => write(["drafts", "outbox"], async (store) => {
            if (await value(store("drafts").get(item.user))) return false;
            const known = await value(store("outbox").get(item.id));
            if (!known || Boolean(known.tried) !== Boolean(item.tried)) return false;
            store("outbox").delete(item.id);
            store("drafts").put(draft);
            return true;
        }),

        waiting: () => read(["outbox"], async (store) => {
            const items = await value(store("outbox").getAll());
            return items.sort((left, right) => left.createdAt - right.createdAt);
        }),

        // Changes an item that is still there.
        update: (id, changes) => write(["outbox"], async (store) => {
            const item = await value(store("outbox").get(id));
            if (item) store("outbox").put({ ...item, ...changes });
        }),

        // Under a new id: what the old one names on the server is another session.
        renew: (id, renewed) => write(["outbox", "photos"], async (store) => {
            const item = await value(store("outbox").get(id));
            if (!item) return;
            for (const photo of await value(store("photos").index("session").getAll(id))) {
                store("photos").put({ ...photo, session: renewed });
            }
            store("outbox").delete(id);
            store("outbox").add({ ...item, id: renewed, state: "waiting", reason: null, mistakes: null, arrived: false });
        }),

        remove: (id) => write(["outbox", "photos"], async (store) => {
            store("outbox").delete(id);
            await deletePhotos(store("photos"), id);
        }),

        finish: (item, answer) => write(["outbox", "photos", "sent"], async (store) => {
            store("outbox").delete(item.id);
            await deletePhotos(store("photos"), item.id);
            store("sent").put({ id: item.id, user: item.user, body: item.body, at: Date.now(), ...answer });
            const sent = (await value(store("sent").getAll())).filter((one) => one.user === item.user);
            sent.sort((left, right) => right.at - left.at);
            for (const old of sent.slice(FINISHED_KEPT)) store("sent").delete(old.id);
        }),

        sent: (user) => read(["sent"], async (store) => {
            const sent = (await value(store("sent").getAll())).filter((one) => one.user === user);
            return sent.sort((left, right) => right.at - left.at);
        }),
    };
})();
