import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { joined } from "./duo.ts"
import { enter } from "./people.ts"
import type { SheetPair } from "./sheets.ts"

// What Ana shares on one device, for another one of hers. Tests only.

/** She says yes for the first of her devices that does not see it. */
export async function letIn(keeper: Keeper, ana: Session, own: string | null = null): Promise<void> {
  const next = ana.snapshot().absent?.find(({ asked }) => !asked)
  if (next === undefined) throw new Error("nobody to let in")
  const said = await keeper.letSee(own, next.id)
  if (!said.ok) throw new Error(said.because)
}

/** Her devices are opened by turns, an hour later each time, until nothing of it is under way any more. */
export async function carried(...devices: readonly Session[]): Promise<void> {
  for (let round = 0; round < 4; round += 1)
    for (const device of devices) {
      await device.recovery.bringTogether()
      await device.sync()
    }
}

/** Somebody new, whom she asks in on this device. */
export async function goesTo(pair: SheetPair, ana: Session): Promise<Session> {
  const mira = await enter(pair.empty())
  await joined({ ana, ben: mira })
  return mira
}
