import { bad, fileLimits, good, relayErrors, toBase64url } from "#wire"
import type { Bytes, Outcome, RelayError } from "#wire"
import { told } from "../server/signing-in.ts"
import type { By } from "../server/signing-in.ts"

// spec/relay.md §14, said from this side: one part of a file at a time.

type Keys = Extract<By, { readonly is: "keys" }>["keys"]

/** Which file of which log. */
export interface FileAt {
  readonly log: Bytes
  readonly blob: Bytes
}
export interface Part {
  readonly n: number
  readonly bytes: Bytes
  /** Of the whole file. */
  readonly size: number
}
/** Of the moment: the same part goes later. "limit": this member has stored as much as they may, today or at all. */
export interface NotNow {
  readonly is: "full" | "limit" | "away"
}
/** For good. */
export interface Refused {
  readonly is: "refused"
  readonly because: RelayError
}
/** "begin-again": the relay has not what stands before this part. */
export type PutPart = { readonly is: "stored" } | { readonly is: "begin-again" } | NotNow | Refused

export interface FileParts {
  readonly put: (at: FileAt, part: Part, keys: Keys) => Promise<PutPart>
  /** "missing": the relay has no such file, or none for this device. */
  readonly get: (
    at: FileAt,
    n: number,
    keys: Keys,
  ) => Promise<Outcome<Omit<Part, "n">, { readonly type: "missing" | "away" }>>
  /** Of what this member's devices stored. */
  readonly drop: (at: FileAt, keys: Keys) => Promise<"gone" | "away">
}

export type AskFor = (
  log: Bytes,
  keys: Keys,
  purpose: "read" | "append",
  path: string,
  init: RequestInit,
) => Promise<Response | null>

const forGood: readonly RelayError[] = ["malformed", "oversize", "refused", "slot-taken"]

export function filePartsOver(ask: AskFor): FileParts {
  const pathOf = ({ log, blob }: FileAt): string => `files/${toBase64url(log)}/${toBase64url(blob)}`
  return {
    put: async (at, { n, bytes, size }, keys) => {
      const headers = { "Content-Type": "application/octet-stream", "Goldseam-Size": String(size) }
      const init = { method: "PUT", headers, body: bytes }
      const response = await ask(at.log, keys, "append", `${pathOf(at)}/${String(n)}`, init)
      if (response === null) return { is: "away" }
      const answer = await told(response)
      if (response.status === 200) return { is: answer?.["ok"] === true ? "stored" : "away" }
      const type = relayErrors.find((error) => error === answer?.["type"])
      if (type === "full") return { is: "full" }
      if (type === "too-many") return { is: "limit" }
      if (type === "out-of-order") return { is: "begin-again" }
      return type !== undefined && forGood.includes(type) ? { is: "refused", because: type } : { is: "away" }
    },
    get: async (at, n, keys) => {
      const response = await ask(at.log, keys, "read", `${pathOf(at)}/${String(n)}`, {})
      if (response?.status === 404)
        return bad({ type: (await told(response))?.["type"] === "nothing-here" ? "missing" : "away" })
      const size = response?.headers.get("Goldseam-Size") ?? ""
      if (response?.status !== 200 || !/^[1-9]\d{0,8}$/.test(size)) return bad({ type: "away" })
      const bytes = await response.arrayBuffer().catch(() => null)
      return bytes === null || bytes.byteLength > fileLimits.partBytes
        ? bad({ type: "away" })
        : good({ bytes: new Uint8Array(bytes), size: Number(size) })
    },
    drop: async (at, keys) => {
      const response = await ask(at.log, keys, "append", pathOf(at), { method: "DELETE" })
      return response?.status === 200 ? "gone" : "away"
    },
  }
}
