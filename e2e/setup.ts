import { afterAll } from "vitest"
import { shareOneBrowser } from "./shared-browser.ts"

// Before each file of walks. What is begun first is ended last: so the browser closes after everybody in it left.
const sharing = shareOneBrowser()
afterAll(sharing.close)
