/**
 * A persistent map that only grows: adding gives a new one and leaves the old one as it was, in O(log n). States of the fold share their past; a relay may try
 * a run and throw it away.
 */
export class Seen<V> {
  readonly #layers: readonly ReadonlyMap<string, V>[]
  constructor(layers: readonly ReadonlyMap<string, V>[] = []) {
    this.#layers = layers
  }
  get(key: string): V | undefined {
    for (const layer of this.#layers) {
      const value = layer.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }
  has(key: string): boolean {
    return this.get(key) !== undefined
  }
  /** A key that is there keeps its first value. */
  with(key: string, value: V): Seen<V> {
    if (this.has(key)) return this
    let young = new Map([[key, value]])
    const layers = [...this.#layers]
    while (layers.length > 0 && (layers[0]?.size ?? 0) <= young.size) {
      const older = layers.shift() ?? new Map<string, V>()
      const merged = new Map(older)
      for (const [k, v] of young) merged.set(k, v)
      young = merged
    }
    return new Seen([young, ...layers])
  }
  get size(): number {
    return this.#layers.reduce((sum, layer) => sum + layer.size, 0)
  }
}
