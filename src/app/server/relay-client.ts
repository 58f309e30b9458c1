import { encodeBack, encodeRun, toBase64url, bad } from "#wire"
import type { Tools } from "#ledger"
import type { Back, Bytes, Entry, Outcome, Purpose, Slot, Structural } from "#wire"
import { answered, appendedOf, lacksIn, mailOf, readRun } from "./relay-answers.ts"
import type { Appended, Asked, Away, Lacks, Mail, Served, Turned } from "./relay-answers.ts"
import { filePartsOver } from "../files/parts.ts"
import type { FileParts } from "../files/parts.ts"
import type { RelayPort } from "./relay-port.ts"
import { createSigningIn } from "./signing-in.ts"
import type { AgreedOn, By } from "./signing-in.ts"

// spec/relay.md, said from this side. Whatever is no answer of a relay (no network, a hotel's log-in page, half a file) is "away": nothing is lost, nobody is
// accused, it is tried again.

export interface RelayClient {
  /** A fault here is the record's own: it came from a relay, whole, and cannot be an entry. */
  readonly read: (log: Bytes, from: number, by: By) => Promise<Outcome<Served, Away | Turned | Structural>>
  readonly append: (log: Bytes, run: readonly Entry[], keys: Keys, as?: "back") => Promise<Appended>
  /** Says to a relay that went back what is here, or that somebody chose to go on. */
  readonly back: (log: Bytes, said: Back, keys: Keys) => Promise<Lacks>
  /** Whether a relay answers. */
  readonly answers: () => Promise<boolean>
  /** What a socket shows to hear of this log; null when there is nothing to show just now. */
  readonly toHear: (log: Bytes, by: By) => Promise<string | null>
  readonly mail: (box: Mailbox) => Promise<Outcome<Mail, Away>>
  readonly put: (box: Mailbox, slot: Slot, bytes: Bytes) => Promise<Appended>
  /** Files beside entries, part by part. */
  readonly files: FileParts
}
export interface Mailbox {
  readonly H: Bytes
  readonly inviteId: Bytes
}

export type Keys = Extract<By, { readonly is: "keys" }>["keys"]

const octets = { "Content-Type": "application/octet-stream" }

function boxOf(box: Mailbox): string {
  return `mail/${toBase64url(box.H)}`
}

function invite(box: Mailbox): Record<string, string> {
  return { "Goldseam-Invite": toBase64url(box.inviteId) }
}

export function createRelayClient(
  port: RelayPort,
  origin: string,
  tools: Pick<Tools, "subtle">,
  agreedOn: AgreedOn = () => null,
): RelayClient {
  const ask = async (path: string, init: RequestInit): Promise<Response | null> => {
    try {
      return await port.fetch(new Request(`${origin}/api/${path}`, { ...init, cache: "no-store" }))
    } catch {
      return null
    }
  }
  const signingIn = createSigningIn(tools, origin, ask, agreedOn)
  /** Asks with what these keys were given; once more, when the relay wants them to sign in anew. */
  const askAs = async (
    { log, purpose, by }: { readonly log: Bytes; readonly purpose: Purpose; readonly by: By },
    path: string,
    init: RequestInit,
  ): Promise<Asked | "misnamed" | "stranger" | null> => {
    if (by.is === "link")
      return answered(await ask(path, { ...init, headers: { "Goldseam-Invite": toBase64url(by.inviteId) } }))
    for (const again of [false, true]) {
      const shown = await signingIn.show(log, purpose, by.keys, again)
      if (shown === "away") return null
      if (typeof shown === "string") return shown
      const response = await ask(path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), "Goldseam-Token": shown.token },
      })
      if (response?.status !== 401) return answered(response, shown.relay)
    }
    return null
  }
  return {
    read: async (log, from, by) => {
      const path = `log/${toBase64url(log)}?from=${String(from)}`
      const asked = await askAs({ log, purpose: "read", by }, path, {})
      return typeof asked === "string" ? bad({ type: asked }) : readRun(log, asked)
    },
    append: async (log, run, keys, as) => {
      const of = { log, purpose: as ?? "append", by: { is: "keys", keys } } as const
      const init = { method: "POST", headers: octets, body: encodeRun(run) }
      const asked = await askAs(of, `log/${toBase64url(log)}`, init)
      return typeof asked === "string" || asked === null
        ? { is: "away" }
        : appendedOf(asked.response, asked.relay)
    },
    back: async (log, said, keys) => {
      const of = { log, purpose: "back", by: { is: "keys", keys } } as const
      const init = { method: "POST", headers: octets, body: encodeBack(said) }
      const asked = await askAs(of, `back/${toBase64url(log)}`, init)
      return typeof asked === "string" || asked === null ? { is: "away" } : lacksIn(asked.response)
    },
    files: filePartsOver(async (log, keys, purpose, path, init) => {
      const asked = await askAs({ log, purpose, by: { is: "keys", keys } }, path, init)
      return typeof asked === "string" || asked === null ? null : asked.response
    }),
    answers: signingIn.answers,
    toHear: async (log, by) => {
      if (by.is === "link") return toBase64url(by.inviteId)
      const shown = await signingIn.show(log, "read", by.keys, true)
      return typeof shown === "string" ? null : shown.token
    },
    mail: async (box) => mailOf(await ask(boxOf(box), { headers: invite(box) })),
    put: async (box, slot, bytes) =>
      appendedOf(
        await ask(`${boxOf(box)}/${slot}`, {
          method: "PUT",
          headers: { ...octets, ...invite(box) },
          body: bytes,
        }),
      ),
  }
}
