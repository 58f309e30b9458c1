import type { Bytes, Json, Outcome } from "#wire"
import type { Ref } from "../../practices/practice.ts"

// What a page can do with a picture or a voice (docs/adr/0018). A room gives its kind a place for a file's name (spec/ledger.md §23.2), and hands on what `name` gave.

export interface BesideDraft {
  /** Of this device alone. */
  readonly id: string
  /** Bytes. */
  readonly size: number
  /** Its media type: "image/jpeg". */
  readonly type: string
}
export interface FilesDoor {
  /** Puts it beside a draft. Durable when it resolves; otherwise nothing of it is here. Longer than 25,165,819 bytes is "too-large"; "no-room" is this device's. */
  readonly put: (
    draft: string,
    file: { readonly bytes: Bytes; readonly type: string },
  ) => Promise<Outcome<BesideDraft, { readonly type: "empty" | "too-large" | "no-room" }>>
  readonly beside: (draft: string) => readonly BesideDraft[]
  /** Takes it away again, as long as no entry names it. */
  readonly take: (id: string) => Promise<void>
  /** What lies beside a draft. "missing": this device lost it. */
  readonly look: (id: string) => Promise<Outcome<Bytes, { readonly type: "missing" }>>
  /**
   * The name for an entry's body, right before it is queued: there it has to stand as it is. "alone": nothing is shared yet. The entry goes once the relay has all of the
   * file; with `takeBack` both go.
   */
  readonly name: (id: string) => Promise<Outcome<Json, { readonly type: "alone" | "gone" | "no-room" }>>
  /** The file that the entry names so. Asked of the relay where it is not here; "away": not just now. "missing": it is not there, or is not what the entry says. */
  readonly read: (ref: Ref, name: unknown) => Promise<Outcome<Bytes, { readonly type: "missing" | "away" }>>
  /** How many bytes of files lie on this device. */
  readonly bytes: () => number
}
