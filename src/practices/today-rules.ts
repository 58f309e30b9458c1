import type { AccountOwn, AccountShared } from "./account/fold.ts"
import type { ApologyOwn, ApologyShared } from "./apology/fold.ts"
import type { HomeOwn, HomeShared } from "./home/fold.ts"
import type { MattersOwn, MattersShared } from "./matters/fold.ts"
import type { Nudge, Reader, Ref, RoomPlace, States } from "./practice.ts"
import type { PromisesOwn, PromisesShared } from "./promises/fold.ts"

/** What a rule may look at: what stands here, and who looks. No clock: nothing is suggested because time has passed. */
export interface Facts {
  readonly home: States<HomeShared, HomeOwn>
  readonly matters: States<MattersShared, MattersOwn>
  readonly account: States<AccountShared, AccountOwn>
  readonly apology: States<ApologyShared, ApologyOwn>
  readonly promises: States<PromisesShared, PromisesOwn>
  readonly reader: Reader
  /** True for a page that was chosen to go. */
  readonly isGoing: (own: Ref) => boolean
}

/** One suggestion that looks at more than one room. `when` gives the place it leads to, or null. */
export interface Rule extends Pick<Nudge, "room" | "words" | "order" | "evidence"> {
  readonly id: string
  readonly when: (facts: Facts) => RoomPlace | null
}

const mayBeMine = ["i-did", "both"]
const startsAsHurting = (start: HomeOwn["start"]): boolean => start === "hurt" || start === "both"

export const rules: readonly Rule[] = [
  {
    id: "today.say-hurt",
    room: "matters",
    words: "today.say-hurt",
    order: 2,
    evidence: { label: "imagined-scenario", source: "Frantz & Bennigson 2005" },
    when: ({ home, matters, reader }) => {
      const hurt = home.own.start === "was-hurt" || home.own.start === "both"
      const written =
        matters.own.kept.length > 0 || matters.shared.said.some((s) => s.writer === reader.shared)
      return hurt && !written ? { page: "hurt" } : null
    },
  },
  {
    id: "today.own-view",
    room: "matters",
    words: "today.own-view",
    order: 2,
    evidence: { label: "experiment", source: "Stillwell & Baumeister 1997" },
    when: ({ home, matters }) => {
      const open = home.own.start === "unsure" || home.own.start === "nobody" || home.own.start === "both"
      return open && matters.own.matters.length === 0 ? { page: "open" } : null
    },
  },
  {
    id: "today.account",
    room: "account",
    words: "today.account",
    order: 3,
    evidence: { label: "experiment", source: "Peer, Acquisti & Shalvi 2014" },
    when: ({ home, matters, account, reader }) => {
      const own = matters.own.matters.findLast(
        (m) => mayBeMine.includes(m.mine) && !matters.own.closed.includes(m.ref),
      )
      const written =
        account.own.kept.length > 0 || account.shared.told.some((t) => t.writer === reader.shared)
      if (written || (own === undefined && !startsAsHurting(home.own.start))) return null
      return { page: "write", ...(own === undefined ? {} : { matter: own.ref }) }
    },
  },
  {
    id: "today.whole",
    room: "account",
    words: "today.whole",
    order: 3,
    evidence: { label: "experiment", source: "Peer, Acquisti & Shalvi 2014" },
    when: ({ home, account, isGoing }) => {
      const page = account.own.kept.at(-1)
      if (page === undefined || isGoing(page.ref) || home.own.shared.some((s) => s.was === page.ref))
        return null
      return { page: "write", matter: page.matter }
    },
  },
  {
    id: "today.small-promise",
    room: "promises",
    words: "today.small-promise",
    order: 4,
    evidence: { label: "lab-game", source: "Schweitzer, Hershey & Bradlow 2006" },
    when: ({ apology, promises, reader }) => {
      const sorry =
        apology.shared.letters.some((l) => l.writer === reader.shared) || apology.own.said.length > 0
      const made =
        promises.own.promises.length > 0 || promises.shared.promises.some((p) => p.writer === reader.shared)
      return sorry && !made ? { page: "" } : null
    },
  },
]

/** A suggestion of a room's own that another room has already answered: taken up there, so not made again. */
export const answered: readonly {
  /** How the suggestion's id begins. */
  readonly id: string
  readonly by: (facts: Facts, nudge: Nudge) => boolean
}[] = [
  { id: "matters.ending ", by: takenUpAsPromise },
  { id: "apology.promise ", by: takenUpAsPromise },
  {
    id: "account.letter ",
    by: ({ apology, home, reader }, { handover }) => {
      const ids = idsOf(home.own, handover?.start["matter"] ?? "")
      return [
        ...apology.own.kept,
        ...apology.own.said,
        ...apology.shared.letters.filter((l) => l.writer === reader.shared),
      ].some((page) => ids.includes(page.matter))
    },
  },
]

function takenUpAsPromise({ promises }: Facts, { handover }: Nudge): boolean {
  return [...promises.own.promises, ...promises.shared.promises].some((p) => p.from === handover?.from)
}

/** A matter's shared id and the private one it came from. */
function idsOf(home: HomeOwn, matter: Ref): readonly Ref[] {
  return [matter, ...home.shared.flatMap((s) => (s.is === matter ? [s.was] : s.was === matter ? [s.is] : []))]
}
