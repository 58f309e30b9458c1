import { createDraft, deviceToBytes, place } from "#ledger"
import type { ContentDraft } from "#ledger"
import { recordKindOf } from "#practices"
import { encodeRef, encodeRun, limits, toBase64url } from "#wire"
import type { Entry } from "#wire"
import { toolsOf } from "../../src/app/testing/people.ts"
import { sharedPair } from "../../src/app/testing/shared-pair.ts"

/** What a second phone needs to read the log of two, with all its entries in runs as a relay serves them. Plain values: it is handed to a page. */
export interface PairLog {
  readonly logId: string
  readonly member: string
  readonly device: string
  /** Base64url of runs of 64. */
  readonly runs: readonly string[]
  readonly count: number
  /** The head as a relay says it, when all but the last entry are there. */
  readonly headBeforeLast: string
}

const line = "I told you I was at work that Friday. I was not, and I let you believe it for weeks. "
/** About as long as leaves an entry just under 1 KiB before it is padded. */
const page = line.repeat(6).trim()
const day = "2026-11-24"
const emptyAccount = { did: "", how: "", why: "", hid: "", impact: "", later: "" }

type Words = readonly [name: string, body: Parameters<typeof createDraft>[1]["body"]]

/** What Ben writes as the nth thing about a matter: what hurt, an account, a promise, in turn. */
export function nth(matter: string, n: number): Words {
  const kinds: readonly Words[] = [
    ["matters.hurt-said", { matter, happened: page, did: `It was the ${String(n)}th time.`, need: "" }],
    ["account.told", { ...emptyAccount, matter, did: page, how: `In ${String(n)} words.` }],
    [
      "promises.made",
      {
        matter,
        when: "When I am late",
        will: `I will say so before six, ${String(n)}. ${page.slice(0, 340)}`,
        due: "2026-12-01T18:00",
        zone: "Europe/Berlin",
        repeat: "once",
      },
    ],
  ]
  const words = kinds[n % kinds.length]
  if (words === undefined) throw new Error("no words")
  return words
}

/** Ben's words of a long shared log, all of kinds that stand: matters, what hurt, accounts, promises and how they ended. */
export async function pairLog(count: number): Promise<PairLog> {
  const t = toolsOf()
  const { ana, ben } = await sharedPair(t)
  const draft = (name: string, body: Parameters<typeof createDraft>[1]["body"]): ContentDraft => {
    const made = createDraft(t, { kind: recordKindOf(name) ?? 1, name, body, day, basis: ben.state.head })
    if (!made.ok) throw new Error(made.error.type)
    return made.value
  }
  const opened = draft("matters.opened", { title: "The Friday" })
  const matter = encodeRef(ben.device.id, opened.uid)
  const drafts = [opened]
  const already = ben.entries.length
  for (let n = 0; drafts.length + already < count; n += 1) drafts.push(draft(...nth(matter, n)))
  const sealed = await place(t, ben.device, ben, drafts)
  const entries = [...ben.entries.map((held) => held.entry), ...sealed.entries]
  return {
    logId: toBase64url(ben.state.logId),
    member: toBase64url(ana.member),
    device: toBase64url(deviceToBytes(ana.device)),
    runs: inRuns(entries),
    count: entries.length,
    headBeforeLast: `${String(entries.length - 2)}.${toBase64url(entries.at(-1)?.header.subarray(41, 73) ?? new Uint8Array(0))}`,
  }
}

function inRuns(entries: readonly Entry[]): readonly string[] {
  const { runEntries } = limits
  return Array.from({ length: Math.ceil(entries.length / runEntries) }, (_, i) =>
    Buffer.from(encodeRun(entries.slice(i * runEntries, (i + 1) * runEntries))).toString("base64url"),
  )
}
