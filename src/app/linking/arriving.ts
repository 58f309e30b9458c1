import {
  createDevice,
  deviceFromBytes,
  deviceToBytes,
  encodeLinkEnd,
  linkKeys,
  linkWords,
  makeLinkRequest,
  openLetter,
  openWelcome,
  readDeviceLink,
  readHello,
  readLinkEnd,
  sealLetter,
} from "#ledger"
import type { DeviceKeys, Hello, Letter, LinkEnd, LinkKeys, LinkSaid, Tools, Welcome } from "#ledger"
import { equalBytes, H } from "#wire"
import type { Bytes, Verify } from "#wire"
import type { RecoveryClient } from "../recovery/client.ts"
import { fromRow, toRow } from "../keeping/rows.ts"
import { linkingRow, withoutLinking } from "./row.ts"
import type { Store } from "../store/store.ts"

// The side of the new device (spec/ledger.md §20.3), in a browser with nothing in it. What it drew is one row, stored before anything is sent, so that it goes on
// after a kill with the same keys and the same bytes. The row goes when the device is here, or when nothing came of it.

export interface ArrivingDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly store: Store
  readonly client: RecoveryClient
  readonly relayOrigin: string
}
/** "link": it cannot be read. "other-server": it is of another one. "over": nothing lies under it, or no more. "changed": what lies there is none of ours. */
export type NotArrived = LinkEnd | "link" | "other-server" | "over" | "changed"

interface Row {
  readonly commitment: Bytes
  readonly secret: Bytes
  readonly own: Bytes
  readonly shared: Bytes
  readonly hello: Bytes
  /** The content, and the letter as it is sealed. */
  readonly request: Bytes
  readonly letter: Bytes
  readonly sent: boolean
  readonly nA: Bytes | null
}
export interface Arriving {
  readonly row: Row
  readonly keys: LinkKeys
  readonly hello: Hello
  readonly own: DeviceKeys
  readonly shared: DeviceKeys
}
/** "waits": nothing more to be done here just now; `words` once both have said what they say. */
export type Arrived =
  | { readonly is: "none" }
  | { readonly is: "waits"; readonly words: readonly number[] | null; readonly agreed: boolean }
  | { readonly is: "stopped"; readonly because: NotArrived }
  | { readonly is: "welcome"; readonly of: Arriving; readonly welcome: Welcome }

/** One step, or several at once. With a link it begins; without one it goes on with what is here. */
export async function arriveOnce(deps: ArrivingDeps, link: string | null): Promise<Arrived> {
  const there = await rowIn(deps)
  const of = there ?? (link === null ? null : await begun(deps, link))
  if (of === null) return { is: "none" }
  if (typeof of === "string")
    return of === "away" ? { is: "waits", words: null, agreed: false } : { is: "stopped", because: of }
  return going(deps, of)
}

async function rowIn({ store, tools }: ArrivingDeps): Promise<Arriving | null> {
  const bytes = await store.get(linkingRow.table, linkingRow.key)
  return bytes === null ? null : arrivingOf(fromRow<Row>(bytes, tools.decodeUtf8))
}

function arrivingOf(row: Row): Arriving | null {
  const [own, shared, hello] = [deviceFromBytes(row.own), deviceFromBytes(row.shared), readHello(row.hello)]
  if (own === null || shared === null || !hello.ok) return null
  return { row, keys: linkKeys(row.secret), hello: hello.value, own, shared }
}

async function kept({ store }: ArrivingDeps, row: Row): Promise<Arriving | null> {
  const written = await store.batch([{ op: "put", ...linkingRow, value: toRow(row) }])
  return written.ok ? arrivingOf(row) : null
}

