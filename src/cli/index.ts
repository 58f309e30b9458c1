// The house without windows: what can be done from a terminal. It may use the ground floors and the rooms, never their views.
// Today one command, the coach: the same engine and rules as in the app, for people who write elsewhere. `serve` is the relay's own main.ts; tools/goldseam.mjs, the packed program, knows both.
// Start reading at coach.ts.
export { coach } from "./coach.ts"
