import { encodeRef } from "./header.ts"
import { toHex } from "./bytes.ts"
import { decodeControl, decodeGenesis } from "./control.ts"
import { foldEntry } from "./fold.ts"
import type { EntryVerdict } from "./fold.ts"
import type { Proofs } from "./proofs.ts"
import { popJoinBytes } from "./fold-control.ts"
import { signedMessage } from "./hash.ts"
import { decodeHeader } from "./header.ts"
import type { Entry } from "./header.ts"
import type { Verify } from "./keys.ts"
import type { LogState } from "./state.ts"
import type { Structural } from "./structural.ts"

/** The signature, and the proof of possession inside an admit. The state is that before the entry. */
export async function proofsOf(verify: Verify, entry: Entry, state: LogState): Promise<Proofs> {
  const header = decodeHeader(entry.header)
  if (!header.ok) return { signature: false, pop: false }
  const body = entry.body ?? new Uint8Array(0)
  const key =
    header.value.seq === 0 ? decodeGenesis(body)?.ed : state.devices.get(toHex(header.value.device))?.ed
  if (key === undefined) return { signature: false, pop: false }
  const signature = await verify(key, entry.sig, signedMessage("entry", entry.header))
  return { signature, pop: header.value.kind !== 2 || (await popOf(verify, body, state)) }
}

async function popOf(verify: Verify, body: Uint8Array, state: LogState): Promise<boolean> {
  const decoded = decodeControl(body)
  if (decoded.is !== "built" || decoded.control.op !== "admit") return true
  const { control } = decoded
  const ref = encodeRef(control.invite.subarray(0, 16), control.invite.subarray(16))
  const invite = [...state.invites.values()].find((i) => i.ref === ref)
  if (invite === undefined) return false
  return verify(
    control.ed,
    control.popJoin,
    signedMessage("pop-join", popJoinBytes(state.logId, control, invite.H)),
  )
}

export interface Checked {
  readonly state: LogState
  /** One for each entry that stood. */
  readonly verdicts: readonly EntryVerdict[]
  /** The first structural fault, and the index it was found at; what stood before it is kept. */
  readonly fault: { readonly at: number; readonly error: Structural } | null
}

/** Who may sign changes only through control entries, so a stretch up to the next one is verified side by side. */
function stretchEnd(entries: readonly Entry[], from: number): number {
  let end = from
  while (end < entries.length) {
    const kind = entries[end]?.header[93]
    end += 1
    if (kind === 0 || kind === 2 || end - from >= 256) break
  }
  return end
}

/** Signatures first, then the fold, over a whole run. */
export async function checkEntries(
  verify: Verify,
  from: LogState,
  entries: readonly Entry[],
): Promise<Checked> {
  let state = from
  const verdicts: EntryVerdict[] = []
  for (let at = 0; at < entries.length;) {
    const end = stretchEnd(entries, at)
    const stretch = entries.slice(at, end)
    const before = state
    const proofs = await Promise.all(stretch.map((entry) => proofsOf(verify, entry, before)))
    for (const [i, entry] of stretch.entries()) {
      const folded = foldEntry(state, entry, proofs[i] ?? { signature: false, pop: false })
      if (!folded.ok) return { state, verdicts, fault: { at: at + i, error: folded.error } }
      state = folded.value.state
      verdicts.push(folded.value.verdict)
    }
    at = end
  }
  return { state, verdicts, fault: null }
}
