import {
  concat,
  encodeControl,
  goesWith,
  H,
  memberOf,
  devicesBytes,
  presentMembers,
  readerIds,
  signerOf,
  toHex,
} from "../../src/wire/index.ts"
import type { Act, Bytes, Control, DeviceAdd, RecoverySet } from "../../src/wire/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { invite } from "../vectors/chain.ts"
import { addDevice, noRecovery, setRecovery } from "../vectors/own-keys.ts"
import { bytesOf, flipped, hex } from "../vectors/people.ts"
import { joining } from "./joining.ts"
import { badKey, further, mostly, nextEpoch, papers } from "./world.ts"
import type { World } from "./world.ts"

// One body for each operation: as it may stand on this state, with a field now and then as it may not.

type Make = (w: World, by: DeviceKeys) => Bytes | Promise<Bytes>

const proposalRefs = (w: World): readonly Bytes[] => [...w.state.proposals.keys()].map(hex)
const inviteRefs = (w: World): readonly Bytes[] =>
  [...w.state.invites.values()].map((i) => Uint8Array.from(Buffer.from(i.ref, "base64url")))
const spoiled = (w: World, bytes: Bytes): Bytes =>
  mostly(w, bytes, () => flipped(bytes, w.dice.below(bytes.length)))
const memberOfSigner = (w: World, by: DeviceKeys): Bytes =>
  signerOf(w.state, by.id)?.member.id ?? bytesOf("nobody", 16)

const aRelay = papers[3].ed.publicKey

/** What a log of several needs everybody for. */
async function actOf(w: World): Promise<Act> {
  const { dice, state } = w
  const ed = mostly(w, aRelay, () => badKey(w))
  const others: Act[] = [
    { op: "close" },
    { op: "relay.set", ed, origin: bytesOf(`origin ${String(dice.below(2))}`, 32) },
    { op: "version", to: mostly(w, state.version + 1, () => dice.below(4)) },
  ]
  if (w.op !== null || dice.chance(55)) return (await joining(w)).fields
  return dice.any(others.slice(0, dice.chance(15) ? 3 : 2)) ?? { op: "close" }
}

function removing(w: World, by: DeviceKeys): Bytes {
  const { dice, state } = w
  const own = memberOf(state, memberOfSigner(w, by))?.devices ?? []
  const anyone = [...state.devices.values()].map((d) => d.id)
  const target = dice.any(mostly(w, own, () => anyone)) ?? by.id
  const isItself = toHex(target) === toHex(by.id)
  const along = goesWith(state, by.id, target)
  const kept = along.filter(() => dice.chance(30)).toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1))
  const gone = isItself ? [target] : [target, ...along.filter((id) => !kept.includes(id))]
  const names = new Set(gone.map(toHex))
  const epoch = nextEpoch(
    w,
    readerIds(state).filter((id) => !names.has(id)),
  )
  return encodeControl({
    op: "device.remove",
    target,
    kept: mostly(w, isItself ? [] : kept, () =>
      dice.one([kept.toReversed(), [...kept, by.id], anyone.slice(0, 2)]),
    ),
    epoch: mostly(w, isItself ? null : epoch, () => dice.one([null, epoch])),
  })
}

async function paperSet(w: World, by: DeviceKeys): Promise<Bytes> {
  const { dice, state } = w
  const member = memberOfSigner(w, by)
  const before = memberOf(state, member)?.recovery
  const rest = readerIds(state).filter(
    (id) => before === undefined || before === null || id !== toHex(before.id),
  )
  if (dice.chance(20))
    return noRecovery(
      nextEpoch(w, rest),
      mostly<Partial<RecoverySet>>(w, {}, () => ({ nonce: dice.bytes(32) })),
    )
  const unused = papers.filter((p) => !state.keysSeen.has(toHex(p.ed.publicKey)))
  const who = dice.any(mostly(w, unused, () => [...papers])) ?? papers[0]
  const epoch = nextEpoch(w, [...rest, toHex(who.id)].toSorted())
  return setRecovery(who, epoch, {
    setter: by,
    popMember: mostly(w, member, () => bytesOf("another member", 16)),
    fields: mostly<Partial<RecoverySet>>(w, {}, () => ({ ed: badKey(w) })),
  })
}

