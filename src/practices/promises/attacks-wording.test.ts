import { expect, test } from "vitest"
import { emptyHouse, mayWrite, stateOf, tell } from "../house.ts"
import type { HouseEntry } from "../house.ts"
import { promises } from "./practice.ts"

// ATTACKS 49: what is said to a wording counts for that wording, wherever in the record it lands.

const id = (name: string, length: number): string =>
  Buffer.from(name.padEnd(length, "·")).subarray(0, length).toString("base64url")
const [ana, ben] = [id("Ana", 16), id("Ben", 16)]
const devices = { [id("Ana's phone", 16)]: ana, [id("Ben's phone", 16)]: ben }
const due = "2026-05-04T18:00"

function entry(kind: string, body: unknown, by: "ana" | "ben", name: string, wording: string): HouseEntry {
  const device = by === "ana" ? id("Ana's phone", 16) : id("Ben's phone", 16)
  const ref = Buffer.concat([
    Buffer.from(device, "base64url"),
    Buffer.from(id(name, 16), "base64url"),
  ]).toString("base64url")
  const writer = by === "ana" ? ana : ben
  return {
    log: "shared",
    kind,
    body,
    ref,
    version: id(wording, 32),
    writer,
    day: "2026-05-04",
    recordKind: 4,
  }
}

const made = entry(
  "promises.made",
  { when: "", will: "Call", due, zone: "Europe/Berlin", repeat: "once" },
  "ben",
  "the promise",
  "its wording",
)
const settled = (version: string): HouseEntry =>
  entry(
    "promises.settled",
    { target: { ref: made.ref, version }, occurrence: due, ending: "kept", note: "" },
    "ben",
    "how it went",
    "kept",
  )

test("row 49: an ending counts for the wording it names, and for no other of the same thing", () => {
  const house = tell(emptyHouse(), made, devices)
  const right = settled(made.version)
  const other = settled(id("another wording", 32))
  expect(mayWrite(house, "shared", right)).toEqual({ ok: true })
  expect(mayWrite(house, "shared", other)).toEqual({ ok: false, because: "promises.no-such-promise" })
  // Placed after it all the same, by a changed program: it is set aside, on both phones alike.
  const after = tell(house, other, devices)
  expect(stateOf(after, promises).shared.endings).toEqual([])
  expect(after.setAside).toMatchObject([{ because: "promises.no-such-promise" }])
})

test("row 49: what Ana saw is what Ben said then, not what he says later under the same name", () => {
  const house = tell(tell(emptyHouse(), made, devices), settled(made.version), devices)
  const ending = settled(made.version)
  const seen = (version: string): HouseEntry =>
    entry(
      "promises.seen",
      { target: { ref: ending.ref, version }, view: "saw", note: "" },
      "ana",
      "I saw it",
      "saw",
    )
  expect(mayWrite(house, "shared", seen(ending.version)).ok).toBe(true)
  expect(mayWrite(house, "shared", seen(id("told otherwise", 32)))).toEqual({
    ok: false,
    because: "promises.no-such-ending",
  })
})
