import { readFileSync } from "node:fs"
import { join } from "node:path"
import { createVerify } from "../../src/wire/index.ts"
import { root } from "../step.ts"
import { hex, t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

// What others found where libraries differ (edges.txt says whose they are), held against the one verdict of spec/ledger.md §4.

const cases: readonly string[] = [
  "S = 0, A and R of small order",
  "A of small order, R of mixed order",
  "A of mixed order, R of small order",
  "A and R of mixed order; holds with a cofactor and without",
  "A and R of mixed order; holds with a cofactor alone",
  "A of mixed order, R of prime order; holds with a cofactor alone, and not when it is reduced too early",
  "S above L",
  "S far above L",
  "R of small order in a form that is not canonical, hashed reduced",
  "R of small order in a form that is not canonical, hashed as it is",
  "A of small order in a form that is not canonical, hashed reduced",
  "A of small order in a form that is not canonical, hashed as it is",
]
const verify = createVerify(t.subtle)
const bytes = (text: string): string => (text === "-" ? "" : text)

async function vectorOf(row: string): Promise<Vector> {
  const [source = "", number = "", key = "", message = "", signature = "", type = ""] = row.split(" ")
  const what = source === "speccheck" ? `: ${cases[Number(number)] ?? ""}` : ""
  const made = {
    name: `${source} ${number}${what}`,
    type,
    key: bytes(key),
    message: bytes(message),
    signature: bytes(signature),
  }
  const stands = await verify(hex(made.key), hex(made.signature), hex(made.message))
  if (stands !== (type === "ok")) throw new Error(`${made.name}: ${stands ? "stands" : "does not stand"}`)
  return made
}

export async function edgeVectors(): Promise<VectorFile> {
  const text = readFileSync(join(root, "tools", "vectors", "edges.txt"), "utf8")
  const rows = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))
  return {
    file: "edges",
    about:
      "spec/ledger.md §4: does this signature stand for this key and these bytes? Nothing is put before the message. Transcribed from ed25519-speccheck (novifinancial/ed25519-speccheck, cases.json, by place from 0) and Wycheproof (C2SP/wycheproof, testvectors_v1/ed25519_test.json, by tcId), both under the Apache License 2.0. type: ok or refused; of Wycheproof's it is the published one.",
    vectors: await Promise.all(rows.map(vectorOf)),
  }
}
