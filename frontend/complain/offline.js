// The service worker: keeps the pages of complainants as they came from the server, and lets waiting envelopes go.
// It keeps nothing that anybody typed. Pages are asked of the network first, so that a new one replaces the old.
import { forget, tidy, waiting } from "./queue.js";
import { sendWaiting } from "./sending.js";

const CACHE = "pages-1";
const KEYS = ["/sealed/pins.json", "/sealed/manifests.json"];
const PATIENCE = 6000;
// The server varies its answers by language; here each language is a page of its own.
const MATCHING = { ignoreSearch: true, ignoreVary: true };

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  event.waitUntil(keepAll(event.data.keep).then(() => event.ports[0]?.postMessage("kept"), () => event.ports[0]?.postMessage("not kept")));
});
addEventListener("sync", (event) => event.waitUntil(sendWaiting({ waiting, forget }).then(tidy)));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(fromCacheFirst(request));
  else if (request.mode === "navigate" || KEYS.includes(pathname) || /^\/(?:complain|kiosk|carry-out)\//.test(pathname))
    event.respondWith(fromNetworkFirst(request));
});

async function fromCacheFirst(request) {
  return (await caches.match(request, MATCHING)) ?? fetch(request);
}

async function fromNetworkFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, MATCHING);
  try {
    // A line that hangs is no line; with a page at hand nobody should wait for it.
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    if (answer.ok && kept) await cache.put(request.url, answer.clone());
    return answer.status >= 500 && kept ? kept : answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Pages with their styles, scripts, fonts and pictures, and the keys to seal to. */
async function keepAll(pages) {
  const cache = await caches.open(CACHE);
  const found = new Set();
  for (const page of pages) {
    const answer = await fetch(page, { cache: "reload" });
    if (!answer.ok) throw new Error(`${page} answers ${answer.status}`);
    await cache.put(page, answer.clone());
    for (const each of assetsIn(await answer.text(), page)) found.add(each);
  }
  for (const each of [...found]) {
    const answer = await fetch(each);
    if (!answer.ok) continue;
    await cache.put(each, answer.clone());
    if (each.endsWith(".css")) for (const inner of stylesIn(await answer.text(), each)) await cache.add(inner);
  }
  for (const each of KEYS) await cache.add(each).catch(() => {});
}

const assetsIn = (page, base) =>
  [...page.matchAll(/(?:src|href)="(\/static\/[^"]+|[^"]+\.webmanifest)"/g)].map(([, address]) => new URL(address, new URL(base, location.origin)).pathname);
const stylesIn = (styles, base) =>
  [...styles.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => new URL(address, new URL(base, location.origin)).pathname).filter((address) => address.startsWith("/static/"));
