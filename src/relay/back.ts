import {
  concat,
  copy,
  endsWithMove,
  entryHash,
  equalBytes,
  H,
  presentMembers,
  signedMessage,
  statementBytes,
  toHex,
  utf8,
} from "#wire"
import type { Back, Bytes, Head, ItsWord, LogState, Member, RelayError, Verify } from "#wire"
import type { Identity } from "./identity.ts"
import type { Incarnations } from "./incarnations.ts"
import { memberWith, reachOf } from "./reach.ts"
import { hereAs } from "./sign-in.ts"
import type { Who } from "./reach.ts"
import { backFact } from "./store/facts-of-log.ts"
import type { Store } from "./store/store.ts"

// spec/relay.md §12. A relay that went back, because an older copy was put in its place or all of it was lost, takes from anybody what is missing, and nothing new
// until a device of every member has shown what it holds, or somebody chose to go on. Otherwise what one of them still holds would be a second history.

export interface Backs {
  readonly isBack: (log: Bytes) => Promise<boolean>
  /** A log that was given back to a relay that had nothing of it. */
  readonly begins: (log: Bytes) => Promise<void>
  /** `reachedAt`: the address of this request. */
  readonly hears: (state: LogState, who: Who, said: Back, reachedAt: string) => Promise<Heard | RelayError>
}
export interface Heard {
  /** The first place that is missing here. */
  readonly next: number
  /** Whether somebody has not shown yet what they hold. */
  readonly waits: boolean
}

export function createBacks(deps: {
  readonly store: Store
  readonly verify: Verify
  readonly identity: () => Promise<Identity>
  readonly incarnations: Incarnations
  /** Under which people reach this relay. */
  readonly origins: readonly string[]
}): Backs {
  const { store, verify, identity, incarnations } = deps
  const own = deps.origins.map(utf8)
  const name = (log: Bytes): string => backFact(toHex(log))
  /** Ids of the members who have shown what they hold; null when nothing is waited for. */
  const shownIn = async (log: Bytes): Promise<Bytes | null> => {
    const kept = await store.facts.get(name(log))
    return kept?.[0] === 1 ? copy(kept, 1, kept.length) : null
  }
  const keep = (log: Bytes, shown: Bytes | null): Promise<unknown> =>
    store.facts.put(name(log), shown === null ? Uint8Array.of(0) : concat(Uint8Array.of(1), shown))
  /** Only its own word of a place that it no longer has: otherwise one member could hold up the others by saying so. */
  const isProof = async (state: LogState, word: ItsWord | null): Promise<boolean> => {
    if (word === null || word.seq <= (state.head?.seq ?? -1)) return false
    const message = signedMessage(word.as, statementBytes(state.logId, word))
    return verify((await identity()).ed, word.sig, message)
  }
  const holds = async (log: Bytes, { seq, hash }: Head): Promise<boolean> => {
    const [entry] = (await store.read(log, seq, 1)).entries
    return entry !== undefined && equalBytes(entryHash(entry), hash)
  }
  /** The log came here because everybody agreed to (§13), and nothing of it was ever here before: it ends with that agreement, so nobody can hold more of it. */
  const hasJustMoved = async (state: LogState, reachedAt: string): Promise<boolean> => {
    const { relay, head, logId: log } = state
    if (relay === null || head === null || (await incarnations.of(log)) > 1) return false
    const isHere =
      [...own, ...hereAs(reachedAt)].some((origin) => equalBytes(H("relay", origin), relay.origin)) &&
      equalBytes(relay.ed, (await identity()).ed)
    const [last] = isHere ? (await store.read(log, head.seq, 1)).entries : []
    return last !== undefined && endsWithMove(state, last)
  }
  const raise = async (log: Bytes, above: number): Promise<void> => {
    await incarnations.set(log, Math.max(await incarnations.of(log), above) + 1)
  }
  return {
    isBack: async (log) => (await shownIn(log)) !== null,
    begins: async (log) => {
      if ((await shownIn(log)) === null) await keep(log, new Uint8Array(0))
    },
    hears: async (state, who, said, reachedAt) => {
      const { logId: log } = state
      const reach = reachOf(state, who).is
      const word = said.is === "shows" && (await isProof(state, said.word)) ? said.word : null
      const isKnown = (await shownIn(log)) !== null
      // What was said in an incarnation before this one is known to be gone: somebody chose to go on without it.
      const isNews = word !== null && !isKnown && word.incarnation >= (await incarnations.of(log))
      if (isNews) {
        await raise(log, word.incarnation)
        await keep(log, new Uint8Array(0))
      } else if (reach !== "all" && !(isKnown && word !== null))
        return reach === "removed" ? reach : "nothing-here"
      const next = (state.head?.seq ?? -1) + 1
      const before = await shownIn(log)
      const member = memberWith(state, who)
      if (before !== null && !isNews && (await hasJustMoved(state, reachedAt))) {
        await keep(log, null)
        return { next, waits: false }
      }
      if (before === null || member === undefined) return { next, waits: before !== null }
      if (said.is === "go-on") {
        await raise(log, 0)
        await keep(log, null)
        return { next, waits: false }
      }
      const after = (await holds(log, said.head)) ? withOne(before, member.id) : before
      const waits = presentMembers(state).some((one) => !isIn(after, one))
      await keep(log, waits ? after : null)
      return { next, waits }
    },
  }
}

function isIn(shown: Bytes, { id }: Pick<Member, "id">): boolean {
  for (let at = 0; at < shown.length; at += 16) if (equalBytes(shown.subarray(at, at + 16), id)) return true
  return false
}

function withOne(shown: Bytes, id: Bytes): Bytes {
  return isIn(shown, { id }) ? shown : concat(shown, id)
}
