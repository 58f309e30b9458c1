import { isSignedBy, RECEIPTS_MAX } from "#ledger"
import type { RelayWord } from "#ledger"
import { equalBytes, fromBase64url, toHex } from "#wire"
import type { Bytes, Head, Verify } from "#wire"

// What the relay has put its own name to (spec/relay.md §11): the last head it told this device, and what it confirmed it took. Kept so that two different things
// said of one place can be held side by side.

/** One thing a relay signed; `relay` is the key it did it with. */
export type Said = RelayWord
export interface Vouched {
  /** The key that was met first, and goes on being the one unless the relay began anew. */
  readonly relay: Bytes
  /** The highest head it ever signed here in its present incarnation. */
  readonly head: Said | null
  readonly receipts: readonly Said[]
  /** It said two different things of one place. Kept for good. */
  readonly proof: readonly [Said, Said] | null
}

/** When a head with a later hour than all before it last came: `at` by the clock of here, in milliseconds since 1970 UTC. */
export interface Heard {
  readonly hour: number
  readonly at: number
}

const receiptsKept = 256

/** As it is told: hour, incarnation, signature. Null when it cannot be read; whether it stands is asked apart. */
export function saidIn(
  as: Said["as"],
  head: Head | null,
  relay: Bytes | null,
  [hour = "", incarnation = "", signature = ""]: readonly string[],
): Said | null {
  const sig = signature.length === 86 ? fromBase64url(signature) : null
  const isNumbers = /^\d{1,9}$/.test(hour) && /^\d{1,9}$/.test(incarnation)
  if (head === null || relay === null || sig === null || !isNumbers) return null
  return { ...head, as, relay, sig, hour: Number(hour), incarnation: Number(incarnation) }
}

export const stands = isSignedBy

/** What goes into a file (spec/ledger.md §14.1): the proof, the highest head, and of the receipts the last ones. None that does not stand of this log: it would make the file unsound. */
export async function wordsForFile(
  verify: Verify,
  logId: Bytes,
  { proof, head, receipts }: Vouched,
): Promise<readonly Said[]> {
  const all = [...(proof ?? []), ...(head === null ? [] : [head]), ...receipts.toReversed()]
  const names = all.map((said) => `${toHex(said.relay)} ${said.as} ${toHex(said.sig)}`)
  const once = all.filter((_, n) => names.indexOf(names[n] ?? "") === n)
  const chosen: Said[] = []
  for (const said of once)
    if (chosen.length < RECEIPTS_MAX && (await stands(verify, logId, said))) chosen.push(said)
  return chosen
}

/** With what the relay just said; the same value where that is nothing new. `ours`: the hash this device has verified at that place, where it has one. */
export function noted(before: Vouched | null, said: Said, ours: Bytes | null): Vouched {
  const base = before ?? { relay: said.relay, head: null, receipts: [], proof: null }
  const kept = [...(base.head === null ? [] : [base.head]), ...base.receipts]
  const against = kept.find((one) => contradicts(one, said, ours))
  const proven: Vouched =
    base.proof === null && against !== undefined ? { ...base, proof: [against, said] } : base
  return said.as === "receipt" ? withReceipt(proven, said) : withHead(proven, said)
}

/** The relay's own word of the latest place it ever confirmed here: what it cannot say it never had. */
export function latestWord({ relay, head, receipts }: Vouched): Said | null {
  const own = [...(head === null ? [] : [head]), ...receipts].filter((one) => equalBytes(one.relay, relay))
  return own.toSorted((a, b) => b.seq - a.seq)[0] ?? null
}

/** It lost something since it last signed here, or it is another relay. */
export function hasBegunAnew(before: Vouched | null, after: Vouched): boolean {
  const [was, is] = [before?.head ?? null, after.head]
  return was !== null && is !== null && (!equalBytes(was.relay, is.relay) || is.incarnation > was.incarnation)
}

/** Two statements of one relay in one incarnation, of one place or of places on one chain, that cannot both be true. */
function contradicts(one: Said, said: Said, ours: Bytes | null): boolean {
  const isOneVoice = equalBytes(one.relay, said.relay) && one.incarnation === said.incarnation
  if (!isOneVoice || said.seq > one.seq) return false
  // What was signed for a later place is signed for all before it: each entry names the one before.
  return said.seq === one.seq
    ? !equalBytes(one.hash, said.hash)
    : ours !== null && !equalBytes(ours, said.hash)
}

function withHead(v: Vouched, said: Said): Vouched {
  const { head } = v
  if (head !== null && equalBytes(head.relay, said.relay)) {
    // A lower one in the same incarnation takes nothing back: the higher is what it is held to.
    const isEarlier = said.incarnation < head.incarnation
    const isLower = said.incarnation === head.incarnation && said.seq < head.seq
    const isSame = said.seq === head.seq && said.hour === head.hour && said.incarnation === head.incarnation
    if (isEarlier || isLower || isSame) return v
  }
  return { ...v, relay: said.relay, head: said }
}

function withReceipt(v: Vouched, said: Said): Vouched {
  const isKnown = v.receipts.some(
    (one) =>
      one.seq === said.seq && one.incarnation === said.incarnation && equalBytes(one.relay, said.relay),
  )
  return isKnown ? v : { ...v, receipts: [...v.receipts, said].slice(-receiptsKept) }
}

/** A head says that a relay signs now only by a later hour: an old one can be served for ever (ATTACKS 16). */
export function heardNow(before: Heard | null, said: Said, at: number): Heard | null {
  if (said.as !== "head") return before
  return before === null || said.hour > before.hour ? { hour: said.hour, at } : before
}
