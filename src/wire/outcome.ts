/** What the world may refuse us, as plain data that survives a hop to a worker: an Error would lose its class and fields on the way. */
export type Outcome<T, E extends { readonly type: string }> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function good<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function bad<E extends { readonly type: string }>(
  error: E,
): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
