import { Heading, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Bytes } from "#wire"
import { download } from "../export-download.ts"
import type { en } from "../words/en.ts"

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

type Made<B extends string> =
  | { readonly ok: true; readonly file: Bytes }
  | { readonly ok: false; readonly because: B | "wrong" | "slow-down"; readonly waitSeconds?: number }

interface Saving<P, B extends string> {
  readonly name: string
  readonly working: string
  readonly done: string
  /** Makes the file. Whatever it throws counts as "failed". */
  readonly make: (passphrase: P) => Promise<Made<B>>
  /** Why there is none; too many tries are said here alike for both pages. */
  readonly said: (because: B | "wrong" | "failed") => string
  readonly onSaved: () => void
}
interface Saved<P> {
  readonly busy: boolean
  /** Said beside the field of one's own passphrase. */
  readonly refusal: string | null
  /** Said below the form. */
  readonly trouble: string | null
  readonly save: (passphrase: P) => Promise<void>
}

export function useSaving<P, B extends string>(of: Saving<P, B>): Saved<P> {
  const say = useSay<typeof en>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const save = async (passphrase: P): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    setTrouble(null)
    announce(of.working)
    const made = await of.make(passphrase).catch(() => ({ ok: false as const, because: "failed" as const }))
    setBusy(false)
    if (made.ok) {
      download(of.name, made.file)
      announce(of.done)
      of.onSaved()
      return
    }
    const { because } = made
    const waitSeconds = "waitSeconds" in made ? made.waitSeconds : undefined
    const said = because === "slow-down" ? say("app.lock-slow", { n: waitSeconds ?? 1 }) : of.said(because)
    if (because === "wrong" || because === "slow-down") setRefusal(said)
    else setTrouble(said)
    announce(said)
  }
  return { busy, refusal, trouble, save }
}
