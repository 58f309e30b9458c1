import { bad, copy, concat, fromBase64url, good, toBase64url, utf8, VERSION } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Tools } from "./tools.ts"

/** What a link holds (spec/ledger.md §10, §20.1): v u8 | 32 bytes that name what it is for | secret 32 | the relay's origin in UTF-8. */
interface LinkData {
  readonly names: Bytes
  readonly secret: Bytes
  readonly relay: string
}

/** As base64url, for the fragment, which a browser never sends. */
export function linkText({ names, secret, relay }: LinkData): string {
  return toBase64url(concat(Uint8Array.of(VERSION), names, secret, utf8(relay)))
}

export type LinkFault = { readonly type: "link-cut" | "link-version" | "link-data" }

/** `mark`: what stands before it in the address. */
export function linkData(
  link: string,
  mark: "#j=" | "#l=",
  decodeUtf8: Tools["decodeUtf8"],
): Outcome<LinkData, LinkFault> {
  const at = link.indexOf(mark)
  const bytes = at < 0 ? null : fromBase64url(link.slice(at + mark.length).trim())
  if (bytes === null) return bad({ type: "link-data" })
  if (bytes.length < 65) return bad({ type: "link-cut" })
  if (bytes[0] !== VERSION) return bad({ type: "link-version" })
  try {
    const relay = decodeUtf8(copy(bytes, 65, bytes.length))
    return good({ names: copy(bytes, 1, 33), secret: copy(bytes, 33, 65), relay })
  } catch {
    return bad({ type: "link-data" })
  }
}
