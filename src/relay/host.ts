/** What this server says of itself at /host.json (spec/relay.md §6): who runs it, and which everyday page the exit goes to. */
export interface HostInfo {
  readonly operator: string | null
  readonly publicUrl: string | null
  readonly exit: readonly { readonly name: string; readonly url: string }[]
}

export const emptyHost: HostInfo = { operator: null, publicUrl: null, exit: [] }

/** Throws when an address is not an https one: a host that means to be public should learn that at the start. */
export function createHost(from: {
  readonly operator: string | null
  readonly publicUrl: string | null
  readonly exitUrl: string | null
}): HostInfo {
  const exit = from.exitUrl === null ? [] : [{ name: new URL(from.exitUrl).hostname, url: from.exitUrl }]
  return { operator: from.operator, publicUrl: from.publicUrl, exit }
}
