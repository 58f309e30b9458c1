import type { Keeper } from "../door/door.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import type { Exclusive } from "../keeping/ground.ts"
import type { Disk } from "../store/memory.ts"
import { phone } from "./people.ts"

type OnWake = Parameters<NonNullable<KeeperDeps["wake"]>>[0]

export interface Tabs {
  readonly disk: Disk
  /** One more tab of this browser. `more` takes the place of what a tab has. */
  readonly open: (more?: Partial<KeeperDeps>) => Keeper
  /** False: word of what another tab wrote is on its way, and does not come. */
  readonly setHeard: (heard: boolean) => void
}

/** Tabs of one browser: one disk, turns that are taken across all of them, and word to the others of what was written. */
export function tabsOf(disk: Disk = new Map()): Tabs {
  const turns = new Map<string, Promise<unknown>>()
  const ears = new Set<OnWake>()
  let isHeard = true
  const exclusive: Exclusive = (name, act) => {
    const turn = (turns.get(name) ?? Promise.resolve()).catch(() => undefined).then(act)
    turns.set(name, turn)
    return turn
  }
  return {
    disk,
    setHeard: (heard) => {
      isHeard = heard
    },
    open: (more = {}) => {
      const own = new Set<OnWake>()
      const onWritten = (): void => {
        if (isHeard) for (const ear of ears) if (!own.has(ear)) setTimeout(() => ear("written"), 0)
      }
      const wake: KeeperDeps["wake"] = (onWake) => {
        own.add(onWake)
        ears.add(onWake)
        return () => ears.delete(onWake)
      }
      return phone({ disk, more: { exclusive, onWritten, wake, ...more } })
    },
  }
}
