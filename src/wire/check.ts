import { decodeControl, decodeGenesis } from "./control-layout.ts"
import type { Admit } from "./control.ts"
import { foldEntry } from "./fold.ts"
import type { EntryVerdict } from "./fold.ts"
import type { Proofs } from "./proofs.ts"
import { popDeviceBytes, popRecoveryBytes } from "./fold-devices.ts"
import { inviteOf, popJoinBytes } from "./fold-invites.ts"
import { signedMessage } from "./hash.ts"
import { decodeHeader } from "./header.ts"
import type { Entry, Header } from "./header.ts"
import type { Verify } from "./keys.ts"
import { signerOf } from "./state.ts"
import type { LogState, Signer } from "./state.ts"
import type { Structural } from "./structural.ts"

/** The signature, and the proof of possession inside an operation that has one. The state is that before the entry. */
export async function proofsOf(verify: Verify, entry: Entry, state: LogState): Promise<Proofs> {
  const header = decodeHeader(entry.header)
  if (!header.ok) return { signature: false, pop: false }
  const body = entry.body ?? new Uint8Array(0)
  const signer = signerOf(state, header.value.device)
  const key = header.value.seq === 0 ? decodeGenesis(body)?.ed : signer?.ed
  if (key === undefined) return { signature: false, pop: false }
  const signature = await verify(key, entry.sig, signedMessage("entry", entry.header))
  return {
    signature,
    pop: header.value.kind !== 2 || (await popOf(verify, header.value, body, state, signer)),
  }
}

async function popOf(
  verify: Verify,
  header: Header,
  body: Uint8Array,
  state: LogState,
  signer: Signer | null,
): Promise<boolean> {
  const decoded = decodeControl(body)
  if (decoded.is !== "built") return true
  const { control } = decoded
  if (signer === null) return false
  if (control.op === "admit") return popJoin(verify, control, state)
  if (control.op === "propose") return control.act.op !== "admit" || popJoin(verify, control.act, state)
  if (control.op === "device.add") {
    const message = popDeviceBytes(state.logId, header.device, control)
    return verify(control.ed, control.popDevice, signedMessage("pop-device", message))
  }
  if (control.op !== "recovery.set") return true
  const message = popRecoveryBytes(state.logId, signer.member.id, header.device, control)
  return verify(control.ed, control.popRecovery, signedMessage("pop-recovery", message))
}

async function popJoin(verify: Verify, admit: Omit<Admit, "epoch">, state: LogState): Promise<boolean> {
  const invite = inviteOf(state, admit.invite)
  if (invite === undefined) return false
  const message = popJoinBytes(state.logId, admit, invite.H)
  return verify(admit.ed, admit.popJoin, signedMessage("pop-join", message))
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
