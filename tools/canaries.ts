import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

// Looks for words where no word may be: in files, in a console, in a database. Also in the dress that words wear on the way: two bytes a letter, base64, hex.

/** Ten sentences and two long names that stand nowhere else in the world. */
export const canaries = {
  sentences: [
    "The marmalade ledger under the stairs belongs to nobody but Quillon",
    "On the ninth of Brumeday I told you the ferry had sunk and it had not",
    "You counted eleven pewter spoons and I had already sold the twelfth",
    "I read your blue notebook behind the kiln and put it back unsaid",
    "The orchard money went to Zephyrine and not to the roof at all",
    "When you asked about Varnholt I answered with somebody else's story",
    "My brother never broke the weathercock, it was me with the long pole",
    "I promised the Tuesday of the lanterns and slept through every lamp",
    "What hurt was the laughing in front of your mother's cousins in Drell",
    "I would like to mend the green gate before the frost, with you watching",
  ],
  names: ["Bartholomeus Quennevilliers-Ostrander", "Anastazjalinde Fjordhammer-Uxbridge"],
} as const
export const allCanaries: readonly string[] = [...canaries.sentences, ...canaries.names]

export interface Found {
  readonly what: string
  readonly form: string
  readonly where: string
}

interface Form {
  readonly what: string
  readonly form: string
  readonly bytes: Buffer
}

/** base64 of the words wherever they stand in a longer text: three shapes, of each only the symbols that its neighbours do not change. */
function base64Forms(bytes: Buffer, encoding: "base64" | "base64url"): readonly Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString(encoding)
      .replaceAll("=", "")
    const from = before === 0 ? 0 : before + 1
    const whole = Math.floor(((before + bytes.length) * 8) / 6)
    return Buffer.from(text.slice(from, whole), "latin1")
  })
}

function formsOf(what: string): readonly Form[] {
  const utf8 = Buffer.from(what, "utf8")
  const wide = Buffer.from(what, "utf16le")
  const broad = Buffer.from(wide).swap16()
  const named = (form: string, ...all: readonly Buffer[]): readonly Form[] =>
    all.map((bytes) => ({ what, form, bytes }))
  return [
    ...named("UTF-8", utf8),
    ...named("UTF-16, little end first", wide),
    ...named("UTF-16, big end first", broad),
    ...named("base64", ...base64Forms(utf8, "base64"), ...base64Forms(wide, "base64")),
    ...named("base64url", ...base64Forms(utf8, "base64url"), ...base64Forms(wide, "base64url")),
    ...named("hex", Buffer.from(utf8.toString("hex")), Buffer.from(utf8.toString("hex").toUpperCase())),
    ...named("an address", Buffer.from(encodeURIComponent(what))),
    // A packed file breaks a sentence where it repeats another; its pieces still stand there.
    ...named("a piece", ...piecesOf(utf8)),
  ]
}

/** Every stretch of sixteen bytes, one half over the other. */
function piecesOf(bytes: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0; at + 16 <= bytes.length; at += 8) pieces.push(bytes.subarray(at, at + 16))
  return pieces
}

/** Looks for all of them at once, in one walk over the bytes: a browser's profile has tens of megabytes. */
export function createSearch(words: readonly string[]): (bytes: Buffer, where: string) => readonly Found[] {
  const byStart = new Map<number, Form[]>()
  const first = new Uint8Array(65_536)
  for (const form of words.flatMap(formsOf)) {
    const start = form.bytes.readUInt32BE(0)
    byStart.set(start, [...(byStart.get(start) ?? []), form])
    first[start >>> 16] = 1
  }
  return (bytes, where) => {
    const found: Found[] = []
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (first[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue
      for (const { what, form, bytes: wanted } of byStart.get(bytes.readUInt32BE(at)) ?? [])
        if (bytes.subarray(at, at + wanted.length).equals(wanted)) found.push({ what, form, where })
    }
    return found
  }
}

/** Every file below a folder. Throws when there is none: a look at nothing must not say that nothing is there. */
export function searchFolder(folder: string, words: readonly string[]): readonly Found[] {
  const search = createSearch(words)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  if (files.length === 0) throw new Error(`no file in ${folder}`)
  return files.flatMap((e) => {
    const path = join(e.parentPath, e.name)
    return [...search(readFileSync(path), path), ...search(Buffer.from(e.name), `the name of ${path}`)]
  })
}

export function searchText(
  lines: readonly string[],
  words: readonly string[],
  where: string,
): readonly Found[] {
  return createSearch(words)(Buffer.from(lines.join("\n")), where)
}

const [earliest, latest] = [Date.UTC(2015, 0), Date.UTC(2060, 0)]
const hour = 3_600_000

function isFineTime(value: number): boolean {
  const isIn = (ms: number): boolean => ms >= earliest && ms < latest && ms % hour !== 0
  return isIn(value) || isIn(value * 1000) || isIn(Math.floor(value / 1000))
}

/** 2026-11-25T22:37, and a number of seconds or milliseconds written in digits. A day alone, and a whole hour, are no fine time. */
function hasFineTime(text: string): boolean {
  const clock = /\d{4}-\d\d-\d\d[T ]\d\d:(\d\d)(?::(\d\d))?/g
  if ([...text.matchAll(clock)].some(([, minute, second]) => minute !== "00" || (second ?? "00") !== "00"))
    return true
  return [...text.matchAll(/(?<!\d)\d{10}(?:\d{3}){0,2}(?!\d)/g)].some(([digits]) =>
    isFineTime(Number(digits)),
  )
}

/** Each value of each column of each table, found through the schema: those that can be read as a time finer than an hour. */
export function fineTimesIn(file: string): readonly Found[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const found: Found[] = []
  let values = 0
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  for (const { name: table } of tables) {
    for (const row of db.prepare(`SELECT * FROM "${String(table)}"`).iterate()) {
      for (const [column, value] of Object.entries(row)) {
        values += 1
        const text = value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value)
        const isFine = (typeof value === "number" && isFineTime(value)) || hasFineTime(text)
        if (isFine)
          found.push({ what: text.slice(0, 40), form: "a time", where: `${String(table)}.${column}` })
      }
    }
  }
  db.close()
  if (values === 0) throw new Error(`no value in ${file}`)
  return found
}

/** One known moment, in every way a program writes it down; to be looked for in the bytes of files. */
export function momentForms(ms: number): readonly Buffer[] {
  const seconds = Math.floor(ms / 1000)
  const binary = [
    Buffer.alloc(8),
    Buffer.alloc(8),
    Buffer.alloc(8),
    Buffer.alloc(8),
    Buffer.alloc(4),
    Buffer.alloc(4),
  ] as const
  binary[0].writeBigInt64BE(BigInt(ms))
  binary[1].writeBigInt64LE(BigInt(ms))
  binary[2].writeDoubleBE(ms)
  binary[3].writeDoubleLE(ms)
  binary[4].writeUInt32BE(seconds)
  binary[5].writeUInt32LE(seconds)
  const iso = new Date(ms).toISOString().slice(0, 16)
  const texts = [
    String(ms),
    String(seconds),
    iso,
    iso.replace("T", " "),
    new Date(ms).toUTCString().slice(0, -7),
  ]
  // SQLite leaves out the zeros an integer begins with: six bytes for milliseconds.
  return [
    ...binary,
    binary[0].subarray(2),
    ...texts.flatMap((t) => [Buffer.from(t), Buffer.from(t, "utf16le")]),
  ]
}
