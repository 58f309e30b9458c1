import { concat, encodeRef, toBase64url, toHex } from "../../src/wire/index.ts"
import { uidOf } from "./chain.ts"
import { ana, ben, bytesOf, mallory } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

function text(name: string, bytes: Uint8Array): Vector {
  return {
    name: `base64url: ${name}`,
    type: "ok",
    is: "base64url",
    text: toBase64url(bytes),
    bytes: toHex(bytes),
  }
}
const wrongText = (name: string, given: string): Vector => ({
  name: `base64url: ${name}`,
  type: "refused",
  is: "base64url",
  text: given,
})
const ref = encodeRef(ana.id, uidOf("one"))

export function refVectors(): VectorFile {
  const refs = [ana, ben, mallory].map((who, i): Vector => ({
    name: `ref: an entry of person ${String(i + 1)}`,
    type: "ok",
    is: "ref",
    text: encodeRef(who.id, uidOf("one")),
    device: toHex(who.id),
    uid: toHex(uidOf("one")),
  }))
  const wrongRefs: Readonly<Record<string, string>> = {
    "no sign": "",
    "one sign short": ref.slice(0, -1),
    "two signs short": ref.slice(0, -2),
    "one sign too many": `${ref}A`,
    padding: `${ref}=`,
    "31 bytes": toBase64url(bytesOf("r", 31)),
    "33 bytes": toBase64url(bytesOf("r", 33)),
    "a bit set that carries nothing": `${ref.slice(0, -1)}${ref.endsWith("B") ? "D" : "B"}`,
    "a blank before it": ` ${ref}`,
    "a line after it": `${ref}\n`,
    "the other alphabet": `+/${ref.slice(2)}`,
    hex: toHex(concat(ana.id, uidOf("one"))),
  }
  return {
    file: "refs",
    about:
      "spec/ledger.md §6: bytes as text (base64url without padding, canonical), and the ref of an entry (device 16, uid 16). type: ok or refused.",
    vectors: [
      text("no byte", new Uint8Array(0)),
      text("one byte", Uint8Array.of(255)),
      text("two bytes", Uint8Array.of(0, 1)),
      text("three bytes", Uint8Array.of(1, 2, 3)),
      text(
        "every sign of the alphabet",
        Uint8Array.from({ length: 48 }, (_, i) => [0, 16, 131][i % 3] ?? 0),
      ),
      text("64 bytes", bytesOf("text", 64)),
      wrongText("one sign alone", "A"),
      wrongText("five signs", "AAAAA"),
      wrongText("padding of one", "AAA="),
      wrongText("padding of two", "AA=="),
      wrongText("a bit set that carries nothing, after one byte", "AB"),
      wrongText("a bit set that carries nothing, after two bytes", "AAB"),
      wrongText("every bit set that carries nothing", "__"),
      wrongText("plus", "+AAA"),
      wrongText("slash", "/AAA"),
      wrongText("a blank", "AA AA"),
      wrongText("a line break", "AAAA\n"),
      wrongText("a letter with an accent", "AAA\u00e9"),
      wrongText("a point", "AAAA.AAA"),
      ...refs,
      ...Object.entries(wrongRefs).map(([name, given]): Vector => ({
        name: `ref: ${name}`,
        type: "refused",
        is: "ref",
        text: given,
      })),
    ],
  }
}
