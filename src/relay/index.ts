// Across the garden: keeps sealed entries in order, and cannot open one. It imports wire and nothing else of the house.
//
// Promises: durable before it answers; delivers only after it committed; the same fold as every client, and no rule of its own about who may write; refuses bad
// input with one stable type and stays up; an unknown log looks like an empty one; no address, no user agent and no time finer than an hour is stored.
// Never: a word, a name, a key; a log of requests; a list of who is active.
//
// Start reading: spec/relay.md, then relay.ts (the routes), logs.ts (append), store/store.ts, serve.ts (the port), main.ts (the process).
export { createRelay } from "./relay.ts"
export type { Relay, RelayOptions } from "./relay.ts"
export { appHeaders, filesFrom } from "./files.ts"
export type { Files } from "./files.ts"
export { createHost, emptyHost } from "./host.ts"
export type { HostInfo } from "./host.ts"
export { serve } from "./serve.ts"
export type { Serving } from "./serve.ts"
export { openMemoryStore } from "./store/memory.ts"
export { takeFolder } from "./running.ts"
export { openSqliteStore } from "./store/sqlite.ts"
export type { FileStore } from "./store/files.ts"
export type { Append, Mail, Mailbox, Room, Store, StoredEntry, Stretch } from "./store/store.ts"
export type { Live, LiveSocket } from "./live.ts"
export type { Limits } from "./limits.ts"
