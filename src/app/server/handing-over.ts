import type { Tools } from "#ledger"
import { encodeRun, limits } from "#wire"
import type { Entry } from "#wire"
import { toGiveAgain } from "../files/giving-again.ts"
import type { Book } from "../keeping/book.ts"
import type { Reached, Unheard } from "./exchange.ts"
import type { Ground } from "../keeping/ground.ts"
import { keysFor } from "../recovery/sets.ts"
import type { Lacks } from "./relay-answers.ts"
import type { Keys, RelayClient } from "./relay-client.ts"
import { latestWord } from "./vouched.ts"

// A relay that lost something is given it back, from any device that has it: the entries as they were signed, and nothing that is new (spec/relay.md §12).

export interface HandingDeps {
  readonly ground: Ground
  readonly relay: RelayClient
  readonly tools: Tools
}

/** Gives what is missing there, and says what this device holds. */
export async function handingOver(deps: HandingDeps, book: Book): Promise<Reached | Unheard> {
  await withFiles(deps)
  const keys = await keysFor(deps.tools, deps.ground.now(), book)
  const before = await shows(deps, book, keys)
  if (before.is === "away") return "off"
  // A relay that has nothing of it says the same as to a stranger; so all of it is offered.
  let next = before.is === "nothing" ? 0 : before.next
  while (next < book.entries.length) {
    const run = runFrom(book, next)
    const given = await deps.relay.append(book.state.logId, run, keys, "back")
    if (given.is === "away") return "off"
    // Somebody else was faster, or it stays as it is: the next look tells.
    if (given.is !== "stored") return "forgot"
    next += run.length
  }
  return reachedBy(await shows(deps, book, keys))
}

/** Only says what this device holds: nothing is missing there. */
export async function showing(deps: HandingDeps, book: Book): Promise<Reached | Unheard> {
  await withFiles(deps)
  return reachedBy(await shows(deps, book, await keysFor(deps.tools, deps.ground.now(), book)))
}

/** Files are given after the entries, when it takes new things again. */
async function withFiles({ ground }: HandingDeps): Promise<void> {
  await ground.turn(async (state) => toGiveAgain(state))
}

/** A person chose not to wait for the others. */
export async function goingOn(deps: HandingDeps): Promise<void> {
  const { shared: book } = deps.ground.now()
  if (book === null) return
  const keys = await keysFor(deps.tools, deps.ground.now(), book)
  await deps.relay.back(book.state.logId, { is: "go-on" }, keys)
}

function reachedBy(lacks: Lacks): Reached | Unheard {
  if (lacks.is === "away") return "off"
  if (lacks.is === "nothing") return "forgot"
  return lacks.waits ? "went-back" : "on"
}

async function shows({ ground, relay }: HandingDeps, book: Book, keys: Keys): Promise<Lacks> {
  const { head, logId } = book.state
  const { vouched } = ground.now()
  if (head === null) return { is: "away" }
  return relay.back(logId, { is: "shows", head, word: vouched === null ? null : latestWord(vouched) }, keys)
}

/** As many as go together. */
function runFrom(book: Book, from: number): readonly Entry[] {
  const run: Entry[] = []
  let bytes = 0
  for (const { entry } of book.entries.slice(from, from + limits.runEntries)) {
    bytes += encodeRun([entry]).length
    if (bytes > limits.runBytes) break
    run.push(entry)
  }
  return run
}
