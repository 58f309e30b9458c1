import { blobId, concat, sha, toBase64url, u32, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { admit, firstEntry, invite, noLog, writeAll } from "./chain.ts"
import { dataOf } from "./entry-data.ts"
import { logPart, partOf, sealed } from "./export-parts.ts"
import type { LogPart } from "./export-parts.ts"
import { fileKey, madeFrom, one, two } from "./files.ts"
import type { FileRecipe } from "./files.ts"
import { ana, ben } from "./people.ts"
import { padded } from "./seals.ts"

// A log whose entries name files, the files, and lists of them: what exports with files are put together from.

export const passphrase = "three warm plums"
export const { logId } = noLog
const three: FileRecipe = { ...one, fill: "0d", length: 777, filled: 777 }
export const made = { one: madeFrom(one, logId), two: madeFrom(two, logId), three: madeFrom(three, logId) }
export const blobs = { one: nameOf(made.one), two: nameOf(made.two), three: nameOf(made.three) }
export type Made = keyof typeof made

function nameOf(file: Bytes): Bytes {
  return blobId(ana.id, sha(file))
}
export const recipes: Readonly<Record<Made, FileRecipe>> = { one, two, three }
const named = (which: Made) => ({
  blob: toBase64url(blobs[which]),
  key: toBase64url(fileKey),
  size: recipes[which].length,
  type: "image/jpeg",
})

/** Entries 3 to 7: Ana's with files one and two; Ben's that names one, too; kept content with three; not shown, with three; hers with three, and a wrong size. */
export async function logWithFiles(): Promise<LogPart> {
  const begun = await writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
  ])
  const said = async (by: typeof ana, uid: string, body: unknown, kind: 1 | 4 = 1) => {
    const whole = padded(utf8(dataOf(body)))
    return { by, uid, kind, body: await sealed(logId, 2, by, uid, kind, whole) }
  }
  const told = await writeAll(begun, [
    await said(ana, "pictures", { words: "Two", pictures: [named("one"), named("two")] }),
    await said(ben, "another's", { words: "Hers", picture: named("one") }),
    await said(ana, "kept", { picture: named("three") }, 4),
    await said(ana, "not shown", { picture: named("three") }),
    await said(ana, "wrong size", { picture: { ...named("three"), size: 776 } }),
  ])
  const shown = new Map([
    [3, "pictures"],
    [4, "another's"],
    [5, "kept"],
    [7, "wrong size"],
  ])
  return logPart(
    logId,
    told.entries.map((entry, n) => partOf(entry, shown.get(n) ?? null)),
  )
}

export interface Row {
  readonly log?: number
  readonly entry?: number
  readonly file: Made
  readonly length?: number
}
const rowOf = ({ log = 0, entry = 3, file, length }: Row): Bytes =>
  concat(Uint8Array.of(log), u32(entry), blobs[file], u32(length ?? made[file].length))
export const listOf = (rows: readonly Row[], count = rows.length): Bytes =>
  concat(u32(count), ...rows.map(rowOf))
