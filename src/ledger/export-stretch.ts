import { argon2id } from "@noble/hashes/argon2.js"
import { copy } from "#wire"
import { EXPORT_COST } from "./sealed-file.ts"
import type { StretchExport } from "./sealed-file.ts"

/** Where there is no page to keep smooth: about a second, on purpose, in this very thread. */
export const stretchExport: StretchExport = async (passphrase, salt) => {
  const { memoryKiB, passes, lanes } = EXPORT_COST
  return copy(argon2id(passphrase, salt, { m: memoryKiB, t: passes, p: lanes, dkLen: 32 }), 0, 32)
}
