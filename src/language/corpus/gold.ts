import type { FaultId, TextKind } from "../reading.ts"

/** A text of the development corpus, with the places where a careful reader would ask. */
export interface Gold {
  readonly kind: TextKind
  readonly text: string
  readonly faults: readonly { readonly id: FaultId; readonly start: number; readonly end: number }[]
}

const kinds: Readonly<Record<string, TextKind>> = {
  a: "apology",
  c: "account",
  p: "paraphrase",
  o: "promise",
}

/** Reads lines such as `a| I'm sorry {conditional:if I hurt you}.`: a letter for the kind, then the text, faults in braces. */
export function lines(block: string): readonly Gold[] {
  return block
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const kind = kinds[line[0] ?? ""]
      if (kind === undefined || line[1] !== "|") throw new Error(`no kind: ${line}`)
      return { kind, ...unmark(line.slice(2).trim()) }
    })
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
