import type { Page } from "playwright-core"
import type { Keeper } from "../../src/app/door/door.ts"
import type { Session } from "../../src/app/session/session.ts"
import type { World } from "../../src/app/testing/mortal.ts"
import { reads } from "../../src/app/testing/one-can.ts"
import { enter, noRelay, phone } from "../../src/app/testing/people.ts"
import { decode, diskOf, encode } from "./hooks.ts"

// A session and a keeper as if they were here: what only reads is read from a copy of the page's rows, opened in this process; all else is done on the page.

interface Copy {
  readonly keeper: Keeper
  readonly session: Session | null
}
interface Mortal {
  readonly isDead: boolean
  readonly died: Promise<"died">
}
export interface Remote {
  readonly keeper: Keeper
  readonly session: Session
  readonly isFresh: boolean
}

async function copyOf(page: Page, { clock, more = {}, passphrase }: World): Promise<Copy> {
  const disk = diskOf(await page.evaluate<string>("globalThis.planted.rows()"))
  const keeper = phone({ disk, clock, relay: noRelay, more })
  const state = await keeper.state()
  if (state === "fresh") return { keeper, session: null }
  return { keeper, session: await enter(keeper, state === "locked" ? (passphrase ?? null) : null) }
}

/** What stands at this path of it. */
function under(of: object, path: string): unknown {
  return path
    .split(".")
    .slice(1)
    .reduce((at: unknown, name) => Reflect.get(Object(at), name) as unknown, of)
}

const gone = new Promise<never>(() => undefined)

export async function remote(page: Page, world: World, life: Mortal): Promise<Remote> {
  const shape = phone()
  const session = await enter(shape)
  let copy: Copy = await openedOn(page, world)
  let turns: Promise<unknown> = Promise.resolve()

  const refreshed = async (): Promise<void> => {
    copy.keeper.lock()
    copy = await copyOf(page, world)
  }
  const asked = async (path: string, args: readonly unknown[]): Promise<unknown> => {
    try {
      await page.context().clock.setFixedTime(world.clock.now().at)
      const [name, list] = [JSON.stringify(path), JSON.stringify(encode(args))]
      const value = decode(await page.evaluate<string>(`globalThis.planted.call(${name}, ${list})`))
      await refreshed()
      if (typeof value !== "object" || value === null || !("session" in value)) return value
      return { ...value, session: me.session }
    } catch (error) {
      // What a browser that was killed does not answer any more is no failure of the deed.
      const how = await Promise.race([life.died, new Promise((resolve) => setTimeout(resolve, 2000))])
      if (how === "died" || life.isDead) return gone
      throw error
    }
  }
  const call = (path: string, args: readonly unknown[]): Promise<unknown> => {
    const turn = turns.then(() => asked(path, args))
    turns = turn.catch(() => undefined)
    return turn
  }
  const mirror = (of: object, prefix: string): object =>
    Object.fromEntries(
      Object.entries(of).map(([name, one]) => {
        const path = `${prefix}.${name}`
        if (typeof one !== "function") return [name, mirror(Object(one), path)]
        if (!reads.has(path) || prefix === "keeper") return [name, (...args: unknown[]) => call(path, args)]
        return [
          name,
          (...args: unknown[]): unknown => {
            const read = under(copy.session ?? {}, path)
            if (typeof read !== "function") throw new Error(`nobody has begun here: ${path}`)
            return (read as (...of: unknown[]) => unknown)(...args)
          },
        ]
      }),
    )
  const me = {
    keeper: mirror(shape, "keeper") as Keeper,
    session: mirror(session, "session") as Session,
    isFresh: copy.session === null,
  }
  shape.lock()
  return me
}

/** Opens on the page what is there, as a person would. */
async function openedOn(page: Page, world: World): Promise<Copy> {
  const state = await page.evaluate<unknown>("globalThis.planted.keeper.state()")
  if (state === "open-without-passphrase") {
    await page.getByRole("button", { name: "Open", exact: true }).click()
    await page.evaluate(`globalThis.planted.has("session")`)
  }
  if (state === "locked")
    await page.evaluate(
      `globalThis.planted.keeper.unlock(${JSON.stringify(world.passphrase)}).then(() => null)`,
    )
  return copyOf(page, world)
}
