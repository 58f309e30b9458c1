/** Takes an invite link's secret out of the address at once, so that neither history nor a screenshot of the bar keeps it (LEDGER, INVITE). */
export function takeLinkFromAddress(): string | null {
  const fragment = location.hash
  if (!fragment.startsWith("#j=")) return null
  history.replaceState(history.state, "", location.pathname)
  return fragment
}

/** The fragment of a pasted link, or null when there is none in it. */
export function fragmentOf(text: string): string | null {
  const at = text.indexOf("#j=")
  return at < 0 ? null : text.slice(at).trim()
}
