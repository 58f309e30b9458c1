import { concat, copy, equalBytes, toHex } from "#wire"
import type { Bytes } from "#wire"
import { beforeAll, expect, test } from "vitest"
import { noLog } from "../../tools/vectors/chain.ts"
import { readExport, statesOf } from "../../tools/vectors/exports.ts"
import { wholeOf } from "../../tools/vectors/files.ts"
import { readVectors } from "../../tools/vectors/read.ts"
import {
  createDraft,
  fileNameData,
  filesInOrder,
  filesOfExport,
  makeExport,
  place,
  sealExport,
  sealFile,
  shownBy,
  verifyExport,
} from "./index.ts"
import type { ExportLog, GivenFile, SealedFile } from "./index.ts"
import { pairLogs, quick } from "./testing/exports.ts"
import type { PairLogs } from "./testing/exports.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// spec/ledger.md §14.5: exports that hold the files their entries name.

const t = toolsFrom(145)
const passphrase = "three warm plums"

test("golden vectors: every file is judged as they say, with the place of the fault, and each file that is named", async () => {
  const { vectors } = readVectors("export-files")
  for (const v of vectors) {
    const phrase = v["passphrase"]
    const report = await readExport(wholeOf(v, noLog.logId), typeof phrase === "string" ? phrase : null)
    const read = {
      type: report?.fault?.type ?? "ok",
      fault: report?.fault,
      signer: report?.signer,
      states: report && statesOf(report),
      files: report?.files ?? null,
    }
    expect({ ...v, ...read }).toEqual(v)
  }
  expect(vectors.filter((v) => v.type !== "ok").length).toBeGreaterThan(30)
}, 60_000)

interface World {
  readonly logs: PairLogs
  readonly log: ExportLog
  readonly files: readonly (GivenFile & { readonly bytes: Bytes })[]
}
let w: World
beforeAll(async () => {
  const logs = await pairLogs(t)
  const { logId } = logs.shared
  const device = logs.ana.id
  const sealed: SealedFile[] = []
  for (const length of [1000, 70_000]) {
    const file = await sealFile(
      t,
      { logId, device },
      { bytes: Uint8Array.from({ length }, (_, i) => i & 255), type: "image/png" },
    )
    if (file !== null) sealed.push(file)
  }
  const body = { words: "Look", pictures: sealed.map(({ name }) => fileNameData(name)) }
  const draft = createDraft(t, { kind: 1, name: "pictures.shown", body, day: "2026-11-24", basis: null })
  if (!draft.ok) throw new Error(draft.error.type)
  const placed = await place(t, logs.ana, logs.at, [draft.value])
  const [entry] = placed.entries
  if (entry === undefined) throw new Error("nothing placed")
  const log = { logId, entries: [...logs.shared.entries, shownBy(logs.at.epochs, entry)] }
  const seq = logs.shared.entries.length
  const files = sealed.map(({ name, bytes }) => ({
    logId,
    seq,
    blob: name.blob,
    length: bytes.length,
    bytes,
  }))
  w = { logs, log, files }
})

const made = async (files: World["files"], phrase: string | null = null): Promise<Bytes> => {
  const head = await makeExport(t, [w.log], { device: w.logs.ben, logId: w.log.logId }, files)
  const front = phrase === null ? head : await sealExport(t, quick, phrase, head)
  return concat(front, ...filesInOrder([w.log.logId], files).map(({ file }) => file.bytes))
}
const read = async (file: Uint8Array) => {
  const report = await verifyExport({ tools: t, verify, stretch: quick }, file, passphrase)
  return report.ok ? report.value : null
}

test("what is written is sound, plain and under a passphrase; the files come out of it byte for byte; without files the form is the old one", async () => {
  for (const phrase of [null, passphrase]) {
    const file = await made(w.files, phrase)
    const report = await read(file)
    expect([report?.sound, report?.files?.map(({ state, size }) => [state, size])]).toEqual([
      true,
      expect.arrayContaining([
        ["here", 1000],
        ["here", 70_000],
      ]),
    ])
    const deps = { tools: t, verify, stretch: quick }
    const found = await filesOfExport(deps, file, passphrase)
    for (const { blob, bytes } of w.files)
      expect(found.some((one) => equalBytes(one.blob, blob) && equalBytes(one.bytes, bytes))).toBe(true)
    expect(found.length).toBe(2)
    const half = await read(await made(w.files.slice(1), phrase))
    expect(half?.files?.map(({ state }) => state).toSorted()).toEqual(["here", "missing"])
  }
  expect((await made([]))[6]).toBe(1)
  expect((await read(await made([])))?.files).toBeUndefined()
})

test("one bit turned anywhere, and every cut: never sound", async () => {
  for (const phrase of [null, passphrase]) {
    const file = await made(w.files.slice(0, 1), phrase)
    const places = new Set(Array.from({ length: 300 }, (_, i) => Math.floor((i * file.length) / 300)))
    for (let at = file.length - 65_615 - 130; at < file.length - 65_615 + 70; at += 1) places.add(at)
    places.add(file.length - 1)
    for (const at of places) {
      const turned = copy(file, 0, file.length)
      turned[at] = (turned[at] ?? 0) ^ (1 << (at & 7))
      expect({ at, sound: (await read(turned))?.sound }).toEqual({ at, sound: false })
      expect({ at, sound: (await read(file.subarray(0, at)))?.sound }).toEqual({ at, sound: false })
    }
  }
}, 60_000)

test("a maker who signs cannot give another file for the one that an entry names, nor one to an entry that names none", async () => {
  const [one, two] = w.files
  if (one === undefined || two === undefined) throw new Error("no files")
  const fault = async (files: World["files"]) => (await read(await made(files)))?.fault
  expect(await fault([{ ...one, bytes: copy(two.bytes, 0, one.length) }])).toMatchObject({
    type: "export-file",
    file: 0,
  })
  expect(await fault([{ ...one, seq: 3 }])).toMatchObject({ type: "export-file", file: 0 })
  expect(await fault([{ ...one, blob: t.random(32) }])).toMatchObject({ type: "export-file", file: 0 })
  expect(await fault([one])).toBeNull()
  expect(toHex(one.blob)).not.toBe(toHex(two.blob))
})
