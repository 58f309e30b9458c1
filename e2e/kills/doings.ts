import type { Session } from "../../src/app/session/session.ts"
import { settle } from "../../src/app/testing/duo.ts"
import { benAsksForMira } from "../../src/app/testing/trio.ts"
import type { Seen, World } from "./world.ts"

// The same doings as in src/app/kills.test.ts and kills-more.test.ts, as far as two people and one more can do them on one relay, done on the page of a real browser.

interface Both {
  readonly ana: Seen
  readonly ben: Seen
}
export interface Doing {
  readonly name: string
  readonly before?: (w: World, n: number) => Promise<string>
  readonly act: (w: World, about: string, n: number) => Promise<unknown>
  /** How often it has happened, for both. */
  readonly times: (seen: Both, about: string, n: number) => number
  /** Afterwards nothing more can be done here: each kill needs two new people. */
  readonly last?: true
}

const count = (all: readonly string[], one: string): number => all.filter((each) => each === one).length
const bothHave = ({ ana, ben }: Both, title: string): number => {
  const [hers, his] = [count(ana.titles, title), count(ben.titles, title)]
  return hers === his ? hers : -1
}
const once = (is: boolean): number => (is ? 1 : 0)
const says = (w: World, title: string): Promise<string> =>
  w.ana((s, t) => s.queue("matters.opened", { title: t }, { holdMinutes: 0 }).then(({ ref }) => ref), title)
const holds = (w: World, title: string): Promise<string> =>
  w.ana((s, t) => s.queue("matters.opened", { title: t }, { holdMinutes: 60 }).then(({ ref }) => ref), title)
const benSays = (ben: Session, title: string): Promise<string> =>
  ben.queue("matters.opened", { title }, { holdMinutes: 0 }).then(({ ref }) => ref)

