import { concat, H, toHex } from "../../src/wire/index.ts"
import { makeAnswer, makeEnded, makeReveal, requestHash } from "../../src/ledger/index.ts"
import type { Exchange } from "../../src/ledger/index.ts"
import { inviteHash, logId, nA, other, request } from "./letters-request.ts"
import { ana, ben, flipped, mallory, t } from "./people.ts"
import type { Vector } from "./shape.ts"

export async function signedLetters(): Promise<readonly Vector[]> {
  const e: Exchange = { logId, inviteEntryHash: inviteHash, requestHash: requestHash(await request()) }
  const commitment = H("sas-commit", nA)
  const one = (
    letter: string,
    name: string,
    type: string,
    bytes: Uint8Array,
    more: Readonly<Record<string, unknown>> = {},
    ed = letter === "answer-joiner" ? ana.ed.publicKey : ben.ed.publicKey,
  ): Vector => ({
    name: `${letter}: ${name}`,
    type,
    letter,
    logId: toHex(e.logId),
    inviteHash: toHex(e.inviteEntryHash),
    requestHash: toHex(e.requestHash),
    ed: toHex(ed),
    ...(letter === "reveal" ? { commitment: toHex(commitment) } : {}),
    bytes: toHex(bytes),
    ...more,
  })
  const others: readonly (readonly [string, Exchange])[] = [
    ["for another log", { ...e, logId: other }],
    ["for another invite entry", { ...e, inviteEntryHash: other }],
  ]
  const reveal = await makeReveal(t, ben, e, nA)
  const vectors: Vector[] = [
    one("reveal", "as it is made", "ok", reveal, { nA: toHex(nA) }),
    one(
      "reveal",
      "for another request",
      "other-request",
      await makeReveal(t, ben, { ...e, requestHash: other }, nA),
    ),
    one("reveal", "of another nonce", "commitment", await makeReveal(t, ben, e, other)),
    one("reveal", "signed by another", "signature", await makeReveal(t, mallory, e, nA)),
    one(
      "reveal",
      "signed as an end",
      "signature",
      concat(reveal.subarray(0, 64), (await makeEnded(t, ben, e, "different")).subarray(1)),
    ),
    one("reveal", "its signature zeroed", "signature", concat(reveal.subarray(0, 64), new Uint8Array(64))),
    one("reveal", "one byte short", "layout", reveal.subarray(0, -1)),
    one("reveal", "one byte too many", "layout", concat(reveal, Uint8Array.of(0))),
  ]
  for (const [name, wrong] of others)
    vectors.push(one("reveal", name, "signature", await makeReveal(t, ben, wrong, nA)))
  for (const who of ["inviter", "joiner"] as const) {
    const by = who === "inviter" ? ben : ana
    const letter = `answer-${who}`
    const same = await makeAnswer(t, by, e, who, 1, "same")
    for (const [n, answer] of [
      [0, "not-yet"],
      [1, "same"],
      [2, "different"],
      [0xff_ff_ff_ff, "same"],
    ] as const)
      vectors.push(
        one(letter, `${answer}, number ${String(n)}`, "ok", await makeAnswer(t, by, e, who, n, answer), {
          n,
          answer,
        }),
      )
    vectors.push(
      one(
        letter,
        "same, changed to different without a new signature",
        "signature",
        flipped(flipped(same, 4, 0), 4, 1),
      ),
      one(letter, "its number raised without a new signature", "signature", flipped(same, 3, 1)),
      one(
        letter,
        "signed by the other",
        "signature",
        await makeAnswer(t, who === "inviter" ? ana : ben, e, who, 1, "same"),
      ),
      one(
        letter,
        "signed for the other's slot",
        "signature",
        await makeAnswer(t, by, e, who === "inviter" ? "joiner" : "inviter", 1, "same"),
      ),
      one(
        letter,
        "for another request",
        "signature",
        await makeAnswer(t, by, { ...e, requestHash: other }, who, 1, "same"),
      ),
      one(letter, "verdict 0", "layout", concat(same.subarray(0, 4), Uint8Array.of(0), same.subarray(5))),
      one(letter, "verdict 4", "layout", concat(same.subarray(0, 4), Uint8Array.of(4), same.subarray(5))),
      one(letter, "one byte short", "layout", same.subarray(0, -1)),
      one(letter, "one byte too many", "layout", concat(same, Uint8Array.of(0))),
      one(letter, "no byte", "layout", new Uint8Array(0)),
    )
    for (const [name, wrong] of others)
      vectors.push(one(letter, name, "signature", await makeAnswer(t, by, wrong, who, 1, "same")))
  }
  const ended = await makeEnded(t, ben, e, "different")
  for (const reason of ["different", "two-requests", "cancelled"] as const)
    vectors.push(one("ended", reason, "ok", await makeEnded(t, ben, e, reason), { reason }))
  vectors.push(
    one("ended", "signed by a stranger", "signature", await makeEnded(t, mallory, e, "different")),
    one("ended", "another reason without a new signature", "signature", flipped(flipped(ended, 0, 0), 0, 1)),
    one(
      "ended",
      "for another request",
      "signature",
      await makeEnded(t, ben, { ...e, requestHash: other }, "different"),
    ),
    one("ended", "reason 0", "layout", concat(Uint8Array.of(0), ended.subarray(1))),
    one("ended", "reason 4", "layout", concat(Uint8Array.of(4), ended.subarray(1))),
    one("ended", "one byte short", "layout", ended.subarray(0, -1)),
    one("ended", "one byte too many", "layout", concat(ended, Uint8Array.of(0))),
    one("ended", "no byte", "layout", new Uint8Array(0)),
  )
  return vectors
}
