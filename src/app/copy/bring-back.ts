import { EXPORT_COST, copyFaultOf, openCopy } from "#ledger"
import type { CopyFault } from "#ledger"
import { bad, good, utf8 } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { difference, empty, turnsOp } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import type { KeeperDeps } from "../door/keeper.ts"
import { newProfile, profilesIn, wrapRow } from "../door/lock.ts"
import type { Opened } from "../door/lock.ts"
import type { NotBroughtBack } from "../door/door.ts"
import type { Store, StoreFault } from "../store/store.ts"
import { forgetTries, tryAt } from "../door/tries.ts"
import { openVault } from "../keeping/vault.ts"
import type { VaultOp } from "../keeping/vault.ts"
import { arriving } from "./arriving.ts"
import { copiesAfter, copiesRow } from "./copies.ts"
import { partWrites } from "./files-along.ts"
import { comesIn, isIn, withoutHalf } from "./half.ts"

// A copy comes into an empty browser: the profile, its lock and every row in one batch, or none of it.

export type BringDeps = Pick<KeeperDeps, "tools" | "verify" | "stretch" | "clock" | "exclusive">

type Brought =
  | { readonly ok: true; readonly profile: Opened }
  | { readonly ok: false; readonly because: NotBroughtBack; readonly waitSeconds?: number }

const reasons = {
  "copy-form": "form",
  "copy-newer": "newer",
  "copy-export": "export",
  "copy-passphrase": "passphrase",
  "copy-sealed": "damaged",
  "copy-layout": "damaged",
  "copy-chain": "damaged",
  full: "full",
  gone: "gone",
} as const satisfies Readonly<Record<(CopyFault | StoreFault)["type"], NotBroughtBack>>

/** One try. Wrong ones slow the next one down, across tabs, as at the lock; a file that is no copy is told at once and counts as none. */
export async function broughtBack(
  deps: BringDeps,
  store: Store,
  file: Bytes,
  passphrase: string,
): Promise<Brought> {
  const { tools, clock } = deps
  const other = copyFaultOf(file)
  if (other !== null) return { ok: false, because: reasons[other.type] }
  return deps.exclusive("tries", async () => {
    if ((await profilesIn(tools, store)).length > 0) return { ok: false, because: "not-empty" }
    const waitSeconds = await tryAt(store, tools.decodeUtf8, clock().at)
    if (waitSeconds > 0) return { ok: false, because: "slow-down", waitSeconds }
    const profile = newProfile(tools)
    const brought = await bringBack(deps, store, { file, passphrase, profile })
    if (!brought.ok) {
      profile.key.fill(0)
      if (brought.error.type !== "copy-passphrase") await forgetTries(store)
      return { ok: false, because: reasons[brought.error.type] }
    }
    await forgetTries(store)
    return { ok: true, profile }
  })
}

/** A new profile with everything of the copy, behind the copy's own passphrase. */
async function bringBack(
  { tools, verify, stretch }: BringDeps,
  store: Store,
  of: { readonly file: Bytes; readonly passphrase: string; readonly profile: Opened },
): Promise<Outcome<null, CopyFault | StoreFault>> {
  const { file, passphrase, profile } = of
  const forFile = (phrase: string, salt: Bytes): Promise<Bytes> => stretch(phrase, salt, EXPORT_COST)
  const opened = await openCopy({ tools, verify, stretch: forFile }, file, passphrase)
  if (!opened.ok) return opened
  const state = await arriving(tools, opened.value)
  const nothing = { ...empty, house: houseOf(empty, null) }
  const { rows, day } = opened.value.copy
  const known = rows.find(({ name }) => name === copiesRow)?.text ?? ""
  const drafts = [
    ...rows.filter(({ name }) => name !== copiesRow),
    { name: copiesRow, text: copiesAfter(known, day) },
  ]
  const ops: readonly VaultOp[] = [
    ...difference(nothing, state),
    turnsOp(1),
    ...drafts.map(({ name, text }): VaultOp => ({ op: "put", table: "drafts", name, value: utf8(text) })),
  ]
  const lock = await wrapRow(tools, store, stretch, profile, passphrase)
  await withoutHalf(tools, store)
  const parts = partWrites(state.files, opened.value.files)
  const begun = parts.length === 0 ? good(null) : await store.batch([comesIn(profile.id)])
  if (!begun.ok) return bad(begun.error)
  const bare = await openVault(tools, store, profile.id, profile.key)
  for (const part of parts) {
    const written = await bare.write(part())
    if (written.ok) continue
    await withoutHalf(tools, store)
    return bad(written.error)
  }
  bare.close()
  // The profile's own row goes in the same batch: before it there is nothing, and after it there is all.
  const whole: Store = { ...store, batch: (rest) => store.batch([...rest, lock, isIn]) }
  const vault = await openVault(tools, whole, profile.id, profile.key)
  const written = await vault.write(ops)
  vault.close()
  if (!written.ok) await withoutHalf(tools, store)
  return written.ok ? good(null) : bad(written.error)
}