export const doings: readonly Doing[] = [
  {
    name: "keeping a page",
    act: (w, _, n) =>
      w.ana((s, t) => s.keep("matters.kept", { title: t, mine: "unsure", what: "" }), `Kept ${String(n)}`),
    times: ({ ana }, _, n) => count(ana.kept, `Kept ${String(n)}`),
  },
  {
    name: "sending something",
    act: (w, _, n) => says(w, `Sent ${String(n)}`),
    times: (seen, _, n) => bothHave(seen, `Sent ${String(n)}`),
  },
  {
    name: "letting it go now",
    before: (w, n) => holds(w, `Held ${String(n)}`),
    act: (w, about) => w.ana((s, ref) => s.sendNow(ref), about),
    times: (seen, _, n) => bothHave(seen, `Held ${String(n)}`),
  },
  {
    name: "taking back what waits",
    before: (w, n) => holds(w, `Never ${String(n)}`),
    act: (w, about) => w.ana((s, ref) => s.takeBack(ref), about),
    times: ({ ana }, about) => once(!ana.waiting.includes(about)),
  },
  {
    name: "taking back what went",
    before: async (w, n) => {
      const ref = await says(w, `Gone ${String(n)}`)
      await w.rest()
      return ref
    },
    act: (w, about) => w.ana((s, ref) => s.takeBack(ref), about),
    times: (seen, _, n) => once(bothHave(seen, `Gone ${String(n)}`) === 0),
  },
  {
    name: "letting kept words go together",
    before: async (w) => {
      const ref = await w.ana((s) =>
        s
          .queue(
            "promises.made",
            { when: "", will: "Call", due: "2026-05-04T18:00", zone: "Europe/Berlin", repeat: "once" },
            { holdMinutes: 0 },
          )
          .then((made) => made.ref),
      )
      await w.rest()
      await w.ben.takeOut(ref)
      await w.rest()
      return ref
    },
    act: (w, about) => w.ana((s, ref) => s.takeOut(ref), about),
    times: ({ ben }, about) => once(!ben.promises.includes(about)),
  },
  {
    name: "reading what the other sent",
    act: async (w, _, n) => {
      if (
        !w.ben.snapshot().waiting.some((one) => JSON.stringify(one.body).includes(`Ben ${String(n)}"`)) &&
        !isThere(w.ben, `Ben ${String(n)}`)
      )
        await benSays(w.ben, `Ben ${String(n)}`)
      await w.ben.sync()
    },
    times: (seen, _, n) => bothHave(seen, `Ben ${String(n)}`),
  },
  {
    name: "reading that the other took something back",
    before: async (w, n) => {
      const ref = await benSays(w.ben, `Taken ${String(n)}`)
      await w.rest()
      return ref
    },
    act: async (w, about) => {
      await w.ben.takeBack(about)
      await w.ben.sync()
    },
    times: (seen, _, n) => once(bothHave(seen, `Taken ${String(n)}`) === 0),
  },
  {
    name: "writing a draft",
    act: (w, _, n) =>
      w.ana(
        (s, words) => {
          s.setDraft("apology.letter", words)
          return s.flush()
        },
        `Words ${String(n)}`,
      ),
    times: ({ ana }, _, n) => once(ana.letter === `Words ${String(n)}`),
  },
  {
    name: "stepping out",
    before: (w) => w.ana((s) => s.going.stepOut(false)).then(() => ""),
    act: (w) => w.ana((s) => s.going.stepOut(true)),
    times: ({ ana }) => once(ana.going?.away === true),
  },
  {
    name: "coming back",
    before: (w) => w.ana((s) => s.going.stepOut(true)).then(() => ""),
    act: (w) => w.ana((s) => s.going.stepOut(false)),
    times: ({ ana }) => once(ana.going?.away === false),
  },
  {
    name: "taking everything back",
    before: async (w, n) => {
      await w.ana((s) => s.going.stepOut(false))
      await says(w, `All ${String(n)}`)
      await w.rest()
      return holds(w, `All held ${String(n)}`)
    },
    act: (w) => w.ana((s) => s.takeAllBack()),
    times: (seen, _, n) => once(bothHave(seen, `All ${String(n)}`) === 0 && seen.ana.onlyKept),
  },
  {
    name: "setting when it locks",
    act: (w, _, n) => w.behind((profile, __, minutes) => profile.setLockMinutes(minutes), "", (n % 99) + 1),
    times: ({ ana }, _, n) => once(ana.lockMinutes === (n % 99) + 1),
  },
  {
    name: "putting a draft away",
    before: (w, n) =>
      w
        .ana(
          (s, words) => {
            s.setDraft("apology.letter", words)
            return s.flush()
          },
          `Away ${String(n)}`,
        )
        .then(() => ""),
    act: (w) =>
      w.ana((s) => {
        s.dropDraft("apology.letter")
        return s.flush()
      }),
    times: ({ ana }) => once(ana.letter === ""),
  },
  {
    name: "taking an invitation back",
    before: (w) => w.ana((s) => s.invite.start()).then(() => ""),
    act: (w) => w.ana((s) => s.invite.cancel()),
    times: ({ ana }) => once(ana.inviting === "joined"),
  },
  {
    name: "saying yes to a third person",
    before: async (w) => {
      const ana = { sync: () => w.ana((s) => s.sync()) } as Session
      const mira = await w.cleo()
      await benAsksForMira({ d: { ana, ben: w.ben }, mira })
      await settle()
      return w.ana((s) => s.snapshot().proposed?.[0]?.ref ?? "")
    },
    act: (w, about) => w.ana((s, ref) => s.proposals.agree(ref), about),
    times: ({ ana, ben }) => once(ana.going?.others === 2 && ben.going?.others === 2),
    last: true,
  },
  {
    name: "making a sheet",
    act: (w) => w.behind((profile) => profile.makeSheet()),
    times: ({ ana }) => once(ana.hasSheet),
    last: true,
  },
  {
    name: "putting a space away and beginning anew",
    before: async (w) => {
      await w.ben.going.choose("leave")
      await w.rest()
      return ""
    },
    act: (w) => w.ana((s) => s.elsewhere.begin({ again: true })),
    times: ({ ana }) => ana.earlier,
    last: true,
  },
  {
    name: "saying one's words again in a new space",
    before: async (w, n) => {
      await says(w, `Again ${String(n)}`)
      await w.rest()
      await w.ben.going.choose("leave")
      await w.rest()
      await w.ana((s) => s.elsewhere.begin({ again: true }))
      await w.ben.elsewhere.begin({ again: false })
      return w.ana((s) => s.elsewhere.own(0).find(({ kind }) => kind === "matters.opened")?.ref ?? "")
    },
    act: (w, about) => w.ana((s, ref) => s.elsewhere.bring(0, [ref]), about),
    times: ({ ana }) => ana.waiting.length,
    last: true,
  },
  {
    name: "leaving",
    act: (w) => w.ana((s) => s.going.choose("leave")),
    times: ({ ana, ben }) => once(ana.going?.here === false && ben.going?.others === 0),
    last: true,
  },
  {
    name: "ending it",
    act: (w) => w.ana((s) => s.going.choose("close")),
    times: ({ ana, ben }) => once(ana.going?.closed === true && ben.going?.closed === true),
    last: true,
  },
]

function isThere(ben: Session, title: string): boolean {
  return JSON.stringify(ben.snapshot().house.shared["matters"]).includes(`"${title}"`)
}
