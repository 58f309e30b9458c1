/** One golden vector. `type` is the exact outcome: "ok", or the one name of the fault. The other fields are its input, and what comes out of it. */
export interface Vector {
  readonly name: string
  readonly type: string
  readonly [field: string]: unknown
}
export interface VectorFile {
  /** File name below spec/vectors, without its ending. */
  readonly file: string
  /** What a reader of the file must know to use it. */
  readonly about: string
  /** What several vectors of the file share, by name. */
  readonly shared?: Readonly<Record<string, unknown>>
  readonly vectors: readonly Vector[]
}

/** A vector that says nothing against its bytes is a positive one. */
export function isNegative(vector: Vector): boolean {
  return vector.type !== "ok"
}
