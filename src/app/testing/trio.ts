import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import { settle, stepOf, together } from "./duo.ts"
import type { Duo, DuoOptions } from "./duo.ts"
import { enter, phone } from "./people.ts"

export interface Three {
  readonly d: Pick<Duo, "ana" | "ben">
  readonly mira: Session
}

/** Ana and Ben together, and Mira, whom Ben invites. */
export interface Trio extends Three {
  readonly d: Duo
  /** One more phone, of somebody new, on the same relay. */
  readonly stranger: () => Promise<Session>
  /** Mira's phone killed and started again. */
  readonly restartMira: () => Promise<void>
}

export async function trio(options: DuoOptions = {}): Promise<Trio> {
  const ports: RelayPort[] = []
  const d = await together({
    ...options,
    between: (relay, side) => {
      ports.push(relay)
      return options.between?.(relay, side) ?? relay
    },
  })
  const [relay] = ports
  if (relay === undefined) throw new Error("no relay")
  const disk: Disk = new Map()
  const on = (own: Disk): Promise<Session> =>
    enter(phone({ relay, store: memoryStore(own), clock: d.clock, more: { persist: () => undefined } }))
  const open = (): Promise<Session> => on(disk)
  let mira = await open()
  return {
    d,
    stranger: () => on(new Map()),
    get mira() {
      return mira
    },
    restartMira: async () => {
      mira = await open()
    },
  }
}

/** Everybody looks, twice. */
export async function allLook({ d, mira }: Three): Promise<void> {
  for (let i = 0; i < 2; i += 1) for (const one of [d.ben, d.ana, mira]) await one.sync()
  await settle()
}

/** Ben invites Mira and both say "same": from here on it is Ana's to say. */
export async function benAsksForMira(t: Three, called = "Mira"): Promise<void> {
  const { d } = t
  await d.ben.invite.start(called)
  await settle()
  const { invite } = d.ben.snapshot()
  if (invite.step !== "link") throw new Error(invite.step)
  await t.mira.invite.join(invite.link, "Mira")
  await d.ben.sync()
  await settle()
  await d.ben.invite.accept()
  await settle()
  await t.mira.sync()
  await settle()
  await t.mira.invite.answer("same")
  await d.ben.invite.answer("same")
  await allLook(t)
}

/** All three together. */
export async function three(options: DuoOptions = {}): Promise<Trio> {
  const t = await trio(options)
  await benAsksForMira(t)
  const [asked] = t.d.ana.snapshot().proposed ?? []
  if (asked === undefined) throw new Error(`Ana was not asked: ${stepOf(t.d.ben)}`)
  await t.d.ana.proposals.agree(asked.ref)
  await allLook(t)
  if (!t.mira.snapshot().together) throw new Error("Mira never came in")
  return t
}
