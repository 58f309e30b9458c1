/** Who wants to be told that something changed. */
export interface News {
  readonly subscribe: (listener: () => void) => () => void
  readonly tell: () => void
  readonly clear: () => void
}

export function createNews(): News {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: () => {
      for (const listener of listeners) listener()
    },
    clear: () => listeners.clear(),
  }
}
