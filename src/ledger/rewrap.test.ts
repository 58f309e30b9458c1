import { concat, decodeHeader, entryHash, good, toBase64url, toHex, u32, utf8 } from "#wire"
import type { Bytes, EpochBlock, Json } from "#wire"
import { describe, expect, test } from "vitest"
import {
  createDraft,
  epochBegunBy,
  epochKeyFrom,
  lackedEpochs,
  makeRewrap,
  open,
  rewrapDrafts,
  rewrapKinds,
  takeRewrap,
} from "./index.ts"
import type { KeyView, RoundEntry } from "./index.ts"
import { groupOf } from "./testing/group.ts"
import type { Group } from "./testing/group.ts"
import { toolsFrom } from "./testing/people.ts"
import { wrapKey } from "./wrap.ts"

// A key given again (spec/ledger.md §17): how Ben comes to read what a wrong wrap kept from him, and what nobody gets that way.

const t = toolsFrom(17)
const day = "2026-11-26"
const [ben, ana, mira] = [0, 1, 2]

/** The chain as this one reads it, with what they were given again; `lost`: epochs whose wrap did not open for them. */
async function viewOf(
  group: Group,
  by: number,
  lost: readonly number[] = [],
): Promise<KeyView & { readonly faults: readonly string[] }> {
  const device = group.members[by]?.device
  if (device === undefined) throw new Error("nobody")
  const begun = new Map<number, EpochBlock>()
  const epochs = new Map<number, Bytes>()
  const entries: RoundEntry[] = []
  const faults: string[] = []
  for (const entry of group.entries()) {
    const header = decodeHeader(entry.header)
    if (!header.ok) throw new Error(header.error.type)
    const block = epochBegunBy(header.value, entry.body)
    const key = block === null || lost.includes(block.number) ? good(null) : await epochKeyFrom(device, entry)
    if (key.ok && key.value !== null) epochs.set(key.value.number, key.value.key)
    const isSaid = header.value.kind === 1 && !group.state().redacted.has(toHex(entryHash(entry)))
    const opened = isSaid ? await open(t, epochs, header.value, entry) : null
    const said = opened?.ok === true ? opened.value : null
    if (said?.kind === rewrapKinds.gives) {
      const again = await takeRewrap(device, { header: header.value, begun }, said.body)
      if (again.ok && again.value !== null) epochs.set(again.value.number, again.value.key)
      if (!again.ok) faults.push(again.error.type)
    }
    if (block !== null) begun.set(block.number, block)
    entries.push({ header: header.value, hash: toHex(entryHash(entry)), said })
  }
  return { state: group.state(), device: device.id, entries, begun, epochs, faults }
}

/** Writes what is owed, and gives how many entries that were. */
async function writes(group: Group, by: number, lost: readonly number[] = []): Promise<number> {
  const view = await viewOf(group, by, lost)
  const drafts = await rewrapDrafts(t, view, { inForce: view.state.epoch.number, day })
  if (drafts.length > 0) await group.write(by, drafts)
  return drafts.length
}

function content(name: string, body: Json) {
  const made = createDraft(t, { kind: 1, name, body, day, basis: null })
  if (!made.ok) throw new Error(made.error.type)
  return made.value
}
const epoch = () => ({ uid: t.random(16), control: { op: "epoch" as const } })

/** Ana began an epoch in which Ben's wrap did not open; Ben has begun the next one. What Ana said in it is closed to him. */
async function closed(size: 2 | 3) {
  const group = await groupOf(t, size)
  await group.write(ana, [epoch()])
  const number = group.state().epoch.number
  await group.write(ana, [content("home.named", { name: "Ana" })])
  await group.write(ben, [epoch()])
  return { group, number }
}
const words = (view: KeyView): readonly string[] => view.entries.flatMap(({ said }) => said?.kind ?? [])

