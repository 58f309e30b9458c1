import { practices } from "#practices"
import type { Moment, Story } from "#practices"
import { anaAndBen, anaAndBenNow, anaBenAndCleo, instantOf, tellStory, writers } from "#practices/examples"
import type { Heard, Teller, Who } from "#practices/examples"
import { createWorld } from "../made-up/world.ts"
import type { PersonHere } from "../people/people-here.ts"
import type { Place } from "../shell/place.ts"
import type { LinkingStep, Snapshot } from "../session/shown.ts"
import type { World } from "../made-up/world.ts"
import { threeIn } from "./three.ts"
import { troublesWith } from "./troubles.ts"

/** A state to be looked at: a story up to some step. */
export interface Source {
  readonly id: string
  readonly heard: readonly Heard<Teller>[]
  readonly now: Moment
  /** Pages are begun: every draft holds words. */
  readonly begun: boolean
  /** What else stands in a snapshot there. */
  readonly more?: (who: Who) => Partial<Snapshot>
  /** These alone are looked at there, and nothing they lead to; left out: everything. */
  readonly places?: readonly Place[]
  /** Three are here, or were. */
  readonly three?: true
  /** Nothing more can be said here: the same press leads elsewhere than on a page that looks alike. */
  readonly over?: true
  /** Who of the three left. */
  readonly left?: Teller
}

const zone = "Europe/Berlin"

/** Every story's end, and the months of Ana and Ben; with `between`, the state after each step too. */
export function sources(between: boolean): readonly Source[] {
  const stories: readonly Story[] = practices.flatMap((room): readonly Story[] => room.stories)
  const ends = stories.flatMap((story) => {
    const heard = heardIn(story)
    const lengths = between ? heard.map((_, n) => n + 1) : [heard.length]
    return lengths.map((length): Source => {
      const day = heard[length - 1]?.entry.day ?? anaAndBenNow.day
      const now = { at: instantOf(`${day}T19:30`, zone), day, zone }
      const id = length === heard.length ? story.id : `${story.id} ${String(length)}`
      return { id, heard: heard.slice(0, length), now, begun: false }
    })
  })
  const months = { heard: heardIn({ ...anaAndBen, then: {} }), now: anaAndBenNow }
  return [
    { id: "ana-and-ben", ...months, begun: false },
    { id: "ana-and-ben, begun", ...months, begun: true },
    ...threeIn(heardIn(anaBenAndCleo())),
    { id: "nothing yet", heard: [], now: anaAndBenNow, begun: false },
    ...linkings(),
    ...troublesWith(heardIn({ ...anaAndBen, then: {} })),
    ...ends,
  ]
}

