import {
  createDevice,
  createLog,
  draftInvite,
  inviteKeys,
  inviteLink,
  makeAnswer,
  makeRequest,
  makeReveal,
  place,
  readLink,
  requestHash,
  sign,
  startJoining,
} from "#ledger"
import type { DeviceKeys, Exchange } from "#ledger"
import { checkEntries, concat, copy, emptyLog, fromBase64url, popJoinBytes, toBase64url, toHex } from "#wire"
import type { Bytes } from "#wire"
import { createRelayClient } from "../server/relay-client.ts"
import { byLink } from "../server/signing-in.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Side } from "./duo.ts"
import { mailing } from "./malice.ts"
import { relayOrigin, toolsOf, verify } from "./people.ts"

// Relays that stand between two people while one invites the other. Each wraps the real one; what it may know is said in its name. The same ones stand before
// two phones in Node (attacks-invite.test.ts) and before two real browsers (e2e/wrapped-relay).

export interface Evil {
  /** Ben invites, Ana joins; it can tell them apart by where they ask from. */
  readonly between: (side: Side) => RelayPort
  /** Told the link; says which link reaches Ana. */
  readonly overhears: (link: string) => Promise<string>
}
/** `hint`: tells both phones that something lies in their mailbox. */
export type MakeEvil = (relay: RelayPort, hint: (box: Bytes) => void) => Evil

const t = toolsOf()
const bytesOf = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array()

export const honest: MakeEvil = (relay) => ({
  between: () => relay,
  overhears: (link) => Promise.resolve(link),
})

/** It never learned the link. It puts keys of its own in place of Ana's and proves them; the MAC it cannot make, so hers stays on. */
export const withoutTheLink: MakeEvil = (relay) => {
  const forged = new Map<string, string>()
  let log: Bytes = new Uint8Array(32)
  let box: Bytes = new Uint8Array(32)
  const forge = async (text: string): Promise<string> => {
    const hers = bytesOf(text)
    const device = await createDevice(t)
    const { ed, x } = device
    const [member, nB] = [copy(hers, 0, 16), copy(hers, 80, 112)]
    const proved = popJoinBytes(log, { member, ed: ed.publicKey, x: x.publicKey, nB }, box)
    const pop = await sign(t, device, "pop-join", proved)
    return toBase64url(concat(member, ed.publicKey, x.publicKey, nB, pop, hers.subarray(176)))
  }
  const forBen = mailing(relay, async (slots) => {
    for (const text of slots["request"] ?? []) if (!forged.has(text)) forged.set(text, await forge(text))
    return { ...slots, request: (slots["request"] ?? []).map((text) => forged.get(text) ?? text) }
  })
  return {
    between: (side) => ({
      fetch: (request) => {
        const [, , what, name = ""] = new URL(request.url).pathname.split("/")
        if (what === "log") log = bytesOf(name)
        if (what === "mail") box = bytesOf(name)
        return (side === "ben" ? forBen : relay).fetch(request)
      },
    }),
    overhears: (link) => Promise.resolve(link),
  }
}

interface Known {
  readonly logId: Bytes
  readonly secret: Bytes
  readonly inviteHash: Bytes
}

async function known(relay: RelayPort, link: string): Promise<Known> {
  const read = readLink(link, t.decodeUtf8)
  if (!read.ok) throw new Error(read.error.type)
  const { logId, secret } = read.value
  const served = await createRelayClient(relay, relayOrigin, t).read(logId, 0, byLink(secret))
  const log = await checkEntries(verify, emptyLog(logId), served.ok ? served.value.entries : [])
  const invite = log.state.invites.get(toHex(inviteKeys(secret).H))
  if (invite === undefined) throw new Error("no invite")
  return { logId, secret, inviteHash: invite.entryHash }
}

/** It makes a whole request of its own under this link, and says "the same" whatever the words are. */
async function poseAsJoiner({ logId, secret, inviteHash }: Known) {
  const joining = await startJoining(t, { logId, secret, relay: "" })
  const request = await makeRequest(t, joining, inviteHash)
  const exchange: Exchange = { logId, inviteEntryHash: inviteHash, requestHash: requestHash(request) }
  const same = await makeAnswer(t, joining.device, exchange, "joiner", 1, "same")
  return { request: toBase64url(request), same: toBase64url(same), device: joining.device }
}
type Pose = Awaited<ReturnType<typeof poseAsJoiner>>

const seenByBen = (relay: RelayPort, pose: () => Pose | null, isAnaThere: () => boolean): RelayPort =>
  mailing(relay, (slots) => {
    const posed = pose()
    const hasCome = posed !== null && ((slots["request"] ?? []).length > 0 || isAnaThere())
    const isRevealed = (slots["reveal"] ?? []).length > 0
    return {
      ...slots,
      request: hasCome ? [posed.request] : [],
      "answer-joiner": hasCome && isRevealed ? [posed.same] : [],
      ended: [],
    }
  })

