import { fromHex } from "#wire"
import { browserDeps } from "../browser.ts"

// For e2e/edges.spec.ts: the one verify the app runs with, asked in a real browser.

const { verify } = browserDeps()
const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array(0)

/** Hex of a key, a signature and what is signed. */
const verifyPage = {
  stands: (signed: readonly (readonly [string, string, string])[]): Promise<readonly boolean[]> =>
    Promise.all(
      signed.map(([key, signature, message]) => verify(bytes(key), bytes(signature), bytes(message))),
    ),
}
export type VerifyPage = typeof verifyPage
Object.assign(globalThis, { verifyPage })
