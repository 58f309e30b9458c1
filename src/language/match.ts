import type { Node, Pattern } from "./pattern.ts"
import { alternatives, lengthsAt, mayBegin } from "./word-set.ts"

/** A found phrase, in words: where it begins, and the part of it to be marked (`to` is exclusive). */
export interface Place {
  readonly first: number
  readonly from: number
  readonly to: number
}

/** How far a phrase has come. */
interface State {
  readonly at: number
  readonly open: number
  readonly close: number
}

const starters = new Set([",", ";", ".", "?", "“”", "and", "but", "so", "because", "then", "or", "that"])
const enders = new Set([",", ";", ".", "?", "“”", "and", "but", "because", "so", "when", "though"])
const negations = new Set(["not", "never", "no", "nor"])
const fillers = alternatives("@adv").words

/** Every place of the phrase in the line, from left to right, none overlapping the next. */
export function findAll(pattern: Pattern, line: readonly string[]): readonly Place[] {
  const found: Place[] = []
  const head = headOf(pattern.nodes)
  for (let first = 0; first < line.length; first += 1) {
    if (head !== undefined && !mayBegin(head, line[first] ?? "")) continue
    const [state] = follow(pattern.nodes, line, [{ at: first, open: -1, close: -1 }], first)
    if (state === undefined || state.at === first) continue
    found.push({
      first,
      from: state.open < 0 ? first : state.open,
      to: state.close < 0 ? state.at : state.close,
    })
    first = state.at - 1
  }
  return found
}

export function isIn(pattern: Pattern, line: readonly string[]): boolean {
  const head = headOf(pattern.nodes)
  return line.some(
    (_, first) =>
      (head === undefined || mayBegin(head, line[first] ?? "")) &&
      follow(pattern.nodes, line, [{ at: first, open: -1, close: -1 }], first).length > 0,
  )
}

/** What the first word must be, where that is plain. */
function headOf(nodes: readonly Node[]): Parameters<typeof lengthsAt>[0] | undefined {
  const node = nodes.find(({ kind }) => kind !== "open" && kind !== "start")
  return node?.kind === "words" && !node.maybe && !node.orEnd ? node.set : undefined
}

function follow(
  nodes: readonly Node[],
  line: readonly string[],
  states: readonly State[],
  first: number,
): readonly State[] {
  let now = states
  for (const node of nodes) {
    if (now.length === 0) return now
    now = step(node, line, now, first)
  }
  return now
}

function step(
  node: Node,
  line: readonly string[],
  states: readonly State[],
  first: number,
): readonly State[] {
  switch (node.kind) {
    case "start":
      return states.filter(({ at }) => at === 0 || starters.has(line[at - 1] ?? ""))
    case "end":
      return states.filter(({ at }) => ends(line, at))
    case "open":
      return states.map((state) => ({ ...state, open: state.at }))
    case "close":
      return states.map((state) => ({ ...state, close: state.at }))
    case "not":
      return states.filter(
        ({ at }) => !starts(at, line, first).some((place) => lengthsAt(node.set, line, place).length > 0),
      )
    case "gap":
      return states.length === 1
        ? gap(node, line, states[0] as State)
        : distinct(states.flatMap((state) => gap(node, line, state)))
    case "group": {
      const taken = node.ways.flatMap((way) => follow(way, line, states, first))
      return distinct(node.maybe ? [...taken, ...states] : taken)
    }
    case "words": {
      const taken =
        states.length === 1
          ? take(node, line, states[0] as State, first)
          : states.flatMap((state) => take(node, line, state, first))
      if (node.orEnd) taken.push(...states.filter(({ at }) => ends(line, at)))
      return distinct(node.maybe ? [...taken, ...states] : taken)
    }
  }
}

function take(node: Node & { kind: "words" }, line: readonly string[], state: State, first: number): State[] {
  const made: State[] = []
  for (const at of starts(state.at, line, first)) {
    // The mark begins at the word, not at the filler before it.
    const open = state.open === state.at ? at : state.open
    for (const length of lengthsAt(node.set, line, at))
      made.push({ at: at + length, open, close: state.close })
  }
  return made
}

/** Where the next word may stand: here, or after one or two fillers. */
function starts(at: number, line: readonly string[], first: number): readonly number[] {
  if (at === first || !fillers.has(line[at] ?? "")) return [at]
  return fillers.has(line[at + 1] ?? "") ? [at, at + 1, at + 2] : [at, at + 1]
}

function gap(node: Node & { kind: "gap" }, line: readonly string[], state: State): State[] {
  const made: State[] = [state]
  for (let at = state.at; at < state.at + node.most && at < line.length; at += 1) {
    const word = line[at] ?? ""
    if (
      word === ";" ||
      word === "." ||
      word === "?" ||
      (word === "," && !node.commas) ||
      (!node.nots && negations.has(word))
    )
      break
    made.push({ ...state, at: at + 1 })
  }
  return made
}

function ends(line: readonly string[], at: number): boolean {
  return at >= line.length || enders.has(line[at] ?? "")
}

/** Keeps the first state for each place: the earlier one is the one preferred. */
function distinct(states: readonly State[]): readonly State[] {
  return states.length < 2
    ? states
    : states.filter(({ at }, i) => states.findIndex((other) => other.at === at) === i)
}
