import type { Bytes } from "#wire"
import type { makeCopy } from "../copy/make-copy.ts"
import type { NotLinked } from "../linking/starting.ts"
import type { Stretch } from "./lock.ts"
import type { makeSheet } from "../recovery/making.ts"
import type { Session } from "../session/session.ts"
import type { Beside } from "../drafts/throwing.ts"

/** What the door holds of a profile that is open. */
export interface OpenProfile {
  readonly session: Session
  readonly setLockMinutes: (minutes: number) => Promise<void>
  readonly passphraseSet: () => void
  /** Null when there is nothing to put into it. */
  readonly exportFile: (forFile: string | null, stretch: Stretch, which?: "other") => Promise<Bytes | null>
  /** The file to come back with; why there is none. */
  readonly copyFile: (passphrase: string, stretch: Stretch) => ReturnType<typeof makeCopy>
  /** What asks for the passphrase first. */
  readonly linking: {
    readonly start: (comesFirst: boolean) => Promise<NotLinked | null>
    readonly same: () => Promise<void>
    readonly letGo: (id: string) => Promise<void>
    readonly letSee: (id: string) => Promise<void>
  }
  readonly makeSheet: () => ReturnType<typeof makeSheet>
  /** Another tab put a passphrase before these pages: nothing is sealed here any more. */
  readonly keysMoved: () => void
  readonly storageRefuses: (refuses: boolean) => void
  readonly beside: Beside
  readonly thrownAway: (isThere: boolean) => void
  /** Everything let go, at once. */
  readonly close: () => void
}
