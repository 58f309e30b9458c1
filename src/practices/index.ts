// The rooms: what two people may write, and what it means.
//
// Promises: the same entries make the same house on both phones; no entry whatever makes a fold throw, and none is lost (it is told, set
// aside with its reason, or kept for a later version); what is private is folded apart and never weighs in what both see; a refusal is
// a key into words, never an error; a rule never reads a clock.
// Never: a count of a person, a receipt, a word about the other's silence; one room knowing another. What crosses is `Standing` and a
// handover, a plain value the person may use or leave.
//
// Start reading: practice.ts (the one interface), then one whole room (account/), then house.ts. To add a room: make the folder, add
// one line to registry.ts and one to views.ts; stories.test.ts says what is missing.
export { account } from "./account/practice.ts"
export { apology } from "./apology/practice.ts"
export { dayOfNumber, numberOfDay } from "./calendar.ts"
export { home } from "./home/practice.ts"
export { matters } from "./matters/practice.ts"
export { promises } from "./promises/practice.ts"
export { emptyHouse, logOf, mayWrite, recordKindOf, stateOf, tell, tellAll, tellUnreadable } from "./house.ts"
export type { House, HouseEntry, SetAside, Unreadable } from "./house.ts"
export { practices } from "./registry.ts"
export { seamsOf } from "./seams.ts"
export type { Seam } from "./seams.ts"
export { ownerOf } from "./standing.ts"
export { suggest } from "./today.ts"
export type * from "./practice.ts"
