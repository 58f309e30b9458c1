import { concat, encodeHeader, toHex, u16, u32, u64 } from "../../src/wire/index.ts"
import type { Header } from "../../src/wire/index.ts"
import { ana, bytesOf, hex } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

const plain: Header = {
  v: 1,
  logId: bytesOf("a log", 32),
  seq: 7,
  prev: bytesOf("the entry before", 32),
  epoch: 2,
  device: ana.id,
  kind: 1,
  uid: bytesOf("a uid", 16),
  bodyLen: 336,
  bodyHash: bytesOf("a body's hash", 32),
}

function good(name: string, of: Partial<Header>): Vector {
  const h = { ...plain, ...of }
  return {
    name,
    type: "ok",
    header: toHex(encodeHeader(h)),
    value: {
      v: h.v,
      logId: toHex(h.logId),
      seq: h.seq,
      prev: toHex(h.prev),
      epoch: h.epoch,
      device: toHex(h.device),
      kind: h.kind,
      uid: toHex(h.uid),
      bodyLen: h.bodyLen,
      bodyHash: toHex(h.bodyHash),
    },
  }
}

/** A header with some bytes written over. */
function wrong(name: string, type: string, at: number, bytes: Uint8Array, of: Partial<Header> = {}): Vector {
  const header = encodeHeader({ ...plain, ...of })
  header.set(bytes, at)
  return { name, type, header: toHex(header) }
}

export function headerVectors(): VectorFile {
  const bytes = encodeHeader(plain)
  const sizes = Array.from({ length: 9 }, (_, i) => 256 * 2 ** i + 80)
  const byte = (value: number): Uint8Array => Uint8Array.of(value)
  const vectors: Vector[] = [
    good("a genesis", { kind: 0, seq: 0, epoch: 0, prev: new Uint8Array(32), bodyLen: 243 }),
    ...sizes.map((bodyLen) => good(`content of ${String(bodyLen)} bytes`, { bodyLen })),
    ...sizes.map((bodyLen) => good(`kept content of ${String(bodyLen)} bytes`, { kind: 4, bodyLen })),
    good("a control", { kind: 2, bodyLen: 65 }),
    good("a control without a byte", { kind: 2, bodyLen: 0 }),
    good("a control of 32 KiB", { kind: 2, bodyLen: 32_768 }),
    good("a redact", { kind: 3, bodyLen: 67 }),
    good("the last place", { seq: Number.MAX_SAFE_INTEGER }),
    good("the last epoch", { epoch: 0xff_ff_ff_ff }),
    wrong("no version", "version", 0, byte(0)),
    wrong("the version after this one", "version", 0, byte(2)),
    wrong("version 255", "version", 0, byte(255)),
    wrong("a place of 2^53", "seq", 33, u64(2 ** 53)),
    wrong("a place with every bit set", "seq", 33, hex("ff".repeat(8))),
    wrong("a kind of 5", "kind", 93, byte(5)),
    wrong("a kind of 255", "kind", 93, byte(255)),
    wrong("the first zero byte is one", "header-zero", 94, byte(1)),
    wrong("the second zero byte is one", "header-zero", 95, byte(1)),
    wrong("the zero bytes are a number", "header-zero", 94, u16(0xff_ff)),
    { name: "147 bytes", type: "header-length", header: toHex(bytes.subarray(0, 147)) },
    { name: "149 bytes", type: "header-length", header: toHex(concat(bytes, byte(0))) },
    {
      name: "header and signature in one",
      type: "header-length",
      header: toHex(concat(bytes, bytesOf("s", 64))),
    },
    { name: "no byte", type: "header-length", header: "" },
  ]
  for (const kind of [1, 4] as const)
    for (const length of [
      0, 1, 80, 256, 335, 337, 512, 591, 848, 65_536, 65_615, 65_617, 131_152, 0xff_ff_ff_ff,
    ])
      vectors.push(
        wrong(
          `a sealed body of ${String(length)} bytes, kind ${String(kind)}`,
          "body-length",
          112,
          u32(length),
          { kind },
        ),
      )
  for (const kind of [0, 2, 3] as const)
    for (const length of [32_769, 65_616, 0xff_ff_ff_ff])
      vectors.push(
        wrong(
          `an open body of ${String(length)} bytes, kind ${String(kind)}`,
          "body-length",
          112,
          u32(length),
          { kind },
        ),
      )
  return {
    file: "header",
    about:
      "spec/ledger.md §2: the 148 bytes. type: ok, with every field in value, or the structural fault. Where several hold, the first in the order of §2 is the one.",
    vectors,
  }
}
