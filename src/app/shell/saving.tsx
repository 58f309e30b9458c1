import { Heading, Text, announce, useSay } from "#kit"
import type { VNode } from "preact"
import type { Bytes } from "#wire"
import { download } from "../export-download.ts"
import type { en } from "../words/en.ts"
import { useTrying } from "./trying.ts"
import type { Refused } from "./trying.ts"

// What the two pages have in common that put a file on this device.

/** Where it will lie, and who may see it there: said before it is made (CARE E10). */
export function SavePlace({ name }: { readonly name: string }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={2}>{say("app.save-copy-place-title")}</Heading>
      <Text>{say("app.save-copy-place", { name })}</Text>
      <Text>{say("app.save-copy-backup")}</Text>
    </>
  )
}

interface Saving<P, B extends string> {
  readonly name: string
  readonly working: string
  readonly done: string
  readonly make: (passphrase: P) => Promise<{ readonly ok: true; readonly file: Bytes } | Refused<B>>
  /** Why there is none. */
  readonly said: (because: B | "wrong" | "failed") => string
  readonly onSaved: () => void
}

export function useSaving<P, B extends string>(
  of: Saving<P, B>,
): Omit<ReturnType<typeof useTrying>, "attempt"> & { readonly save: (passphrase: P) => Promise<void> } {
  const { attempt, ...seen } = useTrying<B>(of)
  const save = async (passphrase: P): Promise<void> => {
    const made = await attempt(() => of.make(passphrase))
    if (made === null) return
    download(of.name, made.file)
    announce(of.done)
    of.onSaved()
  }
  return { ...seen, save }
}
