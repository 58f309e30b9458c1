import { expect } from "vitest"
import type { Keeper, LinkedHere } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { mortalPort, mortalStore } from "./disks.ts"
import type { Disk, MortalStore } from "./disks.ts"
import type { Duo } from "./duo.ts"
import { enter, phone } from "./people.ts"

// A phone that links a laptop, either of which can be killed at any write. Tests only.

interface Laptop {
  readonly keeper: Keeper
  readonly store: MortalStore
}
export interface Links {
  readonly d: Duo
  readonly disk: Disk
  laptop: Laptop
}
type Kill = { readonly at: number; readonly after: boolean } | null

export function laptopOn({ d, disk }: Pick<Links, "d" | "disk">, kill: Kill): Laptop {
  const store = mortalStore(disk, kill)
  return { keeper: phone({ relay: mortalPort(d.relay, store), store, clock: d.clock }), store }
}

/** One step on the laptop; started again where it died. */
async function steps(l: Links, link: string | null): Promise<LinkedHere> {
  const { keeper, store } = l.laptop
  const here = await Promise.race([keeper.linkHere(link), store.died])
  if (here !== "died" && !store.isDead()) return here
  l.laptop = laptopOn(l, null)
  const again = l.laptop.keeper
  // All of it came in with the write it died at.
  if ((await again.state()) !== "fresh") return { is: "here", session: await enter(again) }
  return { is: "none" }
}

/** From wherever both stand until the laptop is here. The words never change on the way. */
export async function driven(l: Links): Promise<Session> {
  const { d } = l
  const words = new Set<string>()
  let link: string | null = null
  for (let round = 0; round < 40; round += 1) {
    const { linking } = d.ana.snapshot()
    if (linking?.step === "stopped") throw new Error(linking.because)
    if (linking === undefined) await d.survive("ana", () => d.phones.ana.keeper.linkDevice(null, false))
    if (linking?.step === "link") ({ link } = linking)
    if (linking?.step === "compare") {
      words.add(linking.words.join())
      await d.survive("ana", () => d.phones.ana.keeper.addLinked(null))
    }
    await d.survive("ana", (s) => s.sync())
    const here = await steps(l, link)
    if (here.is === "stopped") throw new Error(here.because)
    if (here.is === "waits" && here.words !== null) words.add(here.words.join())
    if (here.is === "here") {
      expect(words.size).toBe(1)
      return here.session
    }
  }
  throw new Error("never here")
}
