/**
 * A name for a defect of ours that carries nothing of a request: the error's class or code and where in our code it arose. The message is left out, because
 * messages quote what they choked on.
 */
export function referenceOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown"
  const code: unknown = Reflect.get(error, "code")
  const name = typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : "Error"
  const place = /([^/\\\s()]+\.[cm]?[jt]sx?:\d+)/.exec(error.stack ?? "")?.[1]
  return place === undefined ? name : `${name} ${place}`
}
