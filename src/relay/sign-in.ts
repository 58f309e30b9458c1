import { authBytes, decodeSignIn, equalBytes, signedMessage, utf8 } from "#wire"
import type { Bytes, Purpose, RelayError, Verify } from "#wire"
import type { Who } from "./reach.ts"
import type { Tokens } from "./tokens.ts"

// spec/relay.md §10. A key shows that it is there: for one log, one purpose, this relay's origin and one nonce. Whether that log is here, and whether this key may
// do anything in it, is not said; it shows when it is used.

export type SignedIn =
  | { readonly is: "in"; readonly who: Who; readonly purpose: Purpose }
  | { readonly is: "refused"; readonly error: RelayError }

export function createSignIn(deps: {
  readonly verify: Verify
  readonly tokens: Tokens
  /** The origins this relay is known under, beside the names of this computer. */
  readonly origins: readonly string[]
  /** Told when somebody came under an address the relay does not know: it may lack PUBLIC_URL. */
  readonly onWrongOrigin?: (() => void) | undefined
}): (log: Bytes, body: Bytes, reachedAt: string) => Promise<SignedIn> {
  const own = deps.origins.map(utf8)
  return async (log, body, reachedAt) => {
    const asked = decodeSignIn(body)
    if (asked === null) return refused("malformed")
    const origins = [...own, ...hereAs(reachedAt)]
    if (!origins.some((origin) => equalBytes(origin, asked.origin))) {
      deps.onWrongOrigin?.()
      return refused("wrong-origin")
    }
    const { ed, nonce, sig, origin, purpose } = asked
    if (
      !(await deps.verify(ed, sig, signedMessage("auth", authBytes({ origin, logId: log, nonce, purpose }))))
    )
      return refused("unsigned")
    const taken = deps.tokens.takes(nonce)
    if (taken !== "taken") return refused(taken === "too-many" ? taken : "sign-in")
    return { is: "in", who: { ed }, purpose }
  }
}

function refused(error: RelayError): SignedIn {
  return { is: "refused", error }
}

/** On the computer it runs on a relay has no other name than the one it is reached under. Any other name it must be told: whoever stands between could make one up. */
export function hereAs(address: string): readonly Bytes[] {
  const { hostname, origin } = new URL(address)
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ? [utf8(origin)] : []
}
