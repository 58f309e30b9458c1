import { concat, copy, entryHash, isRedacted, toHex } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { logsOfExport, makeExport, openedAnswers, shownBy, verifyExport } from "./index.ts"
import type { ExportReport } from "./index.ts"
import { quick } from "./testing/exports.ts"
import { verify } from "./testing/people.ts"
import { ana, answers, ben, mira, roundOf, shows, t, takesBack, viewOf } from "./testing/rounds.ts"
import type { Told } from "./testing/rounds.ts"

// What a file says of held answers (spec/ledger.md §14.1, §15): what was shown, opens; what was not, stays closed in a file too.

const deps = { tools: t, verify, stretch: quick }

/** The file one of them makes of the log as they read it, and what opens answers in it. */
async function fileBy(told: Told, by: number): Promise<Bytes> {
  const { group, stores } = told
  const me = group.members[by]
  if (me === undefined) throw new Error("nobody")
  const view = await viewOf(told, by)
  const state = group.state()
  const kept = stores[by]?.get(view.mine?.ref ?? "")
  const opened = await openedAnswers(t, me.device, { state, view, kept })
  const epochs = await group.keysOf(by)
  const entries = group
    .entries()
    .map((entry) => (isRedacted(state, toHex(entryHash(entry))) ? { ...entry, body: null } : entry))
    .map((entry) => shownBy(epochs, entry, opened))
  return makeExport(t, [{ logId: state.logId, entries }], { device: me.device, logId: state.logId })
}
async function reportOn(file: Bytes): Promise<ExportReport> {
  const read = await verifyExport(deps, file, null)
  if (!read.ok) throw new Error(read.error.type)
  expect(read.value).toMatchObject({ sound: true, fault: null })
  return read.value
}
const carried = async (told: Told, by: number): Promise<number> => {
  const file = await fileBy(told, by)
  const { logs } = await reportOn(file)
  expect(logs.flatMap(({ entries }) => entries.filter(({ state }) => state === "unreadable"))).toEqual([])
  return (await logsOfExport(deps, file, null)).flatMap(({ entries }) => entries.filter((e) => e.k)).length
}

test("row 53: a file carries what opens the answers that were shown to its maker, and the maker's own once it was shown", async () => {
  const told = await roundOf(3)
  await answers(told, ben, "I am still sad on Sundays.")
  await answers(told, ana, "It was not about the money.")
  expect([await carried(told, ben), await carried(told, ana), await carried(told, mira)]).toEqual([0, 0, 0])
  await shows(told, ben)
  // Ben's own, which he showed; and Ana, whom it was shown to. Hers is held back still, in her own file too.
  expect([await carried(told, ben), await carried(told, ana), await carried(told, mira)]).toEqual([1, 1, 0])
  await shows(told, ana)
  expect([await carried(told, ben), await carried(told, ana), await carried(told, mira)]).toEqual([2, 2, 0])
  await takesBack(told, ben, (await viewOf(told, ben)).own)
  expect([await carried(told, ben), await carried(told, ana), await carried(told, mira)]).toEqual([1, 1, 0])
})

test("another's key beside an answer is said of the entry; one cut off, or put where there is no answer, is a fault of the file", async () => {
  const told = await roundOf(2)
  const asked = told.round.ref
  const refs = [await answers(told, ben, "Ben's."), await answers(told, ana, "Ana's.")]
  await shows(told, ben)
  const { group } = told
  const state = group.state()
  const me = group.members[ben]
  if (me === undefined) throw new Error("nobody")
  const epochs = await group.keysOf(ben)
  const statesWith = async (wrong: string): Promise<readonly string[]> => {
    const keys = new Map([[wrong, t.random(32)]])
    const entries = group.entries().map((entry) => shownBy(epochs, entry, keys))
    const file = await makeExport(t, [{ logId: state.logId, entries }], {
      device: me.device,
      logId: state.logId,
    })
    const report = await reportOn(file)
    return report.logs.flatMap((log) => log.entries.flatMap(({ reason }) => reason ?? []))
  }
  expect(await statesWith(refs[0] ?? "")).toEqual(["held-commit"])
  expect(await statesWith(asked)).toEqual(["held"])
  const file = await fileBy(told, ben)
  const cutOut = concat(copy(file, 0, file.length - 81 - 4 - 1), file.subarray(-85))
  expect(await verifyExport(deps, cutOut, null)).toMatchObject({ value: { sound: false } })
})
