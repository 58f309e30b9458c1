import type { FaultId, PartId, TextKind } from "../reading.ts"

/** A text of the development corpus, with the places where a careful reader would ask. */
export interface Gold {
  readonly kind: TextKind
  readonly text: string
  readonly faults: readonly { readonly id: FaultId; readonly start: number; readonly end: number }[]
  /** The parts it says; absent where nobody has gone through them. `either`: two careful readers might differ. */
  readonly parts?: { readonly said: ReadonlySet<PartId>; readonly either: ReadonlySet<PartId> }
}

const kinds: Readonly<Record<string, TextKind>> = {
  a: "apology",
  c: "account",
  p: "paraphrase",
  o: "promise",
}
const partIds: Readonly<Record<string, PartId>> = {
  n: "names-wrong",
  t: "takes-responsibility",
  r: "remorse",
  i: "acknowledges-impact",
  e: "explains-without-excusing",
  c: "commits-to-change",
  o: "offers-repair",
  l: "leaves-free",
}

/**
 * Reads lines such as `a| I'm sorry {conditional:if I hurt you}.`: a letter for the kind, then the text, faults in braces.
 * `a:nr?t|` also says which parts are there (names-wrong, remorse) and which might be (after the question mark).
 */
export function lines(block: string): readonly Gold[] {
  return block
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, letter = "", marked, said = "", either = "", text = ""] =
        /^(\w)(:([a-z]*)(?:\?([a-z]*))?)?\|(.*)$/.exec(line) ?? []
      const kind = kinds[letter]
      if (kind === undefined) throw new Error(`no kind: ${line}`)
      const gold = { kind, ...unmark(text.trim()) }
      return marked === undefined
        ? gold
        : { ...gold, parts: { said: partsOf(said), either: partsOf(either) } }
    })
}

function partsOf(letters: string): ReadonlySet<PartId> {
  return new Set(
    [...letters].map((letter) => {
      const part = partIds[letter]
      if (part === undefined) throw new Error(`no part: ${letter}`)
      return part
    }),
  )
}

function unmark(marked: string): Pick<Gold, "text" | "faults"> {
  const faults: { id: FaultId; start: number; end: number }[] = []
  let text = ""
  let at = 0
  for (const found of marked.matchAll(/\{([a-z-]+):([^}]+)\}/g)) {
    text += marked.slice(at, found.index)
    faults.push({ id: found[1] as FaultId, start: text.length, end: text.length + (found[2] ?? "").length })
    text += found[2] ?? ""
    at = found.index + found[0].length
  }
  return { text: (text + marked.slice(at)).replaceAll("\\n", "\n"), faults }
}
