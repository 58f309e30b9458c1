import type { Person } from "../../e2e/harness.ts"
import { press, sees } from "../../e2e/walks/steps.ts"
import type { Session } from "../../src/app/session/session.ts"
import { clockFrom, enter, phone } from "../../src/app/testing/people.ts"
import { nth } from "./pair-log.ts"

// Ben without screens: his phone is the app's own core, here in Node, and asks the same relay as Ana's browser.

export interface Ben {
  readonly session: Session
  readonly link: string
}

export async function benInvites(relay: string): Promise<Ben> {
  const keeper = phone({
    relay: { fetch: (request) => fetch(request) },
    clock: clockFrom(Date.now()),
    more: { relayOrigin: relay, persist: () => undefined },
  })
  const session = await enter(keeper)
  await session.invite.start("Ben")
  await session.sync()
  const { invite } = session.snapshot()
  if (invite.step !== "link") throw new Error(`Ben has no link: ${invite.step}`)
  return { session, link: invite.link }
}

export async function saysTheSame(ben: Session, ana: Person): Promise<void> {
  const until = async (step: string): Promise<void> => {
    while (ben.snapshot().invite.step !== step) {
      await new Promise((done) => setTimeout(done, 200))
      await ben.sync()
    }
  }
  await until("request")
  await ben.invite.accept()
  await until("compare")
  await ana.page.locator("ol.sas").waitFor()
  await ben.invite.answer("same")
  await ben.sync()
  await press(ana, "They are the same")
  while (!ben.snapshot().together) {
    await new Promise((done) => setTimeout(done, 200))
    await ben.sync()
  }
  await sees(ana, "You are connected")
  await press(ana, "Done")
}

const together = 16

/** Matters, accounts and promises, sent in runs as a phone sends them. */
export async function writes(ben: Session, count: number): Promise<void> {
  const { ref } = await ben.queue("matters.opened", { title: "The Friday" }, { holdMinutes: 0 })
  for (let n = 0; n < count; n += together) {
    for (let i = n; i < Math.min(count, n + together); i += 1)
      await ben.queue(...nth(ref, i), { holdMinutes: 0 })
    await ben.sync()
  }
  await ben.sync()
  if (ben.snapshot().waiting.length > 0) throw new Error("something of Ben's still waits")
}
