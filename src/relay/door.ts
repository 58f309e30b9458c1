import { decodeGenesis, decodeHeader, encodeCore, equalBytes, H, fromBase64url, toHex } from "#wire"
import type { Bytes, Device, Entry, LogState, Member, Purpose, RelayError } from "#wire"
import type { HearsWith } from "./live.ts"
import { memberWith, reachOf, reachOfInvite } from "./reach.ts"
import type { Reach, Who } from "./reach.ts"
import type { Store } from "./store/store.ts"
import type { Tokens } from "./tokens.ts"

/** Who asks, as far as a request says it: the token of a sign-in, or the id of an invite. */
export interface Asking {
  readonly token: string | undefined
  readonly invite: string | undefined
}
export interface Door {
  readonly hearsWith: HearsWith

  /** How far this one reads. "sign-in": nobody signed in. */
  readonly reads: (state: LogState, asking: Asking) => Promise<Reach | "sign-in">
  /** How far they read who may append this run, and whether they give back what was lost; why they may not. */
  readonly appends: (
    state: LogState,
    run: readonly Entry[],
    token: string | undefined,
  ) => Promise<{ readonly reach: Reach; readonly givesBack: boolean } | RelayError>
  /** Who may leave files beside the entries of this log: an active device, while the log is open. */
  readonly stores: (state: LogState, token: string | undefined) => Promise<Device | RelayError>
  /** Who may take away what their own devices left there: also who left, and a recovery key in force. */
  readonly letsGo: (state: LogState, token: string | undefined) => Promise<Pick<Member, "id"> | RelayError>
  /** Who says something to a relay that went back. */
  readonly backs: (log: Bytes, token: string | undefined) => Promise<Who | null>
}

export function createDoor(deps: {
  readonly store: Store
  readonly tokens: Tokens
  readonly incarnationOf: (log: Bytes) => Promise<number>
  readonly isBack: (log: Bytes) => Promise<boolean>
}): Door {
  const { store, tokens, incarnationOf, isBack } = deps
  const whoIs = async (log: Bytes, purpose: Purpose, token: string | undefined): Promise<Who | null> =>
    tokens.who(token, { log, purpose, incarnation: await incarnationOf(log) })
  /** Who belongs to this log by the token they append with; no device of it where a recovery key asks. */
  const writerOf = async (
    state: LogState,
    token: string | undefined,
  ): Promise<{ readonly who: Who; readonly device: Device | undefined } | RelayError> => {
    const who = await whoIs(state.logId, "append", token)
    if (who === null) return "sign-in"
    const reach = reachOf(state, who).is
    if (reach === "none" || reach === "removed") return reach === "none" ? "nothing-here" : reach
    return { who, device: [...state.devices.values()].find((d) => equalBytes(d.ed, who.ed)) }
  }
  return {
    hearsWith: (log, shown) => {
      const id = shown.length === 43 ? fromBase64url(shown) : null
      if (id?.length === 32) {
        const name = toHex(H("invite", id))
        return (state, from) => reaches(reachOfInvite(state.invites.get(name)), from)
      }
      const who = tokens.who(shown, { log, purpose: "read", incarnation: null })
      return who === null ? null : (state, from) => reaches(reachOf(state, who), from)
    },
    stores: async (state, token) => {
      const writer = await writerOf(state, token)
      if (typeof writer === "string") return writer
      const { device } = writer
      return device?.state === "active" && state.closed === null ? device : "refused"
    },
    letsGo: async (state, token) => {
      const writer = await writerOf(state, token)
      if (typeof writer === "string") return writer
      const { device, who } = writer
      return device === undefined ? (memberWith(state, who) ?? "nothing-here") : { id: device.member }
    },
    backs: (log, token) => whoIs(log, "back", token),
    reads: async (state, { token, invite }) => {
      if (token === undefined && invite !== undefined) {
        const id = fromBase64url(invite)
        const name = id?.length === 32 ? H("invite", id) : null
        // A link lives as long as its mailbox.
        const isAlive = name !== null && (await store.mailbox(name)) !== null
        return reachOfInvite(isAlive ? state.invites.get(toHex(name)) : undefined)
      }
      const who = await whoIs(state.logId, "read", token)
      return who === null ? "sign-in" : reachOf(state, who)
    },
    appends: async (state, run, token) => {
      const back = await whoIs(state.logId, "back", token)
      const who = back ?? (await whoIs(state.logId, "append", token))
      if (who === null) return "sign-in"
      const givesBack = back !== null
      const all = { reach: { is: "all" }, givesBack } as const
      if (state.head === null) return begins(state.logId, run, givesBack ? null : who) ? all : "nothing-here"
      // What is missing was signed by its writers; whoever hands it over need not be in the older state that is here.
      if (givesBack && (await isBack(state.logId))) return all
      const reach = reachOf(state, who)
      if (reach.is === "removed") return reach.is
      return reach.is === "none" ? "nothing-here" : { reach, givesBack }
    },
  }
}

/** The entry that ends an invite may come with others behind it: whoever holds the link hears of that one. */
function reaches(reach: Reach, from: number): boolean {
  if (reach.is === "entries") return reach.until >= from
  return reach.is === "all" || reach.is === "words"
}

/** A log begins with an entry that its signer's own key stands in, or, where it is given back, anybody's; and no other log's first entry says whether this one is here. */
function begins(log: Bytes, run: readonly Entry[], who: Who | null): boolean {
  const first = run[0]
  const header = first === undefined ? null : decodeHeader(first.header)
  if (header === null || !header.ok || header.value.kind !== 0) return false
  const core = decodeGenesis(first?.body ?? new Uint8Array(0))
  if (core === null || !equalBytes(H("log", encodeCore(core)), log)) return false
  return who === null || equalBytes(core.ed, who.ed)
}
