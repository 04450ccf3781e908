// Keeps the page and its files on the device, so that it starts without a network. It answers for these and for nothing else:
// what is sent and asked goes past it, and replies lie elsewhere (keeping.js), so a new version drops none.
// `told` was put in place by the address that loads this: {page, version, files}.

const { page, version, files } = self.told;
const NAME = "vidan-may-";
const KEPT = NAME + version;

self.addEventListener("install", (event) => {
  const fresh = [page, ...files].map((place) => new Request(place, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const older = (names) => names.filter((name) => name.startsWith(NAME) && name !== KEPT);
  event.waitUntil(caches.keys().then((names) => Promise.all(older(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname !== page && !files.includes(pathname)) return;
  event.respondWith(caches.open(KEPT).then((cache) => cache.match(pathname)).then((found) => found || fetch(event.request)));
});
