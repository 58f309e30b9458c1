import { expect, test } from "vitest"
import { bodyHash, encodeData, equalBytes, toBase64url, versionHash } from "#wire"
import type { Bytes, Json } from "#wire"
import { createDraft, seal } from "./index.ts"
import type { SealPlace } from "./index.ts"
import { toolsFrom } from "./testing/people.ts"

const day = "2026-11-26"
const basis = { seq: 0, hash: "" }

function dataOf(answer: string, blind: Bytes): Bytes {
  const said: Json = { kind: "checkins.answered", body: { answer }, day, basis, blind: toBase64url(blind) }
  const encoded = encodeData(said)
  if (!encoded.ok) throw new Error(encoded.error.type)
  return encoded.value
}

/** What is left of a taken back "no": the header with its hash of the body, and another's entry that names its wording. The guesser even has the epoch's key. */
async function left() {
  const t = toolsFrom(33)
  const key = t.random(32)
  const draft = createDraft(t, {
    kind: 1,
    name: "checkins.answered",
    body: { answer: "no" },
    day,
    basis: null,
  })
  if (!draft.ok) throw new Error(draft.error.type)
  const { uid, data } = draft.value
  const at: SealPlace = { v: 1, logId: t.random(32), epoch: 2, device: t.random(16), kind: 1, uid }
  const body = await seal(t, key, at, data)
  return { t, key, at, data, body, hash: bodyHash(body), version: versionHash(at.device, uid, data) }
}

/** Seals as the product does, under this salt. */
const sealedUnder = (of: Awaited<ReturnType<typeof left>>, salt: Bytes, data: Bytes): Promise<Bytes> =>
  seal({ ...of.t, random: () => salt }, of.key, of.at, data)

test("row 33: forty thousand guesses of a yes or a no fit neither the hash of the body nor the name of the wording", async () => {
  const of = await left()
  const zeros = { salt: new Uint8Array(32), blind: new Uint8Array(16) }
  for (const answer of ["yes", "no"]) {
    const blinds = [zeros.blind, ...Array.from({ length: 20_000 }, () => of.t.random(16))]
    const fits = blinds.filter((blind) =>
      equalBytes(versionHash(of.at.device, of.at.uid, dataOf(answer, blind)), of.version),
    )
    expect(fits).toEqual([])
    // Even with the very words: the salt went with the body.
    const salts = [zeros.salt, ...Array.from({ length: 200 }, () => of.t.random(32))]
    for (const salt of salts)
      expect(equalBytes(bodyHash(await sealedUnder(of, salt, of.data)), of.hash)).toBe(false)
  }
})

test("row 33: whoever kept salt and blind can prove it: they are what hides it, and nothing else", async () => {
  const of = await left()
  expect(versionHash(of.at.device, of.at.uid, of.data)).toEqual(of.version)
  expect(bodyHash(await sealedUnder(of, of.body.slice(0, 32), of.data))).toEqual(of.hash)
})