describe("row 8: whose wrap does not open", () => {
  test("row 8: Ben asks, Ana gives, Ben reads what was closed to him; nobody writes a second time", async () => {
    const { group, number } = await closed(2)
    expect(words(await viewOf(group, ben, [number]))).toEqual([])
    expect(await writes(group, ben, [number])).toBe(1)
    expect(await writes(group, ben, [number])).toBe(0)
    expect(await writes(group, ana)).toBe(1)
    expect(await writes(group, ana)).toBe(0)
    const view = await viewOf(group, ben, [number])
    expect(view.epochs.has(number)).toBe(true)
    expect(await writes(group, ben, [number])).toBe(0)
    // The key came behind the words: they open in their place once it is there.
    const entry = group.entries().find((e, i) => view.entries[i]?.said === null && e.header[93] === 1)
    const header = entry === undefined ? null : decodeHeader(entry.header)
    if (entry === undefined || header?.ok !== true) throw new Error("nothing was closed")
    const opened = await open(t, view.epochs, header.value, entry)
    expect(opened.ok && opened.value.kind).toBe("home.named")
  })

  test("row 8: the wrong key given again is not taken; asked again, another's right one is", async () => {
    const { group, number } = await closed(3)
    await writes(group, ben, [number])
    const { begun, state, device: sender, epochs } = await viewOf(group, mira)
    const [block, device] = [begun.get(number), group.members[ben]?.device]
    if (device === undefined || block === undefined) throw new Error("nobody asked")
    const { logId } = state
    const to = { id: device.id, x: device.x.publicKey }
    const key = epochs.get(number - 1) ?? t.random(32)
    await expect(makeRewrap({ logId, sender, block, key, to: [to] })).rejects.toThrow("not the key")
    const place = concat(logId, u32(number), block.commitment, sender, device.id)
    const { id, enc, ct } = await wrapKey(concat(utf8("gs/v1/rewrap"), place), to, key)
    const wraps = [{ id: toBase64url(id), enc: toBase64url(enc), ct: toBase64url(ct) }]
    await group.write(mira, [content(rewrapKinds.gives, { epoch: number, wraps })])
    const lied = await viewOf(group, ben, [number])
    expect([lied.epochs.has(number), lied.faults]).toEqual([false, ["commitment"]])
    expect(await writes(group, ben, [number])).toBe(1)
    expect(await writes(group, ana)).toBe(1)
    expect((await viewOf(group, ben, [number])).epochs.has(number)).toBe(true)
  })

  test("row 8: Mira, who came later, asks for what was before: no unchanged app gives it, none takes it", async () => {
    const group = await groupOf(t, 3)
    const view = await viewOf(group, mira)
    const first = [...view.begun.keys()].filter((n) => !view.epochs.has(n))
    expect(first.length).toBeGreaterThan(0)
    expect(lackedEpochs(view, view.state.epoch.number)).toEqual([])
    await group.write(mira, [content(rewrapKinds.lacks, { epochs: [...first] })])
    expect(await writes(group, ben)).toBe(0)
    expect(await writes(group, ana)).toBe(0)
    // A changed app of Ben's gives it all the same, as it could by any other way.
    const mine = await viewOf(group, ben)
    const [block, device] = [mine.begun.get(first.at(-1) ?? 0), group.members[mira]?.device]
    if (block === undefined || device === undefined) throw new Error("no epoch")
    const key = mine.epochs.get(block.number) ?? t.random(32)
    const [to] = [[{ id: device.id, x: device.x.publicKey }]]
    await expect(
      makeRewrap({ logId: mine.state.logId, sender: mine.device, block, key, to }),
    ).rejects.toThrow()
    const wraps = [...block.wraps, { id: device.id, enc: device.x.publicKey, ct: t.random(48) }]
    const widened = { ...block, wraps }
    const body = await makeRewrap({ logId: mine.state.logId, sender: mine.device, block: widened, key, to })
    await group.write(ben, [content(rewrapKinds.gives, body)])
    const { epochs, faults } = await viewOf(group, mira)
    expect([epochs.has(block.number), faults]).toEqual([false, ["set"]])
  })
})
