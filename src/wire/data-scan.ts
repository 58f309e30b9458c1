// spec/ledger.md §6: the grammar, walked once from left to right, without recursion and without a regular expression that could run away.

export type ScanFault =
  "data-grammar" | "data-depth" | "data-values" | "data-number" | "data-key" | "data-text"

const depthMax = 8
const valuesMax = 4096
const keyForm = /^[a-z][A-Za-z0-9]{0,31}$/
const words = ["true", "false", "null"]
/** `\u00xx` is only for the controls that have no short escape. */
const longEscape = /^u00(?:0[0-7bef]|1[0-9a-f])$/

interface Open {
  readonly closes: "]" | "}"
  /** The keys so far, of an object. */
  readonly keys: Set<string> | null
}

/** Null when the whole text is one value of the grammar, else the first fault from the left. */
export function scanData(text: string): ScanFault | null {
  const open: Open[] = []
  let at = 0
  let values = 0
  // A value must come; or the end of a just opened container may; or a comma or an end must.
  let expects: "value" | "first" | "after" = "value"
  while (at < text.length) {
    const inside = open.at(-1)
    if (expects !== "value" && inside !== undefined && text[at] === inside.closes) {
      open.pop()
      at += 1
      expects = "after"
      continue
    }
    if (expects === "after") {
      if (inside === undefined || text[at] !== ",") return "data-grammar"
      at += 1
      expects = "value"
      continue
    }
    if (inside !== undefined && inside.keys !== null) {
      const end = endOfKey(text, at, inside.keys)
      if (typeof end === "string") return end
      at = end
    }
    values += 1
    if (values > valuesMax) return "data-values"
    const head = text[at]
    if (head === "{" || head === "[") {
      if (open.length >= depthMax) return "data-depth"
      open.push(head === "{" ? { closes: "}", keys: new Set() } : { closes: "]", keys: null })
      at += 1
      expects = "first"
      continue
    }
    const end = endOfScalar(text, at)
    if (typeof end === "string") return end
    at = end
    expects = "after"
  }
  return open.length === 0 && expects === "after" ? null : "data-grammar"
}

/** Where the value of this key begins. */
function endOfKey(text: string, at: number, keys: Set<string>): number | ScanFault {
  if (text[at] !== '"') return "data-grammar"
  const end = endOfText(text, at)
  if (end < 0) return "data-text"
  const key = text.slice(at + 1, end - 1)
  if (!keyForm.test(key) || keys.has(key)) return "data-key"
  keys.add(key)
  return text[end] === ":" ? end + 1 : "data-grammar"
}

function endOfScalar(text: string, at: number): number | ScanFault {
  const head = text[at] ?? ""
  if (head === '"') {
    const end = endOfText(text, at)
    return end < 0 ? "data-text" : end
  }
  if (head === "-" || isDigit(head)) {
    const end = endOfNumber(text, at)
    return end < 0 ? "data-number" : end
  }
  for (const word of words) if (text.startsWith(word, at)) return at + word.length
  return "data-grammar"
}

/** After the closing quote, or -1. No control, byte order mark or lone half of a pair; escapes only in their shortest form. */
function endOfText(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) return i + 1
    if (code === 0x5c) {
      const next = text[i + 1] ?? ""
      if (next !== "" && '"\\btnfr'.includes(next)) i += 1
      else if (longEscape.test(text.slice(i + 1, i + 6))) i += 5
      else return -1
    } else if (code >= 0xd800 && code <= 0xdbff) {
      const low = text.charCodeAt(i + 1)
      if (!(low >= 0xdc00 && low <= 0xdfff)) return -1
      i += 1
    } else if (code < 0x20 || (code >= 0xdc00 && code <= 0xdfff) || code === 0xfeff) return -1
  }
  return -1
}

function isDigit(symbol: string): boolean {
  return symbol >= "0" && symbol <= "9"
}

/** After the last digit, or -1. 0, or a whole number that begins with 1 to 9, at most 2^53 - 1 either way; then a comma, an end of a container, or the end. */
function endOfNumber(text: string, at: number): number {
  const first = text[at] === "-" ? at + 1 : at
  let end = first
  while (isDigit(text[end] ?? "")) end += 1
  if (end === first || (text[first] === "0" && end > at + 1)) return -1
  const next = text[end] ?? ""
  if (next !== "" && next !== "," && next !== "]" && next !== "}") return -1
  return Number.isSafeInteger(Number(text.slice(at, end))) ? end : -1
}
