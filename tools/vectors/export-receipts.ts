import { concat, encodeRedact, entryHash, u32, u64 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { sign } from "../../src/ledger/index.ts"
import { firstEntry, noLog, writeAll } from "./chain.ts"
import { small } from "./curve.ts"
import { bareFile, fileOf, inOrder, logPart, partOf, under } from "./export-parts.ts"
import type { LogPart } from "./export-parts.ts"
import type { ExportCase } from "./exports.ts"
import { targetOf } from "./log-redacts.ts"
import { ana, ben, bytesOf, flipped, personOf, t } from "./people.ts"

// What servers signed of a log, in a file (spec/ledger.md §14.1, §14.3), put together from the text: true, false, cut, and against one another.

const [server, another] = [personOf("A server"), personOf("Another server")]
const unheard = bytesOf("an entry nobody here has", 32)

interface Word {
  readonly by?: typeof server
  readonly seq: number
  /** The entry of the log's chain where it is left out. */
  readonly hash?: Bytes
  readonly hour?: number
  readonly incarnation?: number
  readonly type?: number
  readonly signedAs?: "head" | "receipt"
  readonly logId?: Bytes
}

/** One receipt as it stands in a file. */
async function wordOf(log: LogPart, word: Word): Promise<Bytes> {
  const { by = server, seq, hour = 494_038, incarnation = 1, type = 1 } = word
  const part = log.parts[seq]
  const hash = word.hash ?? (part === undefined ? unheard : entryHash(part))
  const said = concat(u64(seq), hash, u32(hour), u32(incarnation))
  const as = word.signedAs ?? (type === 2 ? "receipt" : "head")
  const sig = await sign(t, by, as, concat(word.logId ?? log.logId, said))
  return concat(by.ed.publicKey, Uint8Array.of(type), said, sig)
}

async function wordsOf(log: LogPart, words: readonly Word[]): Promise<readonly Bytes[]> {
  const all = await Promise.all(words.map((word) => wordOf(log, word)))
  return all.toSorted((a, b) => Buffer.compare(a, b))
}
const carrying = (log: LogPart, words: readonly Bytes[], receipts = words.length): LogPart => ({
  ...log,
  words,
  receipts,
})
const withWords = async (log: LogPart, words: readonly Word[]): Promise<LogPart> =>
  carrying(log, await wordsOf(log, words))

const stories: Readonly<Record<string, readonly Word[]>> = {
  "a head that a server signed": [{ seq: 4 }],
  "a receipt that a server signed": [{ seq: 3, type: 2 }],
  "head and receipt of one place and one hour": [{ seq: 3 }, { seq: 3, type: 2 }],
  "heads of each place, hour by hour": [0, 1, 2, 3, 4].map((seq) => ({ seq, hour: 494_000 + seq })),
  "one place in two hours is no contradiction": [{ seq: 2 }, { seq: 2, hour: 494_040 }],
  "a server said another entry stood there, and nothing else": [{ seq: 3, hash: unheard }],
  "a server had more than this file has": [{ seq: 4 }, { seq: 9 }],
  "a server said two things of one place": [{ seq: 3 }, { seq: 3, hash: unheard, hour: 494_039 }],
  "a server said two things of one place, none of them in this file": [
    { seq: 7, hash: unheard },
    { seq: 7, hash: bytesOf("yet another entry", 32), type: 2 },
  ],
  "a server said another entry stood before one that is here": [
    { seq: 4 },
    { seq: 2, hash: unheard, hour: 494_001 },
  ],
  "another entry before one that the file does not reach is no contradiction": [
    { seq: 9 },
    { seq: 2, hash: unheard },
  ],
  "another entry after one that is here is no contradiction": [{ seq: 2 }, { seq: 4, hash: unheard }],
  "two things of one place in two incarnations are no contradiction": [
    { seq: 3 },
    { seq: 3, hash: unheard, incarnation: 2 },
  ],
  "two things of one place by two servers are no contradiction": [
    { seq: 3 },
    { seq: 3, hash: unheard, by: another },
  ],
  "two servers that each said two things": [server, another].flatMap((by) => [
    { seq: 1, by },
    { seq: 1, by, hash: unheard },
    { seq: 0, by, hash: unheard, type: 2 },
  ]),
  "the highest numbers there are": [
    { seq: 2 ** 53 - 1, hash: unheard, hour: 2 ** 32 - 1, incarnation: 2 ** 32 - 1 },
  ],
  "sixty-four receipts": Array.from({ length: 64 }, (_, n) => ({ seq: n % 5, hour: 494_000 + n })),
}

/** `receipt`: which one is the fault. */
type Bad = readonly [name: string, receipt: number, words: readonly Bytes[]]

async function refused(log: LogPart): Promise<readonly Bad[]> {
  const one = await wordOf(log, { seq: 3 })
  const [low, middle, high] = await wordsOf(log, [{ seq: 1 }, { seq: 2 }, { seq: 4 }])
  if (!low || !middle || !high) throw new Error("three words")
  const alone = (name: string, word: Bytes): Bad => [name, 0, [word]]
  const turned = [
    ["the server's key", 0],
    ["its place", 40],
    ["its entry", 41],
    ["its hour", 76],
    ["its incarnation", 80],
    ["its signature", 81],
    ["the last byte of its signature", 144],
  ] as const
  const nobody = concat(
    small("the identity"),
    one.subarray(32, 81),
    small("the identity"),
    new Uint8Array(32),
  )
  return [
    ...turned.map(([what, at]) => alone(`a bit of ${what} turned`, flipped(one, at))),
    alone("type 0", await wordOf(log, { seq: 3, type: 0 })),
    alone("type 3", await wordOf(log, { seq: 3, type: 3 })),
    alone("a head shown as a receipt", await wordOf(log, { seq: 3, type: 2, signedAs: "head" })),
    alone("a receipt shown as a head", await wordOf(log, { seq: 3, type: 1, signedAs: "receipt" })),
    alone("signed of another log", await wordOf(log, { seq: 3, logId: bytesOf("another log", 32) })),
    alone(
      "a place above 2^53 - 1",
      concat(one.subarray(0, 33), Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0), one.subarray(41)),
    ),
    alone("a key everyone can sign for", nobody),
    ["one receipt twice", 1, [low, low]],
    ["receipts in the other order", 1, [middle, low]],
    ["the second of three changed", 1, [low, flipped(middle, 100), high]],
    ["the last of three changed", 2, [low, middle, flipped(high, 144)]],
    ["two changed: the first counts", 0, [flipped(low, 144), middle, flipped(high, 144)]],
  ]
}

