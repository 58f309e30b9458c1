import { encodeRef, toHex } from "#wire"
import { expect, test } from "vitest"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { readSeen, seenBlind, seenName } from "./index.ts"
import { toolsFrom } from "./testing/people.ts"

// spec/ledger.md §19.4: what a blind says to one's own devices.

test("every vector is read as it says", () => {
  const { vectors } = readVectors("seen")
  expect(vectors.length).toBeGreaterThan(8)
  for (const v of vectors) {
    const key = hexOf(v, "epochKey")
    if (v["is"] === "name") {
      expect(toHex(seenName(key, String(v["ref"])))).toBe(v["seen"])
      continue
    }
    const by = { logId: hexOf(v, "logId"), device: hexOf(v, "device"), uid: hexOf(v, "uid") }
    const seen = readSeen(key, by, hexOf(v, "blind"))
    expect([v.name, seen === null ? "none" : "ok", seen && toHex(seen)]).toEqual([
      v.name,
      v.type,
      v["seen"] ?? null,
    ])
  }
})

test("to whoever has not the key, blinds that name one and the same entry have nothing in common", () => {
  const t = toolsFrom(194)
  const [key, logId, device] = [t.random(32), t.random(32), t.random(16)]
  const ref = encodeRef(t.random(16), t.random(16))
  const blinds = Array.from({ length: 2000 }, () => seenBlind(key, { logId, device, uid: t.random(16) }, ref))
  expect(new Set(blinds.map(toHex)).size).toBe(2000)
  // Each of the 128 bits is set in about half of them: 250 is more than eleven times the spread of dice.
  for (let bit = 0; bit < 128; bit += 1) {
    const set = blinds.filter((blind) => (((blind[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1).length
    expect(Math.abs(set - 1000), `bit ${String(bit)}`).toBeLessThan(250)
  }
})
