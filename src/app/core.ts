// What keeps and syncs, behind one door: the seam is session/session.ts.
//
// Promises: what is kept is on the disk, sealed, when it says so; what is chosen to go goes once, in order, under one signature for one place, through any crash;
// locking drops the keys in the same turn. Never: a word on the console, a request while nothing is shared, anything sent because the app was opened.
//
// Start reading: docs/storage.md, then door/keeper.ts, keeping/ground.ts (a turn), server/sync.ts (news and sending), inviting/invite.ts and join.ts.
export { createKeeper } from "./door/keeper.ts"
export { browserDeps } from "./browser.ts"
