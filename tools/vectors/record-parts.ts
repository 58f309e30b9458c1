import { encodeControl, encodeRedact, H } from "../../src/wire/index.ts"
import type { Bytes, EpochBlock, RedactTarget } from "../../src/wire/index.ts"
import { inviteKeys } from "../../src/ledger/index.ts"
import { admit, epochBlock, invite, nA, refOf, wrapsFor } from "./chain.ts"
import type { Chain, Writing } from "./chain.ts"
import { mira } from "./own-keys.ts"
import { ana, ben, bytesOf } from "./people.ts"

/** What a log begins with before the entries of a vector. */
export interface RecordStarts {
  /** Ben, then Ana; both have written, and one of Ben's is kept content. */
  readonly two: Chain
  /** Ben with phone, laptop (added by the phone, above it) and tablet (added by the phone, last); and Ana. */
  readonly devices: Chain
  /** Ben with a recovery key; and Ana. */
  readonly paper: Chain
  /** Ben, Ana and Mira; Mira has written, and one of Ben's is kept content of after she came. */
  readonly three: Chain
}
export type Written = readonly [Writing, string]
export interface RecordCase {
  readonly name: string
  readonly after: keyof RecordStarts
  readonly chain: Chain
  readonly expect: readonly string[]
}
export type On = (name: string, ...written: readonly Written[]) => Promise<RecordCase>
/** Makes the cases of one chapter; `on` takes the start they stand on. */
export type Chapter = (
  starts: RecordStarts,
  on: (after: keyof RecordStarts) => On,
) => Promise<readonly RecordCase[]>

export const control = (body: Bytes, of: Writing = {}): Writing => ({ kind: 2, body, ...of })
export const going = (name: "leave" | "close", of: Writing = {}): Writing =>
  control(encodeControl({ op: name }), of)
export const epochFor = (number: number, ...ids: readonly { readonly id: Bytes }[]): EpochBlock =>
  epochBlock(number, wrapsFor(...ids.map((one) => one.id)))
/** The next epoch, for these. */
export const turning = (number: number, ids: readonly { readonly id: Bytes }[], of: Writing = {}): Writing =>
  control(encodeControl({ op: "epoch", epoch: epochFor(number, ...ids) }), { epochAfter: number, ...of })
export const redacting = (targets: readonly RedactTarget[], of: Writing = {}): Writing => ({
  kind: 3,
  body: encodeRedact({ targets, blobs: [] }),
  ...of,
})

const secondSecret = bytesOf("another link's secret", 32)
export const inviteMira = (): Bytes => invite({ H: inviteKeys(secondSecret).H, C: H("sas-commit", nA) })
export const admitMira = (of: Parameters<typeof admit>[0] = {}): Promise<Bytes> =>
  admit({
    who: mira,
    invite: refOf(ben, "invite Mira"),
    popOver: { H: inviteKeys(secondSecret).H },
    epoch: epochFor(3, ben, ana, mira),
    ...of,
  })
/** The fields of an admit, without its epoch: act 3 and what follows it. */
export async function actOfAdmit(of: Parameters<typeof admit>[0] = {}): Promise<Bytes> {
  return (await admitMira(of)).slice(0, 1 + 32 + 16 + 32 + 32 + 32 + 64 + 32)
}
export const proposing = (act: Bytes): Bytes => Uint8Array.from([5, ...act])
export const approving = (act: Bytes, proposal: Bytes): Bytes =>
  encodeControl({ op: "approve", proposal, hash: H("propose", act) })
