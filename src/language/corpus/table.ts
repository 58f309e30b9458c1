import { judge, makeBook } from "../judge.ts"
import { read } from "../reader.ts"
import type { TextKind } from "../reading.ts"
import type { Rule } from "../rule.ts"
import { sentencesOf } from "../sentences.ts"
import type { Gold } from "./gold.ts"

/** Of the clean texts, a rule may speak on two at most. */
export const alarmsAllowed = 2

/** What one rule does with its own examples, and on texts nobody should be asked about. */
export interface Row {
  readonly id: string
  readonly hits: { readonly seen: number; readonly of: number }
  readonly misses: { readonly silent: number; readonly of: number }
  readonly alarms: readonly string[]
}

export function tableOf(rules: readonly Rule[], clean: readonly Gold[]): readonly Row[] {
  return rules.map((rule) => ({
    id: rule.id,
    hits: { seen: rule.hits.filter((text) => sees(rule, text)).length, of: rule.hits.length },
    misses: { silent: rule.misses.filter((text) => !speaks(rule, text)).length, of: rule.misses.length },
    alarms: clean
      .filter(({ kind, text }) => rule.kinds.includes(kind) && marks(rule, text, kind))
      .map(({ text }) => text),
  }))
}

/** Whether all is as a rule promises. */
export function isSound({ hits, misses, alarms }: Row): boolean {
  return hits.seen === hits.of && misses.silent === misses.of && alarms.length <= alarmsAllowed
}

/** In every kind of text it is for, the rule by itself claims words here, and the whole book marks the same fault. */
function sees(rule: Rule, text: string): boolean {
  const alone = makeBook([rule], [])
  return rule.kinds.every(
    (kind) =>
      sentencesOf(text).some(
        (sentence) =>
          judge(
            alone,
            sentence.map(({ word }) => word),
            kind,
          ).claims.length > 0,
      ) && read(text, kind).marks.some(({ fault }) => fault === rule.fault),
  )
}

/** In some kind of text it is for, the rule marks words here. */
export function speaks(rule: Rule, text: string): boolean {
  return rule.kinds.some((kind) => marks(rule, text, kind))
}

function marks(rule: Rule, text: string, kind: TextKind): boolean {
  return read(text, kind).marks.some((mark) => mark.rule === rule.id)
}
