// The house without windows: what can be done from a terminal. It may use the ground floors and the rooms, never their views.
// The coach: the same engine and rules as in the app, for people who write elsewhere. verify and demo: is a saved file whole and true, and a made-up one to
// look at. `serve` is the relay's own main.ts; tools/goldseam.mjs, the packed program, knows all.
// Start reading at coach.ts, then verify.ts.
export { coach } from "./coach.ts"
export { demo } from "./demo.ts"
export { restore } from "./restore.ts"
export { verify } from "./verify.ts"