async function adding(w: World, by: DeviceKeys): Promise<Bytes> {
  const { dice, state } = w
  const unused = further.filter((d) => !state.keysSeen.has(toHex(d.ed.publicKey)))
  const keys = dice.any(mostly(w, unused, () => [...further])) ?? further[0]
  const member = mostly(w, memberOfSigner(w, by), () => dice.any(state.members)?.id ?? bytesOf("nobody", 16))
  const rank = mostly(w, dice.below(2), () => 2)
  return addDevice(
    { ...keys, member },
    {
      by,
      rank,
      pop: (pop) => spoiled(w, pop),
      fields: mostly<Partial<DeviceAdd>>(w, {}, () =>
        dice.one<Partial<DeviceAdd>>([
          { ed: badKey(w) },
          { x: new Uint8Array(32) },
          { nonce: dice.bytes(32) },
        ]),
      ),
    },
  )
}

function approving(w: World): Bytes {
  const { dice, state } = w
  const open = [...state.proposals].filter(([, p]) => p.state === "open").map(([ref]) => hex(ref))
  const proposal = dice.any(mostly(w, open, () => proposalRefs(w))) ?? dice.bytes(32)
  const hash = state.proposals.get(toHex(proposal))?.hash ?? dice.bytes(32)
  return encodeControl({ op: "approve", proposal, hash: spoiled(w, hash) })
}

function comparing(w: World): Bytes {
  const { dice, state } = w
  const who = dice.any(mostly(w, presentMembers(state), () => state.members))
  const devices = who === undefined ? dice.bytes(32) : H("devices", devicesBytes(who))
  const subject = mostly(w, who?.id ?? dice.bytes(16), () => dice.bytes(16))
  return encodeControl({ op: "verify", subject, devices: spoiled(w, devices), how: dice.below(3) })
}

function moving(w: World): Bytes {
  const heads = [0, 1].map(() => ({ seq: w.dice.below(9), hash: w.dice.bytes(32) }))
  const [a, b] = [heads[0], heads[1]]
  if (a === undefined || b === undefined) throw new Error("two heads")
  const dir = mostly(w, w.dice.below(2), () => 2)
  return encodeControl({ op: "continue", dir, log: w.dice.bytes(32), heads: [a, b] })
}

const control = (of: Control): Bytes => encodeControl(of)

/** By their numbers; 0 and 16 are none. */
export const makes: readonly Make[] = [
  (w) => concat(Uint8Array.of(0), w.dice.bytes(w.dice.below(40))),
  (w) => invite({ H: H("invite", bytesOf(`link ${String(w.dice.below(5))}`, 32)) }),
  (w) => {
    const live = w.dice.any(w.dice.chance(50) ? inviteRefs(w) : proposalRefs(w))
    return control({
      op: "cancel",
      target: spoiled(w, live ?? w.dice.any(inviteRefs(w)) ?? w.dice.bytes(32)),
    })
  },
  async (w) => {
    const { fields, who } = await joining(w)
    const epoch = nextEpoch(w, [...readerIds(w.state), toHex(who.id)].toSorted())
    return control({ ...fields, epoch })
  },
  (w) => control({ op: "epoch", epoch: nextEpoch(w) }),
  async (w) => control({ op: "propose", act: await actOf(w) }),
  approving,
  comparing,
  adding,
  removing,
  () => control({ op: "leave" }),
  () => control({ op: "close" }),
  paperSet,
  (w) => control({ op: "relay.set", ed: mostly(w, aRelay, () => badKey(w)), origin: w.dice.bytes(32) }),
  moving,
  (w) => control({ op: "version", to: mostly(w, w.state.version + 1, () => w.dice.below(4)) }),
  (w) => concat(Uint8Array.of(w.dice.one([16, 17, 255])), w.dice.bytes(w.dice.below(40))),
]