/** Every step of adding a device, and a list with several. */
function linkings(): readonly Source[] {
  const bare = { heard: [], now: anaAndBenNow, begun: false } as const
  const [today, link, people] = [{ at: "today" }, { at: "link" }, { at: "people" }] as const
  const url = `https://goldseam.example/#l=${"AfQ2nB7yT0".repeat(12)}`
  const words = [3, 17, 29, 31, 42, 55, 60]
  const ended = ["different", "taken", "given-up", "too-old", "over", "changed", "not-added"] as const
  const steps: readonly LinkingStep[] = [
    { step: "preparing" },
    { step: "link", link: url, usableElsewhere: true },
    { step: "link", link: url, usableElsewhere: false },
    { step: "compare", words },
    { step: "adding" },
    { step: "done" },
    ...ended.map((because) => ({ step: "stopped", because }) as const),
  ]
  const all = steps.map((step, n): Source => ({
    id: `another device, ${step.step} ${String(n)}`,
    ...bare,
    more: () => ({ linking: { ...step, comesFirst: false } }),
    places: [today, link],
  }))
  const device = {
    day: "2026-11-20",
    came: "device",
    since: 40,
    along: 0,
    isThis: false,
    isGoing: false,
  } as const
  const [first, second] = [
    { ...device, id: "aa", came: "first", day: null, since: 0, isThis: true, mayGo: false },
    { ...device, id: "bb", mayGo: true, along: 1 },
  ] as const
  const me = { isMe: true, hasSheet: true, mayLetGo: true }
  const here: readonly PersonHere[] = [
    { writer: writers.ana, ...me, devices: [first, second, { ...device, id: "cc", mayGo: true }] },
    {
      writer: writers.ben,
      isMe: false,
      hasSheet: false,
      mayLetGo: false,
      devices: [
        { ...first, isThis: false },
        { ...second, id: "dd", mayGo: false },
      ],
    },
  ]
  const uses = [true, false].map((mine, n) => ({
    id: String(n),
    by: "device" as const,
    writer: mine ? writers.ana : writers.ben,
    mine,
    day: "2026-11-20",
  }))
  const recovery = { sheet: null, copying: null, returned: null, lost: 0, removing: false, uses }
  return [
    ...all,
    {
      id: "several devices",
      ...bare,
      more: () => ({ here, recovery }),
      places: [today, people, { at: "linked" }],
    },
    {
      id: "a device that does not see it, and one that is on its way out",
      ...bare,
      more: () => ({
        here: [{ writer: writers.ana, ...me, devices: [first, { ...second, mayGo: false, isGoing: true }] }],
        absent: [
          { id: "ee", day: "2026-11-02", asked: false },
          { id: "ff", day: null, asked: true },
        ],
        recovery: {
          ...recovery,
          sheet: {
            day: "2026-11-01",
            ready: true,
            isOlder: false,
            newer: { day: "2026-11-21", isLearned: true },
          },
          uses: [{ id: "9", by: "space", writer: writers.ana, mine: true, day: "2026-11-21" }],
        },
        comes: "waits",
        earlier: 1,
      }),
      places: [today, people, link, { at: "linked" }, { at: "device" }],
    },
  ]
}

function heardIn<Name extends Teller>(story: Story<Name>): readonly Heard<Name>[] {
  return tellStory(story).steps.flatMap(({ step, entry, verdict }) =>
    verdict.ok ? [{ who: step.who, entry }] : [],
  )
}

/** Text that people wrote; all else in a body is a choice, a day or a name of an entry. */
const written = new Set([
  "title",
  "what",
  "happened",
  "did",
  "need",
  "note",
  "how",
  "why",
  "hid",
  "impact",
  "later",
  "text",
  "missing",
  "when",
  "will",
  "reason",
  "helper",
  "name",
])
const choices = new Set(["how"])

export function worldOf(source: Source, people: (text: string) => string): World {
  return createWorld({
    heard: source.heard.map(({ who, entry }) => ({
      who,
      entry: { ...entry, body: rewritten(entry.body, people) },
    })),
    clock: () => source.now,
    later: () => () => undefined,
    bowl: source.id.length * 7919,
    together: source.heard.some(({ entry }) => entry.log === "shared"),
    names: {
      ana: people("Ana"),
      ben: people("Ben"),
      ...(source.three === undefined ? {} : { cleo: people("Cleo") }),
    },
    ...(source.left === undefined ? {} : { left: source.left }),
    ...(source.more === undefined ? {} : { more: source.more }),
    ...(source.begun ? { sample: (key) => sampled(key, people) } : {}),
  })
}

function rewritten(value: unknown, people: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, people))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => {
      const isChoice = choices.has(key) && typeof item === "string" && /^[a-z-]+$/.test(item)
      return [
        key,
        typeof item === "string" && written.has(key) && !isChoice ? people(item) : rewritten(item, people),
      ]
    }),
  )
}

/** Words in a page that is begun, with one the coach would mark. */
function sampled(key: string, people: (text: string) => string): string {
  const part = key.split(":").at(-1) ?? ""
  if (key.startsWith("setting.") || key.includes(".looked:") || !written.has(part)) return ""
  return people(
    "I was late on Thursday. I am sorry if that hurt you. The table was laid and the children asked.",
  )
}
