// The demo's service worker: keeps the files of one version, so that the page works without a network after its first visit. Everything
// it keeps is static; what a reader types is no request and never comes by here.

// scripts/finish.mjs writes the files' addresses and the version here. In development there are none, and nothing is kept.
const FILES = "@files";
const VERSION = "@version";

addEventListener("install", (event) => {
  if (Array.isArray(FILES)) event.waitUntil(keep());
});

addEventListener("activate", (event) => event.waitUntil(Promise.all([forgetOthers(), clients.claim()])));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin || !Array.isArray(FILES)) return;
  // Files of one version fit together, so what is kept comes first. The page itself is the same whatever its query says.
  const ignoreSearch = request.mode === "navigate";
  event.respondWith(caches.open(VERSION).then((cache) => cache.match(request, { ignoreSearch })).then((kept) => kept ?? fetch(request)));
});

async function keep() {
  const cache = await caches.open(VERSION);
  // What has a hash in its name is in the browser's own cache already; the rest is asked for again, so that no old file gets in.
  await cache.addAll(FILES.map((path) => new Request(path, { cache: path.startsWith("./assets/") ? "default" : "no-cache" })));
}

/** Caches of other versions of this demo; the origin may hold others'. */
async function forgetOthers() {
  const ours = VERSION.split("@")[0];
  for (const name of await caches.keys()) if (name.startsWith(`${ours}@`) && name !== VERSION) await caches.delete(name);
}
