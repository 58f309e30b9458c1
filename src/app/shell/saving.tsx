import { Heading, Text, announce, useSay } from "#kit"
import type { VNode } from "preact"
import type { Bytes } from "#wire"
import { download } from "../export/export-download.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { useOwnPassphrase } from "./own-passphrase.tsx"
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

interface Saving<B extends string> {
  readonly name: string
  readonly working: string
  readonly done: string
  /** With the passphrase there is here, or null where there is none. */
  readonly make: (own: string | null) => Promise<{ readonly ok: true; readonly file: Bytes } | Refused<B>>
  /** Why there is none. */
  readonly said: (because: B | "wrong" | "failed") => string
  readonly onSaved: () => void
}

export function useSaving<B extends string>(
  inner: Inner,
  of: Saving<B>,
): Omit<ReturnType<typeof useOwnPassphrase>, "attempt"> & { readonly save: () => Promise<void> } {
  const { attempt, ...seen } = useOwnPassphrase<B>(inner, of)
  const save = async (): Promise<void> => {
    const made = await attempt(of.make)
    if (made === null) return
    download(of.name, made.file)
    announce(of.done)
    of.onSaved()
  }
  return { ...seen, save }
}
