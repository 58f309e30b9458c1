import { encodeRef, toHex } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { readSeen, seenBlind, seenName } from "../../src/ledger/index.ts"
import { uidOf } from "./chain.ts"
import { ana, ben, bytesOf } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

const key = bytesOf("a key of Ana's private log", 32)
const by = { logId: bytesOf("the shared log", 32), device: ana.id, uid: uidOf("shared") }
const ref = encodeRef(bytesOf("Ana's phone, alone", 16), uidOf("kept"))
const blind = seenBlind(key, by, ref)

/** What a blind says to whoever holds this key. */
function says(name: string, of: Partial<typeof by & { key: Bytes; blind: Bytes }> = {}): Vector {
  const at = { ...by, key, blind, ...of }
  const seen = readSeen(at.key, at, at.blind)
  const given = {
    epochKey: toHex(at.key),
    logId: toHex(at.logId),
    device: toHex(at.device),
    uid: toHex(at.uid),
    blind: toHex(at.blind),
  }
  return seen === null
    ? { name, type: "none", is: "blind", ...given }
    : { name, type: "ok", is: "blind", ...given, seen: toHex(seen) }
}

const turned = (at: number): Bytes => blind.map((byte, i) => (i === at ? byte ^ 1 : byte))

export function seenVectors(): VectorFile {
  return {
    file: "seen",
    about:
      "spec/ledger.md §19.4: name is what stands for an entry of the private log, by its ref, under an epoch key of that log; blind is what an entry of a shared log says with its 16 bytes to whoever holds that key. type: ok, or none where it says nothing.",
    vectors: [
      {
        name: "the name of an entry",
        type: "ok",
        is: "name",
        epochKey: toHex(key),
        ref,
        seen: toHex(seenName(key, ref)),
      },
      says("a blind that says it"),
      says("said by another entry", {
        uid: uidOf("shared later"),
        blind: seenBlind(key, { ...by, uid: uidOf("shared later") }, ref),
      }),
      says("the first bit of the name turned names something else", { blind: turned(0) }),
      says("another key", { key: bytesOf("another key", 32) }),
      says("another log", { logId: bytesOf("another log", 32) }),
      says("another device", { device: ben.id }),
      says("another entry", { uid: uidOf("another") }),
      says("the first of the zeros turned", { blind: turned(10) }),
      says("the last of the zeros turned", { blind: turned(15) }),
      says("drawn", { blind: bytesOf("drawn", 16) }),
    ],
  }
}
