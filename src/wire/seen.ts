/**
 * A persistent map: adding gives a new one and leaves the old one as it was, in O(log n). States of the fold share their past; a relay may try a run and throw
 * it away, and a log of 10,000 invites costs no copying of 10,000.
 */
export class Seen<V> implements ReadonlyMap<string, V> {
  /** Youngest first; a younger value hides an older one of the same key. */
  readonly #layers: readonly ReadonlyMap<string, V>[]
  readonly size: number
  #whole: ReadonlyMap<string, V> | null = null
  constructor(layers: readonly ReadonlyMap<string, V>[] = [], size = 0) {
    this.#layers = layers
    this.size = size
  }
  get(key: string): V | undefined {
    for (const layer of this.#layers) {
      const value = layer.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }
  has(key: string): boolean {
    return this.#layers.some((layer) => layer.has(key))
  }
  with(key: string, value: V): Seen<V> {
    let young = new Map([[key, value]])
    const layers = [...this.#layers]
    while (layers.length > 0 && (layers[0]?.size ?? 0) <= young.size) {
      const merged = new Map(layers.shift())
      for (const [k, v] of young) merged.set(k, v)
      young = merged
    }
    return new Seen([young, ...layers], this.has(key) ? this.size : this.size + 1)
  }
  #all(): ReadonlyMap<string, V> {
    if (this.#whole === null) {
      const whole = new Map<string, V>()
      for (const layer of this.#layers.toReversed()) for (const [k, v] of layer) whole.set(k, v)
      this.#whole = whole
    }
    return this.#whole
  }
  entries(): MapIterator<[string, V]> {
    return this.#all().entries()
  }
  keys(): MapIterator<string> {
    return this.#all().keys()
  }
  values(): MapIterator<V> {
    return this.#all().values()
  }
  forEach(each: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.#all()) each(value, key, this)
  }
  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.#all()[Symbol.iterator]()
  }
}
