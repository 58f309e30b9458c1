import { concat, copy } from "../../src/wire/index.ts"
import { firstEntry, noLog, writeAll } from "./chain.ts"
import { bareFile, fileOf, inOrder, logPart, only, partOf, withParts } from "./export-parts.ts"
import type { FileOf, LogPart } from "./export-parts.ts"
import type { ExportCase } from "./exports.ts"
import { ana, ben, bytesOf, flipped, mallory } from "./people.ts"

// Files that lie (ATTACKS 50): entries left out, put in or changed, and footers that speak of something else.

export async function entryCases(small: LogPart, all: LogPart): Promise<readonly ExportCase[]> {
  const no = async (name: string, type: string, n: number, logs: readonly LogPart[]) => ({
    name,
    type,
    at: [0, n] as const,
    file: await fileOf(logs),
  })
  const [genesis, invited, admitted, hers, kept] = small.parts
  if (!genesis || !invited || !admitted || !hers || !kept) throw new Error("the small log has five entries")
  const foreign = await writeAll(noLog, [firstEntry, { by: mallory, uid: "foreign" }])
  const gone = (n: number) => withParts(small, only(n, { flag: 0, body: new Uint8Array(0) }))
  const turned = (n: number, field: "header" | "sig" | "body", at: number) =>
    withParts(small, (p, i) => (i === n ? { ...p, [field]: flipped(p[field], at) } : p))
  return [
    await no("the genesis left out", "seq", 0, [logPart(noLog.logId, small.parts.slice(1))]),
    await no("an entry in the middle left out", "seq", 3, [
      logPart(noLog.logId, [genesis, invited, admitted, kept]),
    ]),
    await no("two entries swapped", "seq", 3, [
      logPart(noLog.logId, [genesis, invited, admitted, kept, hers]),
    ]),
    await no("an entry twice", "seq", 4, [logPart(noLog.logId, [genesis, invited, admitted, hers, hers])]),
    await no("a foreign entry added", "signer", 1, [
      logPart(noLog.logId, [genesis, ...foreign.entries.slice(1).map((entry) => partOf(entry))]),
    ]),
    await no("another log's name over it", "log", 0, [{ ...small, logId: bytesOf("another log", 32) }]),
    await no("the body of the genesis stripped", "signature", 0, [gone(0)]),
    await no("the body of an invite stripped", "body-absent", 1, [gone(1)]),
    await no("the body of an admit stripped", "body-absent", 2, [gone(2)]),
    await no("the body of a redact stripped", "body-absent", 10, [
      withParts(all, only(10, { flag: 0, body: new Uint8Array(0) })),
    ]),
    await no("a redact left out", "seq", 10, [
      logPart(
        noLog.logId,
        all.parts.filter((_, n) => n !== 10),
      ),
    ]),
    await no("a bit of a header turned", "signature", 3, [turned(3, "header", 100)]),
    await no("a bit of a version turned", "version", 3, [turned(3, "header", 0)]),
    await no("a bit of a hash before turned", "prev", 3, [turned(3, "header", 50)]),
    await no("a bit of a signature turned", "signature", 3, [turned(3, "sig", 20)]),
    await no("a bit of a body turned", "body-hash", 3, [turned(3, "body", 200)]),
    await no("the bodies of two entries swapped", "body-hash", 3, [
      withParts(small, (p, n) => ({ ...p, body: n === 3 ? kept.body : n === 4 ? hers.body : p.body })),
    ]),
  ]
}

export async function footerCases(small: LogPart, own: LogPart): Promise<readonly ExportCase[]> {
  const no = async (name: string, of: FileOf, logs: readonly LogPart[] = [small]): Promise<ExportCase> => ({
    name,
    type: "export-footer",
    file: await fileOf(logs, of),
  })
  const [first, second] = inOrder(small, own)
  const whole = await fileOf([small])
  const shorter = { ...small, parts: small.parts.slice(0, 4), count: 4 }
  const [ownAt, sharedAt] = first === small ? [1, 0] : [0, 1]
  return [
    await no("signed by a stranger", { by: mallory }),
    await no("a stranger's name over Ben's signature", { device: mallory.id }),
    await no("Ana's name over Ben's signature", { device: ana.id }),
    await no("a log that is not there", { which: 1 }),
    await no("signed by one who is not in the log named", { by: ben, which: ownAt }, [first, second]),
    await no("signed for the other log", { by: ben, which: 1 - sharedAt }, [first, second]),
    await no("signed as an entry", { signedAs: "entry" }),
    await no("signed over another hash of the file", { over: (m) => flipped(m, 0) }),
    await no("signed over another count of logs", { over: (m) => flipped(m, 32) }),
    await no("signed over another place", { over: (m) => flipped(m, 40) }),
    await no("signed over another head", { over: (m) => flipped(m, 41) }),
    await no("signed over another count of entries", { over: (m) => flipped(m, m.length - 1) }),
    await no("signed over the file alone", { over: (m) => copy(m, 0, 32) }),
    await no("a signature of zeros", { sig: () => new Uint8Array(64) }),
    {
      name: "the tail cut, and the footer kept",
      type: "export-footer",
      file: concat(bareFile([shorter]), whole.subarray(-81)),
    },
    {
      name: "a body stripped, and the footer kept",
      type: "export-footer",
      file: concat(
        bareFile([withParts(small, only(4, { flag: 0, body: new Uint8Array(0), mk: new Uint8Array(0) }))]),
        whole.subarray(-81),
      ),
    },
    {
      name: "a key stripped, and the footer kept",
      type: "export-footer",
      file: concat(
        bareFile([withParts(small, only(4, { flag: 1, mk: new Uint8Array(0) }))]),
        whole.subarray(-81),
      ),
    },
    {
      name: "another key put in, and the footer kept",
      type: "export-footer",
      file: concat(bareFile([withParts(small, only(4, { mk: bytesOf("mk", 32) }))]), whole.subarray(-81)),
    },
    {
      name: "a log stripped, and the footer kept",
      type: "export-footer",
      file: concat(bareFile([small]), (await fileOf([first, second], { by: ana, which: 0 })).subarray(-81)),
    },
  ]
}
