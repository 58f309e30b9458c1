import { Own, Sheet, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"

/** One line to be given to somebody else, and what became of copying it. */
export function useCopyable(
  label: string,
  line: string,
): { readonly shown: VNode; readonly copy: () => void } {
  const say = useSay<typeof first>()
  const [copied, setCopied] = useState<"app.invite-copied" | "app.invite-no-copy" | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(line)
      setCopied("app.invite-copied")
      announce(say("app.invite-copied"))
    } catch {
      setCopied("app.invite-no-copy")
    }
  }
  const shown = (
    <>
      <Sheet label={label}>
        <Own line>{line}</Own>
      </Sheet>
      {copied !== null && (
        <Text tone={copied === "app.invite-copied" ? "second" : "clay"}>{say(copied)}</Text>
      )}
    </>
  )
  return { shown, copy: () => void copy() }
}
