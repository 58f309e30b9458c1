/** Takes an invite link's secret out of the address at once, so that neither history nor a screenshot of the bar keeps it (LEDGER, INVITE). */
export function takeLinkFromAddress(): string | null {
  const fragment = location.hash
  if (!isLink(fragment)) return null
  history.replaceState(history.state, "", location.pathname)
  return fragment
}

/** An invitation, or a link for another device of one's own. */
export function isLink(fragment: string): boolean {
  return fragment.startsWith("#j=") || fragment.startsWith("#l=")
}

/** The address asks for the made-up pair. It is taken out of there, so that a reload begins where everyone begins. */
export function takeLookFromAddress(): boolean {
  if (location.hash !== "#look") return false
  history.replaceState(history.state, "", location.pathname)
  return true
}

/** What a link holds before the relay's address, and the shortest address there is: https://a.b */
const shortest = Math.ceil(((65 + 11) * 4) / 3)

/** The fragment of a pasted link, or null when it is cut short or there is none: said while the link is still at hand, and not three pages later. */
export function fragmentOf(text: string): string | null {
  return wholeIn(text, /#j=([\w-]+)\s*$/, "#j=")
}

/** The same of a link for another device: it holds as much. */
export function deviceFragmentOf(text: string): string | null {
  return wholeIn(text, /#l=([\w-]+)\s*$/, "#l=")
}

function wholeIn(text: string, link: RegExp, begins: string): string | null {
  const found = link.exec(text.trim())
  return found?.[1] === undefined || found[1].length < shortest ? null : begins + found[1]
}
