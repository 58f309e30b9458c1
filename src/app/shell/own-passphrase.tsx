import { Field } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Inner } from "./inner.ts"
import { useTrying } from "./trying.ts"
import type { Refused, Tried } from "./trying.ts"

interface Asking<B extends string> {
  readonly busy: boolean
  /** Said below the form. What was wrong with the passphrase is said beside it. */
  readonly trouble: string | null
  /** Null where there is no passphrase. */
  readonly field: (label: string) => VNode | null
  /** Null: it was refused, and that has been said. What was typed is gone in any case. */
  readonly attempt: <T extends { readonly ok: true }>(
    act: (own: string | null) => Promise<T | Refused<B>>,
  ) => Promise<T | null>
}

/** Asks for the passphrase once more, where there is one: whoever picks up an open phone must not be able to do it. */
export function useOwnPassphrase<B extends string>(inner: Inner, of: Tried<B>): Asking<B> {
  const asks = inner.snapshot.hasPassphrase
  const [own, setOwn] = useState("")
  const { busy, refusal, trouble, attempt } = useTrying<B>(of)
  return {
    busy,
    trouble,
    field: (label) =>
      asks ? (
        <Field
          label={label}
          type="password"
          autocomplete="current-password"
          value={own}
          onInput={setOwn}
          {...(refusal === null ? {} : { error: refusal })}
        />
      ) : null,
    attempt: async (act) => {
      const done = await attempt(() => act(asks ? own : null))
      setOwn("")
      return done
    },
  }
}
