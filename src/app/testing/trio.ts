import type { RelayPort } from "../relay-port.ts"
import type { Session } from "../session.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import { settle, stepOf, together } from "./duo.ts"
import type { Duo, DuoOptions } from "./duo.ts"
import { enter, phone } from "./people.ts"

/** Ana and Ben together, and Mira, whom Ben invites. */
export interface Trio {
  readonly d: Duo
  readonly mira: Session
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
  const open = (): Promise<Session> =>
    enter(phone({ relay, store: memoryStore(disk), clock: d.clock, more: { persist: () => undefined } }))
  let mira = await open()
  return {
    d,
    get mira() {
      return mira
    },
    restartMira: async () => {
      mira = await open()
    },
  }
}

/** Everybody looks, twice. */
export async function allLook({ d, mira }: Trio): Promise<void> {
  for (let i = 0; i < 2; i += 1) for (const one of [d.ben, d.ana, mira]) await one.sync()
  await settle()
}

/** Ben invites Mira and both say "same": from here on it is Ana's to say. */
export async function benAsksForMira(t: Trio, called = "Mira"): Promise<void> {
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
