import { readLink } from "#ledger"
import { openSqliteStore } from "#relay"
import { checkEntries, emptyLog } from "#wire"
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
  const store = openSqliteStore(relay.dataFile)
  const { entries } = await store.read(logId, 0, 1000)
  store.close()
  const { state, verdicts, fault } = await checkEntries(verify, emptyLog(logId), entries)
  const faults = verdicts.filter((v) => v.verdict !== "ok").length + (fault === null ? 0 : 1)
  return { invites: [...state.invites.values()].map((i) => i.state), members: state.members.length, faults }
}
