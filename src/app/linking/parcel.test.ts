import { parcelStores } from "#ledger"
import { toBase64url } from "#wire"
import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { goesTo } from "../testing/later.ts"
import { linked, linkOf, stepIn, toWords } from "../testing/linked.ts"
import { serving } from "../testing/malice.ts"
import { ownTitles, pairOfTwo, says, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"

// Spaces that were put away go along to a device that is linked (spec/ledger.md §20.6).

const before = (of: Session) => of.elsewhere.earlier()
const readAt = (of: Session, n: number) => {
  const at = of.elsewhere.at(n)
  return at === null ? [] : titles(at)
}
const stores = ({ asked }: SheetPair) =>
  new Set(asked.map(({ path }) => path.split("/")[3]?.split("?")[0])).size

/** Ana left what she shared with Ben, with something still to go; and begins nothing new. */
async function withEarlier(): Promise<SheetPair> {
  const pair = await pairOfTwo()
  await says(pair.ana, "From Ana")
  await pair.ana.queue("matters.opened", { title: "Never went" }, { holdMinutes: 600 })
  await pair.ana.going.choose("leave")
  await pair.ana.sync()
  await pair.ana.elsewhere.begin({ again: false })
  return pair
}

test("what was put away is on the laptop as on the phone: what stood, what had not gone, and one's own words to say again", async () => {
  const pair = await withEarlier()
  const laptop = (await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() })).laptop
  expect(before(laptop)).toEqual(before(pair.ana))
  expect(before(laptop)).toMatchObject([{ why: "left", isWhole: true }])
  expect(readAt(laptop, 0)).toEqual(["What Ben opened", "From Ana"])
  const own = (of: Session) => of.elsewhere.own(0).map(({ words, may, unsent }) => ({ words, may, unsent }))
  expect(own(laptop)).toEqual(own(pair.ana))
  expect(own(laptop).map(({ unsent }) => unsent)).toEqual([false, true])
  expect(ownTitles(laptop)).toEqual(["The loan"])
  const mira = await goesTo(pair, laptop)
  await laptop.elsewhere.bring(
    0,
    laptop.elsewhere.own(0).map(({ ref }) => ref),
  )
  pair.clock.forward(3_600_000)
  await laptop.sync()
  await mira.sync()
  expect(titles(mira)).toEqual(["From Ana", "Never went"])
})

test("two of them, each with its own; and they stay when the laptop is opened again, and go on to a tablet", async () => {
  const pair = await withEarlier()
  const mira = await goesTo(pair, pair.ana)
  await says(mira, "From Mira")
  await pair.ana.sync()
  await pair.ana.going.choose("leave")
  await pair.ana.sync()
  await pair.ana.elsewhere.begin({ again: false })
  const keeper = pair.empty()
  const laptop = (await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: keeper })).laptop
  expect(before(laptop)).toHaveLength(2)
  expect([readAt(laptop, 0), readAt(laptop, 1)]).toEqual([["What Ben opened", "From Ana"], ["From Mira"]])
  const tablet = (await linked({ phone: keeper, ana: laptop, laptop: pair.empty() })).laptop
  expect([readAt(tablet, 0), readAt(tablet, 1)]).toEqual([readAt(laptop, 0), readAt(laptop, 1)])
})

test("nothing of it lies with the server afterwards, and where the link came to nothing neither", async () => {
  const pair = await withEarlier()
  const drops = () => pair.asked.filter(({ method }) => method === "DELETE").length
  await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() })
  // The letterbox and the parcel.
  expect(drops()).toBe(2)
  const puts = pair.asked.filter(({ method, path }) => method === "PUT" && path.startsWith("/api/batches/"))
  const names = new Set(puts.map(({ path }) => path.split("/")[3]))
  expect(names.size).toBe(3)
  expect(stores(pair)).toBeGreaterThan(2)
  // Fetched by nobody: the phone lets go of it after a week.
  const other = await withEarlier()
  const laptop = other.empty()
  await toWords(other.ana, laptop, await linkOf(other.keepers.ana, other.ana))
  await other.keepers.ana.addLinked(null)
  for (let n = 0; n < 4; n += 1) await other.ana.sync()
  expect(stepIn(other.ana)).toBe("done")
  other.clock.forward(8 * 86_400_000)
  for (let n = 0; n < 3; n += 1) await other.ana.sync()
  expect(other.asked.filter(({ method }) => method === "DELETE")).toHaveLength(2)
})

test("what is not all there, or was changed on the way, is not taken, and neither is anything else; it goes on once it holds", async () => {
  const pair = await withEarlier()
  const keeper = pair.empty()
  await toWords(pair.ana, keeper, await linkOf(pair.keepers.ana, pair.ana))
  await pair.keepers.ana.addLinked(null)
  for (let n = 0; n < 4; n += 1) await pair.ana.sync()
  const written = pair.asked.filter(({ method, path }) => method === "PUT" && /batches/.test(path))
  const counts = new Map<string, number>()
  for (const { path } of written)
    counts.set(path.split("/")[3] ?? "", (counts.get(path.split("/")[3] ?? "") ?? 0) + 1)
  // Its store is the last one that was begun.
  const parcel = [...counts.keys()].at(-1) ?? ""
  for (const how of ["gone", "changed"] as const) {
    pair.between((relay) => ({
      fetch: async (request) => {
        const answer = await relay.fetch(request)
        if (request.method !== "GET" || !request.url.includes(parcel)) return answer
        const bytes = new Uint8Array(await answer.arrayBuffer())
        if (how === "changed") bytes[600] = (bytes[600] ?? 0) ^ 1
        return new Response(how === "gone" ? new Uint8Array(0) : bytes, { headers: answer.headers })
      },
    }))
    expect(await keeper.linkHere(null)).toMatchObject({ is: "waits", trouble: "damaged" })
    expect(await keeper.state()).toBe("fresh")
  }
  pair.between((relay) => serving(relay, (entries) => entries))
  const here = await keeper.linkHere(null)
  if (here.is !== "here") throw new Error(JSON.stringify(here))
  expect(readAt(here.session, 0)).toEqual(["What Ben opened", "From Ana"])
})

test("what a server sees of it: stores nobody else knows, sizes of batches, no word and no name", async () => {
  const pair = await withEarlier()
  await linked({ phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() })
  const told = pair.asked.map((a) => a.path + a.headers + Buffer.from(a.body).toString("latin1")).join("\n")
  for (const word of ["What Ben opened", "From Ana", "Never went"]) expect(told).not.toContain(word)
  const names = parcelStores(new Uint8Array(32), 9).map(toBase64url)
  expect(new Set(names).size).toBe(2)
})
