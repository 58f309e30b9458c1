// Trusted Types: the one policy of the app ("trusted-types app" in the content policy), and all it lets through: a script of this very origin.

interface Policy {
  readonly createScriptURL: (url: string) => unknown
}
interface TrustedTypesLike {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => Policy
}
let policy: Policy | null = null

/** For `new Worker` and the service worker's registration. Throws for an address of another origin. */
export function ownScript(url: string): string {
  const whole = new URL(url, location.href)
  if (whole.origin !== location.origin) throw new Error("a script of another origin")
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypesLike }
  if (trustedTypes === undefined) return whole.href
  policy ??= trustedTypes.createPolicy("app", { createScriptURL: (address) => address })
  // Browsers with Trusted Types take this object where the library of types says string.
  return policy.createScriptURL(whole.href) as string
}