export async function receiptCases(small: LogPart, own: LogPart): Promise<readonly ExportCase[]> {
  const sound = Object.entries(stories).map(async ([name, words]): Promise<ExportCase> => {
    return { name, type: "ok", receipts: true, file: await fileOf([await withWords(small, words)]) }
  })
  const bad = (await refused(small)).map(async ([name, receipt, words]): Promise<ExportCase> => {
    const file = await fileOf([carrying(small, words)])
    return { name: `receipts: ${name}`, type: "export-receipt", at: [0, null], receipt, file }
  })
  return [
    ...(await Promise.all(sound)),
    ...(await Promise.all(bad)),
    ...(await placeCases(small, own)),
    ...(await countCases(small)),
  ]
}

async function placeCases(small: LogPart, own: LogPart): Promise<readonly ExportCase[]> {
  const word = await wordOf(small, { seq: 3 })
  const [first, second] = inOrder(
    await withWords(small, [{ seq: 4 }, { seq: 4, type: 2 }]),
    await withWords(own, [{ seq: 1, by: another }]),
  )
  const later = (words: readonly Bytes[]) => [first, carrying(second, words)]
  const which = second.logId === own.logId ? 0 : 1
  const by = { by: ana, device: ana.id, which }
  const passphrase = "three warm plums"
  const before = await writeAll(noLog, [firstEntry, { uid: "said" }])
  const gone = encodeRedact({ targets: [targetOf(before.entries[1], ben, "said")], blobs: [] })
  const { logId, entries } = await writeAll(before, [{ kind: 3, uid: "redact", body: gone }])
  const kept = logPart(
    logId,
    entries.map((entry) => partOf(entry)),
  )
  const [ofIt] = await wordsOf(kept, [{ seq: 2 }])
  if (ofIt === undefined) throw new Error("one word")
  const redacted = (words: readonly Bytes[]) => fileOf([carrying(kept, words)])
  return [
    {
      name: "two logs, receipts beside each",
      type: "ok",
      receipts: true,
      file: await fileOf([first, second], by),
    },
    {
      name: "two logs, a receipt of the first beside the second",
      type: "export-receipt",
      at: [1, null],
      receipt: 0,
      file: await fileOf(later(await wordsOf(first, [{ seq: 1 }])), by),
    },
    {
      name: "under a passphrase, with receipts",
      type: "ok",
      receipts: true,
      passphrase,
      file: await under(passphrase, await fileOf([carrying(small, [word])])),
    },
    {
      name: "a receipt stripped, and the footer kept",
      type: "export-footer",
      file: concat(bareFile([small]), (await fileOf([carrying(small, [word])])).subarray(-81)),
    },
    {
      name: "a receipt put in, and the footer kept",
      type: "export-footer",
      file: concat(bareFile([carrying(small, [word])]), (await fileOf([small])).subarray(-81)),
    },
    {
      name: "a false receipt, and a body that was taken back: the receipt is found first",
      type: "export-receipt",
      at: [0, null],
      receipt: 0,
      file: await redacted([flipped(ofIt, 144)]),
    },
    {
      name: "a true receipt, and a body that was taken back",
      type: "export-redacted",
      at: [0, 1],
      file: await redacted([ofIt]),
    },
  ]
}

async function countCases(small: LogPart): Promise<readonly ExportCase[]> {
  const many = await wordsOf(
    small,
    Array.from({ length: 65 }, (_, n) => ({ seq: 4, hour: 494_000 + n })),
  )
  const layout = async (name: string, log: LogPart): Promise<ExportCase> => {
    return { name, type: "export-layout", at: [0, null], file: await fileOf([log]) }
  }
  const [one] = many
  if (one === undefined) throw new Error("many words")
  const whole = await fileOf([carrying(small, [one])])
  const end = whole.length - 81
  return [
    await layout("sixty-five receipts", carrying(small, many)),
    await layout("four thousand million receipts announced", carrying(small, [one], 2 ** 32 - 1)),
    await layout("two receipts announced and one here", carrying(small, [one], 2)),
    { ...(await layout("cut within a receipt", small)), file: whole.slice(0, end - 1) },
    { ...(await layout("cut within the number of receipts", small)), file: whole.slice(0, end - 146) },
    { name: "cut right after a receipt", type: "export-footer", file: whole.slice(0, end) },
    {
      name: "no receipt announced and one here",
      type: "export-footer",
      file: await fileOf([carrying(small, [one], 0)]),
    },
  ]
}
