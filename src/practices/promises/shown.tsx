import { labelOf, openedAs } from "../matter-names.tsx"
import type { BodyOf, Ref, States, Writer } from "../practice.ts"
import type { RoomProps, Waiting } from "../view.ts"
import { entries } from "./entries.ts"
import type { PromisesEntries } from "./entries.ts"
import type { Ending, Promised, PromisesOwn, PromisesShared, Seen } from "./fold.ts"
import { sharedOnes } from "./attend.ts"
import type { Known } from "./look.ts"

export type PromisesProps = RoomProps<PromisesEntries, PromisesShared, PromisesOwn>
export type PromisesStates = States<PromisesShared, PromisesOwn>

/** A promise as this reader sees it. `waiting`: chosen to go to the other person, and not signed yet. */
export interface Shown {
  readonly promise: Promised
  readonly is: "shared" | "own" | "waiting"
  readonly mine: boolean
}

export interface WithShown extends PromisesProps {
  readonly shown: Shown
}

/** All promises this reader can see, newest first. One that was made to the other person too is shown as that one. */
export function shownOf({ states, reader, desk }: PromisesProps): readonly Shown[] {
  const { shared, own } = states
  const there = shared.promises.map((promise): Shown => ({
    promise,
    is: "shared",
    mine: promise.writer === reader.shared,
  }))
  const refs = new Set(shared.promises.map((p) => p.ref))
  const waiting = desk.waiting.flatMap((w): readonly Shown[] => {
    const body = w.kind === "promises.made" && !refs.has(w.ref) ? taken("promises.made", w) : null
    const signed = { ref: w.ref, version: "", writer: reader.shared ?? reader.own, day: w.day }
    return body === null ? [] : [{ promise: { ...signed, ...body }, is: "waiting", mine: true }]
  })
  const isThere = sharedOnes(shared, reader)
  const gone = new Set([...refs, ...waiting.map((s) => s.promise.ref)])
  const alone = own.promises
    .filter((p) => !gone.has(desk.sharedOf(p.ref) ?? "") && !isThere(p))
    .map((promise): Shown => ({ promise, is: "own", mine: true }))
  return [...there, ...waiting, ...alone].toReversed()
}

/** What is known of endings: what was told, and what waits on this device to be told. */
export function knownOf({ states, reader, desk }: PromisesProps, is: Shown["is"]): Required<Known> {
  if (is === "own") return { ...states.own, seen: [] }
  const writer = reader.shared ?? reader.own
  const signed = (w: Waiting) => ({ ref: w.ref, version: "", writer, day: w.day })
  const endings = desk.waiting.flatMap((w): readonly Ending[] => {
    const body = taken("promises.settled", w)
    return body === null ? [] : [{ ...signed(w), ...body, promise: body.target.ref, due: body.due ?? null }]
  })
  const seen = desk.waiting.flatMap((w): readonly Seen[] => {
    const body = taken("promises.seen", w)
    return body === null ? [] : [{ ...signed(w), ...body, ending: body.target.ref }]
  })
  const ended = desk.waiting.flatMap((w) => {
    const body = taken("promises.ended", w)
    return body === null ? [] : [{ promise: body.target.ref, day: w.day, reason: body.reason }]
  })
  const { shared } = states
  return {
    endings: [...shared.endings, ...endings],
    seen: [...shared.seen, ...seen],
    ended: [...shared.ended, ...ended],
  }
}

/** What waits to be said to one promise or one ending, if anything does. */
export function waitingFor({ desk }: PromisesProps, kind: keyof PromisesEntries, target: Ref): Ref | null {
  const named = (w: Waiting): unknown => Reflect.get(Object(Reflect.get(Object(w.body), "target")), "ref")
  return desk.waiting.find((w) => w.kind === kind && named(w) === target)?.ref ?? null
}

/** The body of a waiting entry, held against the same schema as any other. */
function taken<K extends keyof PromisesEntries & string>(
  kind: K,
  waiting: Waiting,
): BodyOf<PromisesEntries, K> | null {
  if (waiting.kind !== kind) return null
  const answer: unknown = entries[kind].schema["~standard"].validate(waiting.body)
  if (typeof answer !== "object" || answer === null || !("value" in answer)) return null
  return answer.value as BodyOf<PromisesEntries, K>
}

/** The matter a shared promise may name: only one whose name both see. */
export function sharedMatterOf(
  { matters, standing, desk }: PromisesProps,
  matter: Ref | undefined,
): Ref | null {
  return openedAs(labelOf(matters, matter), standing, desk.waiting)
}

/** The private promise a waiting one was made from: it is its author’s copy, and theirs again when the other is taken back. */
export function ownCopyOf({ states, desk }: PromisesProps, { promise, is }: Shown): Promised | null {
  const own = is === "waiting" ? desk.ownOf(promise.ref) : null
  return states.own.promises.find((p) => p.ref === own) ?? null
}

/** What was made already from the same beginning: then it is shown, and not made twice. */
export function takenUp(props: PromisesProps): Ref | null {
  const { start, states } = props
  if (start === null) return null
  const own = states.own.promises.findLast((p) => p.from === start.from)
  const there = shownOf(props).find((s) => s.mine && s.promise.from === start.from)
  return own?.ref ?? there?.promise.ref ?? null
}

/** A mark of this device alone: how much of a promise was looked at, so that Today need not show it again. It is never sent. */
export function lookedAt({ desk }: PromisesProps, promise: Ref): number {
  const mark = desk.draft(`promises.looked:${promise}`)
  return mark === "" ? -1 : Number(mark)
}
/** Called with the drawing itself: a page that is left again at once was looked at, too. */
export function lookAt(props: PromisesProps, promise: Promised): void {
  const said = saidTo(props, promise)
  if (lookedAt(props, promise.ref) < said) props.desk.setDraft(`promises.looked:${promise.ref}`, String(said))
}

/** How much the other person has said here: endings of their own promise, or views on endings of the reader’s. */
export function saidTo({ states, reader }: PromisesProps, promise: Promised): number {
  const { endings, ended, seen } = states.shared
  const here = endings.filter((e) => e.promise === promise.ref)
  if (promise.writer !== reader.shared)
    return here.length + ended.filter((e) => e.promise === promise.ref).length
  return seen.filter((s) => s.writer !== reader.shared && here.some((e) => e.ref === s.ending)).length
}

/** Who said something last to one of the reader’s own promises. */
export function lastSeenBy({ states, reader }: PromisesProps, promise: Promised): Writer {
  const { endings, seen } = states.shared
  const here = endings.filter((e) => e.promise === promise.ref)
  const said = (s: Seen): boolean => s.writer !== reader.shared && here.some((e) => e.ref === s.ending)
  return seen.findLast(said)?.writer ?? promise.writer
}

type SayHalves = (
  key: "promises.when-will",
  values: { readonly when: string; readonly will: string },
) => string
/** The words of a promise in one line. The two halves are the author's own; what stands between them is the language's. */
export function wordsOf({ when, will }: Pick<Promised, "when" | "will">, say: SayHalves): string {
  const halves = { when: when.trim(), will: will.trim() }
  if (halves.when === "") return halves.will
  // Who ended the first half with a sign of their own has put it as they want it.
  return /[\p{P}]$/u.test(halves.when) ? `${halves.when} ${halves.will}` : say("promises.when-will", halves)
}
