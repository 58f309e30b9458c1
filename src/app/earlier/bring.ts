import { createDevice, fileNamesIn } from "#ledger"
import type { Tools } from "#ledger"
import { home, stateOf } from "#practices"
import type { Moment, Ref } from "#practices"
import { encodeRef, equalBytes, toBase64url, writerOf } from "#wire"
import { wordsIn } from "../apart/words-in-body.ts"
import { sharedOf } from "../session/shared-of.ts"
import type { State } from "../keeping/state.ts"
import { mayBeWritten, queuing } from "../sending/writing.ts"
import type { Earlier } from "./earlier.ts"
import type { OwnThing } from "./seen.ts"

// One's own words of an earlier part, said again in the space of now: written anew, with a new name and of today. Never another's, and none by itself.

interface Said {
  readonly ref: Ref
  readonly version: string
  readonly kind: string
  readonly body: unknown
  readonly day: string
  readonly recordKind: 1 | 4
  readonly unsent: boolean
}

function saidIn({ part, unsent }: Earlier): readonly Said[] {
  const stood = part.entries.flatMap((held): readonly Said[] => {
    const { device, uid, kind: recordKind } = held.header
    const writer = writerOf(part.state, device)
    if (held.opened === null || writer === null || !equalBytes(writer, part.member)) return []
    if (recordKind !== 1 && recordKind !== 4) return []
    const { kind, body, day, version } = held.opened
    return [{ ref: encodeRef(device, uid), version, kind, body, day, recordKind, unsent: false }]
  })
  const waited = unsent.map((q): Said => {
    const { ref, version, kind, body, day, recordKind } = q.entry
    return { ref, version, kind, body, day, recordKind, unsent: true }
  })
  // A file was sealed for the log it was shown in: it is put anew, by choice.
  return [...stood, ...waited].filter(
    ({ kind, body }) => !/^(home|record)\.|\.taken-back$/.test(kind) && fileNamesIn(body).length === 0,
  )
}

/** Names of that log that mean nothing anywhere else: entries, their wordings, people. */
function namesIn({ part }: Earlier): ReadonlySet<string> {
  const entries = part.entries.flatMap(({ header, opened }) => [
    encodeRef(header.device, header.uid),
    ...(opened === null ? [] : [opened.version]),
  ])
  return new Set([...entries, ...part.state.members.map(({ id }) => toBase64url(id))])
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamed(one, names))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, names)]))
}

/** What each of one's own things names of one's own, directly or through others; null where it names something of somebody else. */
function needsOf(earlier: Earlier, all: readonly Said[]): ReadonlyMap<Ref, ReadonlySet<Ref> | null> {
  const names = namesIn(earlier)
  const own = new Map(all.flatMap((one) => [[one.ref, one] as const, [one.version, one] as const]))
  const known = new Map<Ref, ReadonlySet<Ref> | null>()
  const visit = (one: Said): ReadonlySet<Ref> | null => {
    const before = known.get(one.ref)
    if (before !== undefined) return before
    known.set(one.ref, new Set())
    const needs = new Set<Ref>()
    for (const text of stringsIn(one.body)) {
      const other = own.get(text)
      if (other === undefined && names.has(text)) return (known.set(one.ref, null), null)
      const further = other === undefined ? new Set<Ref>() : other.recordKind === 4 ? null : visit(other)
      if (further === null) return (known.set(one.ref, null), null)
      if (other !== undefined) for (const ref of [other.ref, ...further]) needs.add(ref)
    }
    known.set(one.ref, needs)
    return needs
  }
  for (const one of all) visit(one)
  return known
}

/** The private page it was made from, so that this page knows again that it is shared; else its own name there. */
function originOf(state: State, { ref }: Said): Ref {
  return stateOf(state.house, home).own.shared.find((pair) => pair.is === ref)?.was ?? ref
}

export function ownThings(state: State, earlier: Earlier): readonly OwnThing[] {
  const all = saidIn(earlier)
  const needs = needsOf(earlier, all)
  return all.map((one): OwnThing => {
    const { ref, kind, day, unsent } = one
    const may =
      one.recordKind === 4
        ? "together"
        : sharedOf(state, originOf(state, one)) !== null
          ? "brought"
          : needs.get(ref) === null
            ? "other"
            : "yes"
    return { ref, kind, day, unsent, may, words: wordsIn(one.body) }
  })
}

/** The state with these waiting to go, ten minutes from now. What the rooms of now would not take is left out. */
export async function bringing(
  t: Tools,
  state: State,
  of: { readonly earlier: Earlier; readonly refs: readonly Ref[]; readonly holdMinutes: number },
  now: Moment,
): Promise<State> {
  const all = saidIn(of.earlier)
  const needs = needsOf(of.earlier, all)
  const may = new Set(
    ownThings(state, of.earlier)
      .filter((thing) => thing.may === "yes")
      .map(({ ref }) => ref),
  )
  const chosen = new Set(
    of.refs.filter((ref) => may.has(ref)).flatMap((ref) => [ref, ...(needs.get(ref) ?? [])]),
  )
  const device = state.shared?.device ?? state.device ?? (await createDevice(t))
  const names = new Map<string, string>()
  const hold = of.holdMinutes * 60_000
  let next: State = { ...state, device: state.device ?? device }
  for (const one of all) {
    if (!chosen.has(one.ref)) continue
    const there = sharedOf(next, originOf(state, one))
    if (there !== null) {
      // It was brought before: what belongs to it names it as it is called now.
      names.set(one.ref, there)
      continue
    }
    const body = renamed(one.body, names)
    if (!mayBeWritten(next, one.kind, body, now.day).ok) continue
    const item = queuing(t, next, device, {
      kind: one.kind,
      body,
      day: now.day,
      notBefore: hold > 0 ? now.at + hold : null,
      hold,
      from: originOf(state, one),
    })
    names.set(one.ref, item.ref)
    names.set(one.version, item.entry.version)
    next = { ...next, queue: [...next.queue, item] }
  }
  return next
}
