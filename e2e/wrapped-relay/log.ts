import { readLink } from "#ledger"
import { checkEntries, decodeRun, emptyLog, toBase64url } from "#wire"
import { toolsOf, verify } from "../../src/app/testing/people.ts"
import type { Link } from "../../src/ledger/invite.ts"
import type { Wrapped } from "./relay.ts"

export function linkOf(text: string): Link {
  const read = readLink(text, toolsOf().decodeUtf8)
  if (!read.ok) throw new Error(read.error.type)
  return read.value
}

export interface Standing {
  readonly invites: readonly string[]
  readonly members: number
  /** Entries that count for nothing, or do not belong there. */
  readonly faults: number
}

/** Ben's log as the relay has it, checked from its first entry on. */
export async function logOf(relay: Wrapped, link: string): Promise<Standing> {
  const { logId } = linkOf(link)
  const answer = await fetch(`${relay.url.ben}/api/log/${toBase64url(logId)}?from=0`)
  const run = decodeRun(new Uint8Array(await answer.arrayBuffer()), 1000)
  const { state, verdicts, fault } = await checkEntries(verify, emptyLog(logId), run.ok ? run.value : [])
  const faults = verdicts.filter((v) => v.verdict !== "ok").length + (fault === null ? 0 : 1)
  return { invites: [...state.invites.values()].map((i) => i.state), members: state.members.length, faults }
}
