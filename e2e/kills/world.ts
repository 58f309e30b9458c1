import { rmSync } from "node:fs"
import { createHost, createRelay, filesFrom, openMemoryStore, serve } from "#relay"
import { createVerify } from "#wire"
import type { SubtleLike } from "#wire"
import { now } from "../../src/app/clock.ts"
import type { OpenProfile } from "../../src/app/door/open-profile.ts"
import type { Session } from "../../src/app/session/session.ts"
import type { Snapshot } from "../../src/app/session/shown.ts"
import { enter, phone } from "../../src/app/testing/people.ts"
import { batteryOut } from "../battery.ts"
import { freshFolder, person } from "../harness.ts"
import type { Person } from "../harness.ts"
import { begins, press } from "../walks/steps.ts"

// Ana in a real Chromium that dies when its database asks for it, Ben beside the relay in this process, both together.

type InPage<T> = (ana: Session, about: string, n: number) => T | Promise<T>
type Behind<T> = (profile: OpenProfile, about: string, n: number) => T | Promise<T>

/** What a doing is judged by, the same for both. */
export interface Seen extends Pick<Snapshot, "going" | "alarm" | "lockMinutes" | "together"> {
  readonly titles: readonly string[]
  readonly kept: readonly string[]
  readonly promises: readonly string[]
  readonly waiting: readonly string[]
  /** All that is still shared by this person is kept together. */
  readonly onlyKept: boolean
  readonly letter: string
  readonly inviting: Snapshot["invite"]["step"]
  /** A sheet was made, and is whole. */
  readonly hasSheet: boolean
  /** How many spaces were put away. */
  readonly earlier: number
}

export interface World {
  readonly ben: Session
  /** One more, who shares nothing yet, beside Ben. */
  readonly cleo: () => Promise<Session>
  /** Does it on Ana's page. The function goes there as text: it can use nothing but what it is given. */
  readonly ana: <T>(act: InPage<T>, about?: string, n?: number) => Promise<T>
  /** The same with what the door has of the open profile. */
  readonly behind: <T>(act: Behind<T>, about?: string, n?: number) => Promise<T>
  readonly seen: () => Promise<{ readonly ana: Seen; readonly ben: Seen }>
  /** Counts Ana's writes from here; at the given one her browser is killed. */
  readonly arm: (at: number, after: boolean) => Promise<void>
  readonly writes: () => Promise<number>
  /** Does it; if her browser was killed meanwhile it is opened again. True when it was. */
  readonly survive: (act: () => Promise<unknown>) => Promise<boolean>
  /** Both look until everything is where it belongs. */
  readonly rest: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startWorld(files: string): Promise<World> {
  const relay = createRelay({
    store: openMemoryStore(),
    clock: () => Date.now(),
    verify: createVerify(crypto.subtle as unknown as SubtleLike),
    files: filesFrom(files, { publicUrl: null }),
    host: createHost({ operator: null, publicUrl: null, exitUrl: null }),
    limits: { appendsPerMinute: 1e9, entriesPerDay: 1e9 },
    batchLimits: { batchesPerDay: 1e9 },
  })
  const serving = await serve({ port: 0, host: "127.0.0.1", relay })
  const { url } = serving
  const address = async () => ({ app: `${url}/`, relay: url, usableElsewhere: true })
  const beside = (): Promise<Session> =>
    enter(phone({ relay: { fetch: relay.fetch }, more: { clock: now, relayOrigin: url, address } }))
  const ben = await beside()
  const profile = freshFolder()
  let died = (): void => undefined
  const opened = async (): Promise<Person> => {
    const one = await person("Ana", { profile })
    await one.page.exposeFunction("dieNow", () => died())
    return one
  }
  let browser = await opened()
  await begins(browser, { url }, "Someone hurt me", /^My partner/)
  const inPage = <T>(act: string, what: string, about: string, n: number): Promise<T> =>
    browser.page.evaluate(`(${act})(globalThis.planted.${what}, ${JSON.stringify(about)}, ${String(n)})`)
  const ana: World["ana"] = (act, about = "", n = 0) => inPage(String(act), "session", about, n)
  const reopened = async (): Promise<void> => {
    await batteryOut(profile)
    await browser.context.close().catch(() => undefined)
    browser = await opened()
    await browser.page.goto(url)
    await press(browser, "Open")
    await browser.page.getByRole("navigation", { name: "Places" }).waitFor()
  }
  const rest = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await ana((s) => s.sync())
      await ben.sync()
    }
    await ana((s) => s.sync())
  }
  await bringTogether(ana, ben)
  await rest()
  return {
    ben,
    cleo: beside,
    ana,
    behind: (act, about = "", n = 0) => inPage(String(act), "profile", about, n),
    rest,
    seen: async () => ({ ana: await ana(seenBy), ben: seenBy(ben) }),
    arm: (at, after) =>
      browser.page.evaluate(
        `Object.assign(globalThis.planted, { writes: 0, at: ${String(at)}, after: ${String(after)} })`,
      ),
    writes: () => browser.page.evaluate("globalThis.planted.writes"),
    survive: async (act) => {
      const killed = new Promise<"died">((resolve) => {
        died = () => resolve("died")
      })
      // What the browser does not answer any more is no failure of the deed.
      const doing = act().then(
        () => new Promise<"done">((resolve) => setTimeout(() => resolve("done"), 50)),
        (error: unknown) =>
          new Promise<"done">((_, reject) => setTimeout(() => reject(error as Error), 2000)),
      )
      const how = await Promise.race([doing, killed])
      if (how === "died") {
        doing.catch(() => undefined)
        await reopened()
      }
      return how === "died"
    },
    stop: async () => {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
      await serving.close()
    },
  }
}

/** The whole invitation, one step at a time from wherever both stand. */
async function bringTogether(ana: World["ana"], ben: Session): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await ben.sync()
    const { invite } = ben.snapshot()
    if (invite.step === "none") await ben.invite.start()
    if (invite.step === "request") await ben.invite.accept()
    if (invite.step === "compare") await ben.invite.answer("same")
    await ana((s) => s.sync())
    const step = await ana((s) => s.snapshot().invite.step)
    if (step === "none" && invite.step === "link")
      await ana((s, link) => s.invite.join(link, "Ana"), invite.link)
    if (step === "compare") await ana((s) => s.invite.answer("same"))
    if (step === "joined" && ben.snapshot().together) return
  }
  throw new Error("never together")
}

/** Goes to the page as text too. */
function seenBy(session: Session): Seen {
  const { house, waiting, going, alarm, lockMinutes, together, invite, recovery, earlier } =
    session.snapshot()
  const list = (of: unknown, name: string, key: string): readonly string[] =>
    (Reflect.get(Object(of), name) as readonly object[]).map((one) => String(Reflect.get(one, key)))
  return {
    titles: list(house.shared["matters"], "matters", "title"),
    kept: list(house.own["matters"], "matters", "title"),
    promises: list(house.shared["promises"], "promises", "ref"),
    waiting: waiting.map((w) => w.ref),
    onlyKept: session.shared().every((thing) => thing.kept),
    letter: session.draft("apology.letter"),
    ...(going === undefined ? {} : { going }),
    alarm,
    lockMinutes,
    together,
    inviting: invite.step,
    hasSheet: recovery?.sheet?.ready === true,
    earlier: earlier ?? 0,
  }
}