/**
 * It knows the link, and makes the whole request anew, MAC and all. What it does with Ben's reveal, which is signed for its own request: pass it on to Ana, keep
 * it from her, or sign its nonce itself for hers.
 */
export function knowingTheLink(how: "passes" | "keeps" | "signs"): MakeEvil {
  return (relay) => {
    let pose: Pose | null = null
    let link: Known | null = null
    const forAna = mailing(relay, async (slots) => {
      const [reveal] = how === "keeps" ? [] : (slots["reveal"] ?? [])
      const [request] = slots["request"] ?? []
      const signs = how === "signs" && pose !== null && link !== null
      if (!signs || reveal === undefined || request === undefined)
        return { ...slots, reveal: reveal === undefined ? [] : [reveal], "answer-inviter": [], ended: [] }
      const exchange = {
        logId: link?.logId ?? t.random(32),
        inviteEntryHash: link?.inviteHash ?? t.random(32),
        requestHash: requestHash(bytesOf(request)),
      }
      const device: DeviceKeys = pose?.device ?? (await createDevice(t))
      const own = await makeReveal(t, device, exchange, copy(bytesOf(reveal), 32, 64))
      return { ...slots, reveal: [toBase64url(own)], "answer-inviter": [], ended: [] }
    })
    const forBen = seenByBen(
      relay,
      () => pose,
      () => false,
    )
    return {
      between: (side) => (side === "ben" ? forBen : forAna),
      overhears: async (text) => {
        link = await known(relay, text)
        pose = await poseAsJoiner(link)
        return text
      },
    }
  }
}

/**
 * It carries the link as well. Ana gets one to a log of its own, with the same secret: to her it is Ben, to Ben it is Ana. Both see words, and it says "the
 * same" to both.
 */
export const carryingTheLink: MakeEvil = (relay, hint) => {
  const hers: Record<string, string[]> = {}
  let pose: Pose | null = null
  let posing: { readonly own: Known; readonly device: DeviceKeys; readonly nA: Bytes } | null = null
  const exchangeWithAna = (request: string): Exchange => ({
    logId: posing?.own.logId ?? t.random(32),
    inviteEntryHash: posing?.own.inviteHash ?? t.random(32),
    requestHash: requestHash(bytesOf(request)),
  })
  const answerAna = async (isRevealed: boolean): Promise<Response> => {
    const [request] = hers["request"] ?? []
    if (request === undefined || posing === null || !isRevealed) return Response.json({ slots: hers })
    const { device, nA } = posing
    const exchange = exchangeWithAna(request)
    const reveal = toBase64url(await makeReveal(t, device, exchange, nA))
    const same = toBase64url(await makeAnswer(t, device, exchange, "inviter", 1, "same"))
    return Response.json({ slots: { ...hers, reveal: [reveal], "answer-inviter": [same] } })
  }
  const forAna: RelayPort = {
    fetch: async (request) => {
      const [, , what, name = "", slot = ""] = new URL(request.url).pathname.split("/")
      if (what !== "mail") return relay.fetch(request)
      if (request.method === "GET") {
        const box = { H: bytesOf(name), inviteId: bytesOf(request.headers.get("Goldseam-Invite") ?? "") }
        const mail = await createRelayClient(relay, relayOrigin, t).mail(box)
        return answerAna(mail.ok && mail.value.reveal.length > 0)
      }
      const letter = toBase64url(new Uint8Array(await request.arrayBuffer()))
      hers[slot] = [...new Set([...(hers[slot] ?? []), letter])]
      hint(bytesOf(name))
      return Response.json({ ok: true })
    },
  }
  const forBen = seenByBen(
    relay,
    () => pose,
    () => hers["request"] !== undefined,
  )
  return {
    between: (side) => (side === "ben" ? forBen : forAna),
    overhears: async (link) => {
      const bens = await known(relay, link)
      pose = await poseAsJoiner(bens)
      const device = await createDevice(t)
      const log = await createLog(t, device)
      const { logId } = log.state
      const nA = t.random(32)
      const invited = await place(t, device, log, [draftInvite(t, { logId, secret: bens.secret, nA })])
      await createRelayClient(relay, relayOrigin, t).append(logId, [log.entry, ...invited.entries], device)
      const own = inviteLink(link.slice(0, link.indexOf("#")), { logId, secret: bens.secret }, relayOrigin)
      posing = { own: await known(relay, own), device, nA }
      return own
    },
  }
}

export const evils = {
  honest,
  "without the link": withoutTheLink,
  "knowing the link": knowingTheLink("passes"),
  "knowing the link, keeping the reveal": knowingTheLink("keeps"),
  "knowing the link, signing the reveal": knowingTheLink("signs"),
  "carrying the link": carryingTheLink,
} as const
export type EvilName = keyof typeof evils
