/** What a command says, and how it ends. */
export interface Told {
  readonly lines: readonly string[]
  /** 2: the call was not understood, or its file could not be read. */
  readonly code: 0 | 1 | 2
  /** A verdict that was asked for, whatever it is: it goes where a program reads it. */
  readonly isReport?: true
}

/** What a file says, or null when it cannot be read. "-" stands for what is typed or piped in. */
export type ReadFile = (name: string) => Uint8Array | null
