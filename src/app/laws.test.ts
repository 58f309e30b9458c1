import * as fc from "fast-check"
import { readFileSync } from "node:fs"
import { relative } from "node:path"
import { expect, test } from "vitest"
import { createDraft, place } from "#ledger"
import { emptyHouse, tell } from "#practices"
import { checkEntries } from "#wire"
import { walk } from "../../tools/floors.ts"
import { taking, toldOf } from "./keeping/book.ts"
import { houseOf } from "./keeping/house-of.ts"
import { forgetful } from "./testing/forgetful.ts"
import { runLaw } from "./testing/law.ts"
import { toolsOf, verify } from "./testing/people.ts"
import { sharedPair } from "./testing/shared-pair.ts"

test("forty seeds: two phones, bad weather, kills at any write; both end with the same record and nothing is lost", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 40; seed += 1) {
    const what = await runLaw(seed)
    if (what !== null) broken.push(what)
  }
  expect(broken).toEqual([])
}, 120_000)

test("planted: a client that does not sign again after a conflict breaks the law", async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 12 && broken.length === 0; seed += 1) {
    const what = await runLaw(seed, { place: forgetful() })
    if (what !== null) broken.push(what)
  }
  expect(broken).not.toEqual([])
}, 120_000)

const kinds = fc.oneof(
  fc.constantFrom("constructor.x", "__proto__.x", "home.named", "matters.opened", "toString", "", "."),
  fc.string(),
)

test("no entry whatever makes a fold throw", () => {
  const entry = fc.record({
    log: fc.constantFrom("private" as const, "shared" as const),
    kind: kinds,
    body: fc.anything(),
    ref: fc.string(),
    version: fc.string(),
    writer: fc.string(),
    day: fc.string(),
    recordKind: fc.constantFrom(1 as const, 4 as const),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const house = entries.reduce((h, e) => tell(h, e, {}), emptyHouse())
      expect(house.standing).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})

test("nothing a member with a changed client can sign makes the other phone throw or stops it", async () => {
  const t = toolsOf()
  const { ana, ben } = await sharedPair(t)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(kinds, fc.json({ maxDepth: 4 })), { maxLength: 4 }),
      async (things) => {
        const drafts = things.flatMap(([name, json]) => {
          const basis = ben.state.head
          const body = JSON.parse(json) as null
          const draft = createDraft(t, { kind: 1, name, body, day: "2026-11-24", basis })
          return draft.ok ? [draft.value] : []
        })
        const placed = await place(t, ben.device, ben, drafts)
        const checked = await checkEntries(verify, ana.state, placed.entries)
        const book = await taking(t, ana, placed.entries, checked)
        const house = houseOf({ private: null, shared: book }, null)
        expect(checked.fault).toBeNull()
        expect(book.entries.slice(ana.entries.length).every((held) => toldOf(book, held) !== null)).toBe(true)
        const heard = house.later.length + house.setAside.length
        expect(heard).toBeLessThanOrEqual(drafts.length)
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

/** What only one place in the product may do: send a signed run, and take entries into a book. */
const alone: readonly (readonly [what: string, sign: RegExp, home: string])[] = [
  ["sends a run to a relay", /\bencodeRun\b[^]*method: "POST"/, "src/app/server/relay-client.ts"],
  ["decides what is due", /\bnotBefore\b[^]*\bmayWrite\b/, "src/app/sending/queue.ts"],
  ["pulls and compares heads", /\bcheckEntries\b[^]*"fork"/, "src/app/server/sync.ts"],
]

test("there is one queue and one sync in the house", () => {
  // goldseam restore is no app: it asks a relay of its own, in the same process, to take back what it lost.
  const files = walk("src").filter((file) => !/\.test\.tsx?$|\/testing\/|src\/cli\//.test(file))
  expect(files.length).toBeGreaterThan(50)
  for (const [what, sign, home] of alone) {
    const doing = files
      .filter((file) => sign.test(readFileSync(file, "utf8")))
      .map((file) => relative(".", file))
    expect(doing, what).toEqual([home])
  }
})
