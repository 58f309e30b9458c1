import { blobId, fileLimits, partCount, partLength, sealedSize, sha, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { ben } from "../../../tools/vectors/people.ts"
import type { Ask } from "./bad-world.ts"
import { tokenFor, withToken } from "./signing.ts"
import { noise } from "./writer.ts"

// Somebody who leaves files beside the entries of a log. To the relay a sealed file is noise of one of its sizes.

export type Person = typeof ben

export interface Sealed {
  readonly id: Bytes
  readonly bytes: Bytes
}

export function sealedBy(who: Pick<Person, "id">, pieces = 1): Sealed {
  const bytes = noise(sealedSize(pieces))
  return { id: blobId(who.id, sha(bytes)), bytes }
}

export function partOf({ bytes }: Sealed, n: number): Bytes {
  const from = n * fileLimits.partBytes
  return bytes.slice(from, from + partLength(bytes.length, n))
}

export function filing(ask: Ask, log: Bytes, origin = "http://relay") {
  const path = (id: Bytes, n?: number): string =>
    `${origin}/api/files/${toBase64url(log)}/${toBase64url(id)}${n === undefined ? "" : `/${String(n)}`}`
  const as = async (who: Person, purpose: "read" | "append", request: Request): Promise<Response> =>
    ask(withToken(request, await tokenFor(ask, log, who, purpose, origin)))
  const puts = (who: Person, id: Bytes, n: number, body: Bytes, size: number): Promise<Response> => {
    const headers = { "Goldseam-Size": String(size) }
    return as(who, "append", new Request(path(id, n), { method: "PUT", headers, body }))
  }
  return {
    path,
    puts,
    putsPart: (who: Person, file: Sealed, n: number) =>
      puts(who, file.id, n, partOf(file, n), file.bytes.length),
    /** All of it, one part after the other. */
    stores: async (who: Person, file: Sealed): Promise<readonly number[]> => {
      const status: number[] = []
      for (let n = 0; n < partCount(file.bytes.length); n += 1)
        status.push((await puts(who, file.id, n, partOf(file, n), file.bytes.length)).status)
      return status
    },
    gets: (who: Person, id: Bytes, n = 0) => as(who, "read", new Request(path(id, n))),
    drops: (who: Person, id: Bytes) => as(who, "append", new Request(path(id), { method: "DELETE" })),
  }
}
