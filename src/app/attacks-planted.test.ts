import type { Checked, Entry, LogState, Verify } from "#wire"
import { expect, test, vi } from "vitest"
import {
  keptAs,
  sealedWrongly,
  servedInAnotherOrder,
  squatted,
  titles,
  turnedOnTheWay,
} from "./testing/attacks.ts"
import { enter, phone } from "./testing/people.ts"

// The attacks of attacks.test.ts again, each with one check left out of the clients: the same attack must then be seen to succeed. A fault is planted in this
// file's modules only.

const planted = vi.hoisted(() => ({
  anyPlace: false,
  isLenientWithBodies: false,
  refsByUidAlone: false,
  asksAgain: false,
  asTyped: false,
}))
vi.mock("#wire", async (original) => {
  const real = await original<typeof import("#wire")>()
  return {
    ...real,
    checkEntries: async (...[verify, state, entries]: Parameters<typeof real.checkEntries>) => {
      if (planted.anyPlace) return inAnyPlace(real, verify, state, entries)
      const checked = await real.checkEntries(verify, state, entries)
      if (!planted.isLenientWithBodies || checked.fault === null) return checked
      return real.checkEntries(
        verify,
        state,
        entries.map((e) => (e.header[93] === 1 ? { ...e, body: null } : e)),
      )
    },
    encodeRef: (...[device, uid]: Parameters<typeof real.encodeRef>) =>
      real.encodeRef(planted.refsByUidAlone ? new Uint8Array(16) : device, uid),
  }
})
/** Each entry checked as if it stood where it says it stands. */
async function inAnyPlace(
  real: typeof import("#wire"),
  verify: Verify,
  from: LogState,
  entries: readonly Entry[],
): Promise<Checked> {
  let state = from
  const verdicts: Checked["verdicts"][number][] = []
  for (const entry of entries) {
    const header = real.decodeHeader(entry.header)
    if (!header.ok) break
    const head = { seq: header.value.seq - 1, hash: header.value.prev }
    const checked = await real.checkEntries(verify, { ...state, head }, [entry])
    if (checked.fault !== null) return { ...checked, verdicts }
    verdicts.push(...checked.verdicts)
    state = checked.state
  }
  return { state, verdicts, fault: null }
}
vi.mock("#ledger", async (original) => {
  const real = await original<typeof import("#ledger")>()
  return {
    ...real,
    open: async (...of: Parameters<typeof real.open>) => {
      const opened = await real.open(...of)
      return planted.asksAgain && !opened.ok ? { ok: false, error: { type: "missing" } } : opened
    },
  }
})
vi.mock("./words-in.ts", async (original) => {
  const real = await original<typeof import("./words-in.ts")>()
  return { asData: (body: unknown) => (planted.asTyped ? body : real.asData(body)) }
})

async function withFault<T>(fault: keyof typeof planted, act: () => Promise<T>): Promise<T> {
  planted[fault] = true
  try {
    return await act()
  } finally {
    planted[fault] = false
  }
}

test("15, planted: a client that does not look at an entry's place takes what it is served, in the relay's order", async () => {
  const { alarm, read } = await withFault("anyPlace", servedInAnotherOrder)
  expect(alarm).not.toBe("seq")
  expect(read.slice(0, 3)).toEqual(["Read before", "Two", "One"])
})

test("5, planted: a client that takes a changed body for one that is not here asks again, and the relay learns what was wrong", async () => {
  const bits = [3, 1696 + 300]
  const seen = async (): Promise<number> =>
    new Set((await Promise.all(bits.map(turnedOnTheWay))).map((c) => c.requests)).size
  expect(await seen()).toBe(1)
  expect(await withFault("isLenientWithBodies", seen)).toBe(2)
})

test("5, planted: a client that asks again for what it cannot open tells the relay which entries those are", async () => {
  const seen = async (): Promise<number> =>
    new Set((await Promise.all([40, null].map(sealedWrongly))).map((c) => c.requests)).size
  expect(await seen()).toBe(1)
  expect(await withFault("asksAgain", seen)).toBe(2)
})

test("43, planted: where a ref is the uid alone, Ana's entry is taken for sent when Ben's stands, and is lost", async () => {
  const { d } = await withFault("refsByUidAlone", squatted)
  expect(titles(d, "ben")).not.toContain("Hers")
})

test("52, planted: words signed as they were typed are not the same words on another machine", async () => {
  const ana = await enter(phone())
  const typed = "A\u030Angstro\u0308m"
  expect(await withFault("asTyped", () => keptAs(ana, typed))).toBe(typed)
  const half = withFault("asTyped", () => keptAs(ana, "half \ud800"))
  await expect(half).rejects.toThrow()
})