/** Nothing is drawn before the other device has spoken: a nonce of this side is never older than what it answers to. */
async function begun(deps: ArrivingDeps, link: string): Promise<Arriving | NotArrived | "away"> {
  const { tools, client } = deps
  const read = readDeviceLink(link, tools.decodeUtf8)
  if (!read.ok) return "link"
  const { commitment, secret, relay } = read.value
  const keys = linkKeys(secret)
  const served = await client.batches(keys.store, 0)
  if (served === "away") return "away"
  if (served.batches.length === 0) return relay === deps.relayOrigin ? "over" : "other-server"
  if (served.count > 1) {
    await ending(deps, keys, served.count, "taken")
    return "taken"
  }
  const first = served.batches[0]
  const opened = first === undefined ? null : await openLetter(tools, keys, 0, first.bytes)
  const hello = opened?.ok === true ? readHello(opened.value.content) : null
  if (opened?.ok !== true || hello?.ok !== true) return "changed"
  const [own, shared, nB] = [await createDevice(tools), await createDevice(tools), tools.random(32)]
  const request = await makeLinkRequest(tools, hello.value, { own, shared, nB })
  const row: Row = {
    commitment,
    secret,
    hello: opened.value.content,
    request,
    sent: false,
    nA: null,
    own: deviceToBytes(own),
    shared: deviceToBytes(shared),
    letter: await sealLetter(tools, keys, 1, { kind: "request", content: request }),
  }
  return (await kept(deps, row)) ?? "away"
}

async function going(deps: ArrivingDeps, of: Arriving): Promise<Arrived> {
  const sent = of.row.sent ? of : await sending(deps, of)
  if (typeof sent === "string") return sent === "away" ? waits(of, false) : stopped(deps, sent)
  const served = await deps.client.batches(sent.keys.store, 2)
  if (served === "away") return waits(sent, false)
  if (served.count < 2) return stopped(deps, "over")
  let now = sent
  for (const { n, bytes } of served.batches) {
    const opened = await openLetter(deps.tools, now.keys, n, bytes)
    const heard = opened.ok ? await hearing(deps, now, opened.value) : "changed"
    if (typeof heard === "string") {
      await (opened.ok && opened.value.kind === "ended"
        ? deps.client.drop(now.keys.store)
        : ending(deps, now.keys, served.count, "given-up"))
      return stopped(deps, heard)
    }
    if ("welcome" in heard) return { is: "welcome", of: now, welcome: heard.welcome }
    now = heard
  }
  return waits(now, served.count > 3)
}

async function sending(deps: ArrivingDeps, of: Arriving): Promise<Arriving | NotArrived | "away"> {
  switch (await deps.client.add(of.keys.store, 1, of.row.letter)) {
    case "stored":
      return (await kept(deps, { ...of.row, sent: true })) ?? "away"
    case "taken":
      // Somebody else used this link first. Whoever they are: said to both, and nobody is added.
      await ending(deps, of.keys, 2, "taken")
      return "taken"
    case "ahead":
      return "over"
    case "away":
    case "full":
      return "away"
  }
}

type Heard = Arriving | NotArrived | { readonly welcome: Welcome }
async function hearing(deps: ArrivingDeps, of: Arriving, { kind, content }: Letter): Promise<Heard> {
  switch (kind) {
    case "reveal": {
      if (!equalBytes(H("sas-commit", content), of.row.commitment)) return "changed"
      return of.row.nA === null ? ((await kept(deps, { ...of.row, nA: content })) ?? of) : of
    }
    case "ended":
      return readLinkEnd(content) ?? "changed"
    case "welcome": {
      const said = saidOf(of)
      if (said === null) return "changed"
      const opened = await openWelcome(deps, of.own, said, of.hello.own.ed, content)
      return opened.ok ? { welcome: opened.value } : "changed"
    }
    case "hello":
    case "request":
    case "same":
      return of
  }
}

/** Left at the next free number; what stands there already stays. */
async function ending(
  { tools, client }: ArrivingDeps,
  keys: LinkKeys,
  from: number,
  end: LinkEnd,
): Promise<void> {
  for (let n = Math.max(2, from); n <= 4; n += 1) {
    const letter = await sealLetter(tools, keys, n, { kind: "ended", content: encodeLinkEnd(end) })
    if ((await client.add(keys.store, n, letter)) !== "taken") return
  }
}

function saidOf({ row }: Arriving): LinkSaid | null {
  const { hello, request, nA } = row
  return nA === null ? null : { hello, request, nA }
}

function waits(of: Arriving, agreed: boolean): Arrived {
  const said = saidOf(of)
  return { is: "waits", words: said === null ? null : linkWords(said), agreed }
}

async function stopped({ store }: ArrivingDeps, because: NotArrived): Promise<Arrived> {
  await store.batch([withoutLinking])
  return { is: "stopped", because }
}

/** The person thought better of it here. */
export async function givingUp(deps: ArrivingDeps): Promise<void> {
  const of = await rowIn(deps)
  if (of === null) return
  await ending(deps, of.keys, 2, "given-up")
  await deps.store.batch([withoutLinking])
}
