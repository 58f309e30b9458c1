import {
  createDevice,
  createInvitation,
  createLog,
  draftInvite,
  makeRequest,
  place,
  startJoining,
} from "#ledger"
import { checkRequest, inviteKeys } from "#ledger"
import type { Tools } from "#ledger"
import { checkEntries, concat, decodeRef, toHex } from "#wire"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { verify } from "./people.ts"

/** Ben's and Ana's books of one shared log, right after the admit. */
export async function sharedPair(t: Tools): Promise<{ readonly ana: Book; readonly ben: Book }> {
  const device = await createDevice(t)
  const log = await createLog(t, device)
  const { logId } = log.state
  const invitation = createInvitation(t, logId)
  const invited = await place(t, device, log, [draftInvite(t, invitation)])
  const invite = invited.state.invites.get(toHex(inviteKeys(invitation.secret).H))
  if (invite === undefined) throw new Error("no invite")
  const joining = await startJoining(t, { logId, secret: invitation.secret, relay: "" })
  const bytes = await makeRequest(t, joining, invite.entryHash)
  const request = await checkRequest(verify, invitation, invite.entryHash, bytes)
  const ref = decodeRef(invite.ref)
  if (!request.ok || ref === null) throw new Error("no request")
  const control = {
    op: "admit" as const,
    invite: concat(ref.device, ref.uid),
    ...request.value,
    nA: invitation.nA,
  }
  const admitted = await place(t, device, invited, [{ uid: t.random(16), control }])
  const entries = [log.entry, ...invited.entries, ...admitted.entries]
  const bookFor = async (d: typeof device, member: Book["member"]): Promise<Book> => {
    const bare = emptyBook({ log: "shared", device: d, member, logId })
    return taking(t, bare, entries, await checkEntries(verify, bare.state, entries))
  }
  return { ana: await bookFor(joining.device, joining.member), ben: await bookFor(device, log.member) }
}
