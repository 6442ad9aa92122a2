// Keeps the session form, its files and nothing else; no page that shows anybody's data is ever kept. The lines in
// front name what is kept, so that a new version of any of it is a new worker.
const CACHE = `loa-${VERSION}`;

self.addEventListener("install", (event) => {
    event.waitUntil((async () => {
        const cache = await caches.open(CACHE);
        await cache.addAll([...FILES, SHELL].map((path) => new Request(path, { cache: "reload" })));
        await self.skipWaiting();
    })());
});

self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
        for (const name of await caches.keys()) {
            if (name.startsWith("loa-") && name !== CACHE) await caches.delete(name);
        }
        await self.clients.claim();
    })());
});

self.addEventListener("fetch", (event) => {
    const { request } = event;
    const address = new URL(request.url);
    if (address.origin !== self.location.origin) return;
    if (request.method === "POST" && address.pathname === "/log-out") {
        event.waitUntil(self.loaStore.forget());
        return;
    }
    if (request.method !== "GET") return;
    if (request.mode === "navigate" && address.pathname === FORM) {
        event.respondWith(kept(SHELL, request));
    } else if (request.mode === "navigate" && address.pathname === "/") {
        // Without a network the front door shows the one page that works.
        event.respondWith(fetch(request).catch(() => kept(SHELL, request)));
    } else if (FILES.includes(address.pathname + address.search)) {
        event.respondWith(kept(address.pathname + address.search, request));
    }
});

async function kept(path, request) {
    const cache = await caches.open(CACHE);
    return await cache.match(path) ?? fetch(request);
}

// Where the browser wakes the worker once there is a network, with no page open.
self.addEventListener("sync", (event) => {
    if (event.tag !== "loa-sessions") return;
    event.waitUntil((async () => {
        const outcome = await self.loaSync.run();
        // A failure makes the browser try again.
        if (outcome === "offline" || outcome === "later") throw new Error(outcome);
    })());
});
