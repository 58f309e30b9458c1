import type { Tools } from "#ledger"
import { utf8 } from "#wire"
import type { Bytes } from "#wire"
import { openDrafts } from "../drafts/drafts.ts"
import { withThrowing } from "../drafts/throwing.ts"
import type { ThrowingDrafts } from "../drafts/throwing.ts"
import { openVault } from "../keeping/vault.ts"
import type { Named, Vault, VaultOp } from "../keeping/vault.ts"
import type { SessionDeps } from "../session/open-session.ts"
import type { Store } from "../store/store.ts"
import { watchRow } from "./lock.ts"
import type { Opened, RowWatch } from "./lock.ts"
import type { OpenProfile } from "./open-profile.ts"

type Decoding = Pick<Tools, "decodeUtf8">

/** What is open: nothing of it outlives a lock. */
export interface Open {
  readonly profile: Opened
  readonly vault: Vault
  readonly drafts: ThrowingDrafts
  readonly inner: OpenProfile
  readonly watch: RowWatch
}

/**
 * What was typed here and no disk has: the disk is full, and then it waits in this page alone, sealed; or another tab put a passphrase before these pages
 * meanwhile, and then it waits for that one.
 */
export interface Unwritten {
  readonly profile: string
  readonly texts: (vault: Vault) => Promise<ReadonlyMap<string, string | null>>
}

/** Everything of one profile, from its key. Null: another tab put a passphrase before it while it was being opened, and this key opens nothing any more. */
export async function entering(
  deps: SessionDeps,
  store: Promise<Store>,
  of: {
    readonly profile: Opened
    readonly row: Bytes | undefined
    readonly hasPassphrase: boolean
    readonly unwritten: Unwritten | null
  },
): Promise<Open | null> {
  // Fetched while the disk is read: whoever taps waits for the slower of the two, not for both.
  const inside = import("../session/open-session.ts")
  const { profile, hasPassphrase, unwritten } = of
  const { later, onWritten = () => undefined, tools } = deps
  const on = await store
  const vault = await openVault(tools, on, profile.id, profile.key)
  const watch = await watchRow(on, profile.id, of.row)
  const { isCurrent } = watch
  let inner: OpenProfile | null = null
  const drafts = await openDrafts({
    tools,
    vault,
    later,
    onWritten,
    isCurrent,
    onRefused: (refused) => inner?.storageRefuses(refused),
    onMoved: () => inner?.keysMoved(),
  })
  const throwing = withThrowing(drafts, later, (isThere) => inner?.thrownAway(isThere), {
    has: (key) => inner?.beside.has(key) === true,
    gone: (key) => inner?.beside.gone(key),
  })
  if (unwritten?.profile === profile.id)
    for (const [key, text] of await unwritten.texts(vault)) {
      if (text === null) throwing.drop(key)
      else throwing.set(key, text)
    }
  const { openSession } = await inside
  inner = await openSession(deps, { vault, drafts: throwing, profile: profile.id, hasPassphrase, isCurrent })
  const open = { profile, vault, drafts: throwing, inner, watch }
  if (await isCurrent()) return open
  leaving(open, tools)
  return null
}

/** Lets go of all of it, and gives what no disk has. */
export function leaving({ drafts, vault, inner, profile }: Open, tools: Decoding): Unwritten | null {
  const texts = drafts.unwritten()
  const isMoved = inner.session.snapshot().isStale === true
  // Sealing of what was typed last begins in this turn; then the keys go.
  const sealing = isMoved || texts.size === 0 ? null : vault.sealed(putsOf(texts))
  const closing = drafts.close()
  vault.close()
  inner.close()
  profile.key.fill(0)
  if (texts.size === 0) return null
  if (sealing === null) return { profile: profile.id, texts: async () => texts }
  const sealed = closing.then((isWritten) => (isWritten ? [] : sealing))
  return { profile: profile.id, texts: async (again) => textsIn(await again.unsealed(await sealed), tools) }
}

function putsOf(texts: ReadonlyMap<string, string | null>): readonly VaultOp[] {
  return [...texts].flatMap(([name, text]): readonly VaultOp[] =>
    text === null ? [] : [{ op: "put", table: "drafts", name, value: utf8(text.toWellFormed()) }],
  )
}

function textsIn(rows: readonly Named[], { decodeUtf8 }: Decoding): ReadonlyMap<string, string> {
  return new Map(rows.map(({ name, value }) => [name, decodeUtf8(value)]))
}
