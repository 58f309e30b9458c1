import type { Handover } from "../practice.ts"
import { useTexts } from "../use-texts.tsx"
import type { Page } from "../use-texts.tsx"
import { fields, startOf } from "./begin.ts"
import type { Field } from "./begin.ts"
import type { PromisesProps } from "./shown.tsx"

export type Form = Page<Field>

export function draftKey(start: Handover | null): string {
  return start === null ? "promises:new" : `promises:from-${start.from}`
}

/** The form with its drafts, written from the first key on; before that, with what was handed over. */
export function useForm({ desk, start, now }: PromisesProps): Form {
  return useTexts(desk, draftKey(start), fields, startOf(start, now))
}
