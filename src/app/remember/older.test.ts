import { expect, test } from "vitest"
import { profilesIn } from "../door/lock.ts"
import { fromRow, toRow } from "../keeping/rows.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import { looks } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { enter, toolsOf } from "../testing/people.ts"
import { kept, ownTitles, pairOfTwo, says, sheetOf, titles } from "../testing/sheets.ts"
import { openVault } from "../keeping/vault.ts"

// The row of the state as it was written before there were links, moves, earlier parts and several devices: what it does not say is not there.

const later = ["branch", "earlier", "heard", "goesOn", "moving", "givenUp", "linking", "copied", "changes"]
const laterCopying = ["settled", "since", "forgot", "elsewhere"]
const laterRecovery = ["came", "removingOwn", "addingOwn", "returningOwn"]

const without = (of: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name)))

/** Taken back to what an older version had written. */
async function aged(disk: Disk): Promise<void> {
  const t = toolsOf()
  const [profile] = await profilesIn(t, memoryStore(disk))
  if (profile === undefined || !("key" in profile.wrap)) throw new Error("no bare profile")
  const vault = await openVault(t, memoryStore(disk), profile.id, profile.wrap.key)
  const row = await vault.get("desk", "state")
  if (!row.ok || row.value === null) throw new Error("no state")
  const state = fromRow<{ recovery: { copying: object | null } }>(row.value, t.decodeUtf8)
  const { copying } = state.recovery
  const recovery = {
    ...without(state.recovery, laterRecovery),
    copying: copying === null ? null : without(copying, laterCopying),
  }
  const value = toRow({ ...without(state, later), recovery })
  await vault.write([{ op: "put", table: "desk", name: "state", value }])
  vault.close()
}

test("a profile of an older version opens as it was, writes on, and can have another device", async () => {
  const pair = await pairOfTwo()
  await sheetOf(pair.keepers.ana)
  pair.keepers.ana.lock()
  await aged(pair.disk)
  const keeper = pair.empty({ disk: pair.disk })
  const ana = await enter(keeper)
  expect(ana.snapshot()).toMatchObject({ alarm: null, together: true })
  expect(ana.elsewhere.earlier()).toEqual([])
  expect(ownTitles(ana)).toEqual(["The loan"])
  await ana.sync()
  await says(ana, "Written on")
  await looks({ ana, ben: pair.ben })
  expect(titles(pair.ben)).toEqual(["What Ben opened", "Written on"])
  const { laptop } = await linked({ phone: keeper, ana, laptop: pair.empty() })
  await laptop.keep("matters.kept", { ...kept, title: "L" })
  await laptop.recovery.bringTogether()
  await ana.recovery.bringTogether()
  expect(ownTitles(ana)).toEqual(["The loan", "L"])
  await pair.ben.going.choose("leave")
  await looks({ ana, ben: pair.ben })
  await ana.elsewhere.begin({ again: false })
  expect(ana.elsewhere.earlier()).toMatchObject([{ why: "alone" }])
})
