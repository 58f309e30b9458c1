/** Computed first, because WebCrypto is asynchronous and the fold is not. */
export interface Proofs {
  readonly signature: boolean
  /** The proof of possession inside an admit; true for every other entry. */
  readonly pop: boolean
}
