// Keeps the app's own files so that it opens offline after the first load. It never touches /api, keeps no answer of the relay, and never takes over a page
// that is open: a new version waits until every page of the old one is closed, or until the person says "use it now".
// Typed by hand: the whole project has one tsconfig, and its `self` is a window.

interface ExtendableEventLike extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface FetchEventLike extends ExtendableEventLike {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface ServiceWorkerScope {
  readonly location: Location
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEventLike) => void): void
  addEventListener(type: "fetch", listener: (event: FetchEventLike) => void): void
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void
}

// Replaced at build time by the list of files and a hash of them all.
declare const __FILES__: readonly string[]
declare const __VERSION__: string

const scope = globalThis as unknown as ServiceWorkerScope
const store = `app-${__VERSION__}`

async function keepAll(): Promise<void> {
  const cache = await caches.open(store)
  await cache.addAll(
    __FILES__.map((file) => new Request(file === "/index.html" ? "/" : file, { cache: "reload" })),
  )
}

async function dropOld(): Promise<void> {
  // Oldest first, as they were made.
  const old = (await caches.keys()).filter((name) => name.startsWith("app-") && name !== store)
  // The very first version serves the page that brought it at once: its later parts must be there without a connection too.
  if (old.length === 0) await scope.clients.claim()
  // The one before stays: another tab may still run it with a page half written, and asks for its later parts.
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
}

async function answer(request: Request): Promise<Response> {
  const wanted = request.mode === "navigate" ? "/" : request
  // Looked for, never opened: after everything was forgotten, opening would make the cache anew.
  const kept = await caches.match(wanted, { cacheName: store, ignoreSearch: request.mode === "navigate" })
  return kept ?? (await caches.match(request)) ?? fetch(request)
}

scope.addEventListener("install", (event) => event.waitUntil(keepAll()))
scope.addEventListener("activate", (event) => event.waitUntil(dropOld()))
scope.addEventListener("message", (event) => {
  if (event.data === "use-now") void scope.skipWaiting()
})
scope.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url)
  const own = url.origin === scope.location.origin
  const file =
    event.request.method === "GET" &&
    !url.pathname.startsWith("/api/") &&
    url.pathname !== "/host.json" &&
    url.pathname !== "/health"
  if (own && file) event.respondWith(answer(event.request))
})
