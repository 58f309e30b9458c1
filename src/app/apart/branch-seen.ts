import { decodeControl, isActive, toHex } from "#wire"
import type { Day } from "#practices"
import type { Earlier } from "../earlier/earlier.ts"
import { seenAt } from "../earlier/earlier.ts"
import { houseOf } from "../keeping/house-of.ts"
import { writerIn } from "../keeping/book.ts"
import { peopleOf } from "../people/people-of.ts"
import type { State } from "../keeping/state.ts"
import { branchReplica } from "./branch.ts"
import type { Branch } from "./branch.ts"
import { wordsIn } from "./words-in-body.ts"

// What the server showed instead, as a page shows it. It is read beside the rooms and never in them.

export interface BranchLine {
  readonly seq: number
  /** Empty: they gave no name. */
  readonly name: string
  readonly isMe: boolean
  /** What its writer said; null where it cannot be read here. */
  readonly day: Day | null
  /** A kind of content; or an operation of the record, as its name. */
  readonly what: string
  readonly is: "content" | "operation" | "shut"
  /** Texts that people wrote, in their order. */
  readonly words: readonly string[]
}
export interface BranchSeen {
  /** The day of the last thing that is the same. */
  readonly until: Day | null
  /** How many entries this device has behind it, and how many were shown in their place. */
  readonly here: number
  readonly there: number
  readonly isCut: boolean
  /** It can be made a file of: this person's device still belonged to it at its end. */
  readonly mayExport: boolean
  readonly lines: readonly BranchLine[]
}

/** The branch there is, and the log it parted from: of what is shared now, or else of what was put away last. */
export function branchIn(
  state: State,
): { readonly branch: Branch; readonly log: NonNullable<State["shared"]> | Earlier["part"] } | null {
  if (state.branch !== null && state.shared !== null) return { branch: state.branch, log: state.shared }
  const last = state.earlier.findLast(({ branch }) => branch !== null)
  return last === undefined || last.branch === null ? null : { branch: last.branch, log: last.part }
}

export function branchSeen(state: State): BranchSeen | null {
  const found = branchIn(state)
  if (found === null) return null
  const { branch, log } = found
  const part = branchReplica(log, branch)
  const as = { why: "apart", part, day: branch.day } as const
  const bare = seenAt(state, { ...as, device: null, branch: null, vouched: null, unsent: [], isWhole: true })
  const there = { ...bare, house: houseOf(bare, null) }
  const people = peopleOf(there)
  const mine = there.copied?.shared?.member.join()
  const lines = branch.entries.map((held): BranchLine => {
    const writer = writerIn(part, held)
    const isMe = part.state.devices.get(toHex(held.header.device))?.member.join() === mine
    const common = { seq: held.seq, name: people.nameOf(writer), isMe }
    if (held.opened !== null)
      return {
        ...common,
        is: "content",
        day: held.opened.day,
        what: held.opened.kind,
        words: wordsIn(held.opened.body),
      }
    const op = held.header.kind === 2 && held.entry.body !== null ? decodeControl(held.entry.body) : null
    const what = op?.is === "built" ? op.control.op : held.header.kind === 3 ? "redact" : ""
    return { ...common, is: what === "" ? "shut" : "operation", day: null, what, words: [] }
  })
  const own = deviceOf(state, log)
  return {
    until: log.entries.slice(0, branch.at).findLast(({ opened }) => opened !== null)?.opened?.day ?? null,
    here: log.entries.length - branch.at,
    there: branch.entries.length,
    isCut: branch.isCut,
    mayExport: branch.entries.length > 0 && own !== null && isActive(branch.state, own.id),
    lines,
  }
}

/** The device that can close a file with it. */
export function deviceOf(state: State, log: { readonly state: { readonly logId: Uint8Array } }) {
  if (state.shared !== null && state.shared.state.logId === log.state.logId) return state.shared.device
  return state.earlier.find(({ part }) => part.state.logId === log.state.logId)?.device ?? null
}
