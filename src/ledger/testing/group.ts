import {
  checkEntries,
  concat,
  decodeHeader,
  decodeRef,
  encodeRef,
  entryHash,
  proposedHash,
  toHex,
} from "#wire"
import type { Act, Bytes, Entry, LogState } from "#wire"
import {
  checkRequest,
  createDevice,
  createInvitation,
  createLog,
  draftInvite,
  epochKeyFrom,
  inviteKeys,
  makeDeviceAdd,
  makeRequest,
  open,
  place,
  startJoining,
} from "../index.ts"
import type { AnyDraft, DeviceKeys, RoundEntry, Tools } from "../index.ts"
import { verify } from "./people.ts"

// A log of several people, each with their own keys, all of them honest. Tests only.

export interface Member {
  readonly device: DeviceKeys
  readonly member: Bytes
}
export interface Group {
  readonly members: readonly Member[]
  readonly entries: () => readonly Entry[]
  readonly state: () => LogState
  /** Writes as this member, on top of all there is. Gives the refs. */
  readonly write: (by: number, drafts: readonly AnyDraft[]) => Promise<readonly string[]>
  /** Another device of this member, and a key for it. Gives the number to write and read with. */
  readonly addDevice: (by: number) => Promise<number>
  /** The epoch keys this member has, by number. */
  readonly keysOf: (by: number) => Promise<ReadonlyMap<number, Bytes>>
  /** The chain as this member reads it. */
  readonly read: (by: number) => Promise<readonly RoundEntry[]>
}

export async function groupOf(t: Tools, size: number): Promise<Group> {
  const device = await createDevice(t)
  const log = await createLog(t, device)
  const members: Member[] = [{ device, member: log.member }]
  const entries: Entry[] = [log.entry]
  const isVoid = new Set<string>()
  let { state } = log
  const keysOf = async (by: number): Promise<ReadonlyMap<number, Bytes>> => {
    const me = members[by]
    const keys = new Map<number, Bytes>()
    for (const entry of entries) {
      const key = me === undefined ? null : await epochKeyFrom(me.device, entry)
      if (key?.ok === true && key.value !== null) keys.set(key.value.number, key.value.key)
    }
    return keys
  }
  const write: Group["write"] = async (by, drafts) => {
    const me = members[by]
    if (me === undefined) throw new Error("nobody writes")
    const placed = await place(t, me.device, { state, epochs: await keysOf(by) }, drafts)
    const checked = await checkEntries(verify, state, placed.entries)
    if (checked.fault !== null) throw new Error(checked.fault.error.type)
    state = checked.state
    for (const [i, entry] of placed.entries.entries())
      if (checked.verdicts[i]?.verdict !== "ok") isVoid.add(toHex(entryHash(entry)))
    entries.push(...placed.entries)
    return drafts.map(({ uid }) => encodeRef(me.device.id, uid))
  }
  while (members.length < size) {
    const invitation = createInvitation(t, state.logId)
    await write(0, [draftInvite(t, invitation)])
    const invite = state.invites.get(toHex(inviteKeys(invitation.secret).H))
    const joining = await startJoining(t, { logId: state.logId, secret: invitation.secret, relay: "" })
    const bytes = await makeRequest(t, joining, invite?.entryHash ?? new Uint8Array(32))
    const request = await checkRequest(verify, invitation, invite?.entryHash ?? new Uint8Array(32), bytes)
    const ref = decodeRef(invite?.ref ?? "")
    if (!request.ok || ref === null) throw new Error("no request")
    const act: Extract<Act, { readonly op: "admit" }> = {
      op: "admit",
      invite: concat(ref.device, ref.uid),
      ...request.value,
      nA: invitation.nA,
    }
    if (members.length > 1) {
      const uid = t.random(16)
      await write(0, [{ uid, control: { op: "propose", act } }])
      const proposal = concat(members[0]?.device.id ?? uid, uid)
      for (let by = 1; by < members.length; by += 1)
        await write(by, [
          { uid: t.random(16), control: { op: "approve", proposal, hash: proposedHash(act) } },
        ])
    }
    await write(0, [{ uid: t.random(16), control: act }])
    members.push({ device: joining.device, member: joining.member })
  }
  return {
    members,
    entries: () => entries,
    state: () => state,
    write,
    keysOf,
    addDevice: async (by) => {
      const me = members[by]
      if (me === undefined) throw new Error("nobody")
      const { member } = me
      const device = await createDevice(t)
      const of = { logId: state.logId, member, adder: me.device.id, rank: 0 as const }
      await write(by, [{ uid: t.random(16), control: await makeDeviceAdd(t, device, of) }])
      await write(by, [{ uid: t.random(16), control: { op: "epoch" } }])
      members.push({ device, member })
      return members.length - 1
    },
    read: async (by) => {
      const keys = await keysOf(by)
      const read: RoundEntry[] = []
      for (const entry of entries) {
        const header = decodeHeader(entry.header)
        if (!header.ok) throw new Error(header.error.type)
        const hash = toHex(entryHash(entry))
        if (isVoid.has(hash)) continue
        const isOut = state.redacted.has(hash)
        const opened =
          isOut || (header.value.kind !== 1 && header.value.kind !== 4)
            ? null
            : await open(t, keys, header.value, entry)
        read.push({ header: header.value, hash, said: opened?.ok === true ? opened.value : null })
      }
      return read
    },
  }
}
