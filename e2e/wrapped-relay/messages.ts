import type { EvilName } from "../../src/app/testing/between-two.ts"
import type { Side } from "../../src/app/testing/duo.ts"

// What the test and the relay's process say to each other.

export type Letter = "request" | "reveal" | "answer-inviter" | "answer-joiner" | "admit"
/** "before": the relay does not have it yet. "after": it has it, and nobody was told. */
export interface Hold {
  readonly letter: Letter
  readonly when: "before" | "after"
}
export interface Begin {
  readonly is: "begin"
  readonly dataFile: string
  readonly evil: EvilName
  readonly apps: Readonly<Record<Side, string>>
  readonly ports: Readonly<Record<Side, number>>
  readonly holds: readonly Hold[]
}
export type ToRelay =
  | Begin
  | { readonly is: "hold"; readonly hold: Hold }
  | { readonly is: "go-on" }
  | { readonly is: "link"; readonly link: string }
export interface Asked {
  readonly is: "asked"
  readonly side: Side
  readonly method: string
  readonly path: string
  readonly letter: Letter | null
}
export type FromRelay =
  | { readonly is: "ready"; readonly ports: Readonly<Record<Side, number>> }
  | Asked
  | { readonly is: "held"; readonly hold: Hold }
  | { readonly is: "link"; readonly link: string }
