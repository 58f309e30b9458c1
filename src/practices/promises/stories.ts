import type { Day, Step, Story } from "../practice.ts"
import { bothPromise } from "./stories-both.ts"

type Who = Step["who"]
function together(who: Who, kind: string, body: unknown, day: Day, more: Partial<Step> = {}): Step {
  return { who, log: "shared", kind: `promises.${kind}`, body, day, ...more }
}
function alone(who: Who, kind: string, body: unknown, day: Day, more: Partial<Step> = {}): Step {
  return { who, log: "private", kind: `promises.${kind}`, body, day, ...more }
}

const leavingWork = {
  when: "When I leave work",
  will: "I will send you a message with the time I’ll be home.",
  due: "2026-11-09T18:30",
  zone: "Europe/Berlin",
  repeat: "weekdays",
  until: "2026-12-18",
}
const bank = {
  when: "",
  will: "I will show you the letters from the bank.",
  zone: "Europe/Berlin",
  repeat: "once",
}
const made = { ref: "@made", version: "#made" }
const kept = { ending: "kept", note: "" }
const saidEnding = { ref: "@said", version: "#said" }
/** How one due time of Ben's promise went. */
function settled(occurrence: string, body: object, day: Day, more: Partial<Step> = {}): Step {
  return together("ben", "settled", { target: made, occurrence, note: "", ...body }, day, more)
}

export const stories: readonly Story[] = [
  {
    id: "promises.missed-and-told",
    title: "Ben keeps two evenings, forgets the third and tells Ana before she asks; she saw it.",
    steps: [
      together("ben", "made", leavingWork, "2026-11-08", { as: "made" }),
      settled("2026-11-09T18:30", kept, "2026-11-09"),
      settled("2026-11-10T18:30", kept, "2026-11-10"),
      settled(
        "2026-11-11T18:30",
        { ending: "told", note: "I forgot. I noticed on the train." },
        "2026-11-11",
        { as: "told" },
      ),
      together(
        "ana",
        "seen",
        { target: { ref: "@told", version: "#told" }, view: "saw", note: "" },
        "2026-11-12",
      ),
    ],
    then: {
      shared: {
        promises: [{ ref: "@made", writer: "@ben" }],
        endings: [{ ending: "kept" }, { ending: "kept" }, { ending: "told", promise: "@made" }],
        seen: [{ ending: "@told", view: "saw" }],
      },
      ana: { promises: [] },
    },
  },
  {
    id: "promises.changed-in-time",
    title: "Ben sees that Friday will not do, says so the day before, and keeps the new time.",
    steps: [
      together("ben", "made", { ...bank, due: "2026-11-13T18:00" }, "2026-11-08", { as: "made" }),
      settled("2026-11-13T18:00", { ending: "changed", note: "" }, "2026-11-12", {
        refused: "promises.new-time-needed",
      }),
      settled("2026-11-13T18:00", { ending: "changed", note: "", due: "2026-11-13T18:00" }, "2026-11-12", {
        refused: "promises.due-then-anyway",
      }),
      settled(
        "2026-11-13T18:00",
        { ending: "changed", note: "The bank sends them on Saturday.", due: "2026-11-14T12:00" },
        "2026-11-12",
      ),
      settled("2026-11-14T12:00", { ...kept, due: "2026-11-15T12:00" }, "2026-11-14", {
        refused: "promises.time-without-change",
      }),
      settled("2026-11-14T12:00", kept, "2026-11-14"),
    ],
    then: {
      shared: {
        endings: [
          { occurrence: "2026-11-13T18:00", ending: "changed", due: "2026-11-14T12:00" },
          { occurrence: "2026-11-14T12:00", ending: "kept", due: null },
        ],
      },
    },
  },
  {
    id: "promises.only-its-author",
    title:
      "Only Ben says how Ben’s promise ended, once for each time; Ana may see it differently, and both views stand.",
    steps: [
      together("ben", "made", leavingWork, "2026-11-08", { as: "made" }),
      together(
        "ana",
        "settled",
        { target: made, occurrence: "2026-11-09T18:30", ending: "found", note: "" },
        "2026-11-09",
        { refused: "promises.only-its-author" },
      ),
      settled("2026-11-09T18:30", kept, "2026-11-09", {
        as: "said",
      }),
      settled("2026-11-09T18:30", { ending: "told", note: "" }, "2026-11-10", {
        refused: "promises.ended-already",
      }),
      settled("2026-11-14T18:30", kept, "2026-11-14", {
        refused: "promises.not-due-then",
      }),
      together(
        "ana",
        "seen",
        { target: saidEnding, view: "differently", note: "It came at eight." },
        "2026-11-10",
      ),
      together("ben", "seen", { target: saidEnding, view: "saw", note: "" }, "2026-11-10", {
        refused: "promises.own-ending",
      }),
      together(
        "ana",
        "seen",
        { target: { ref: "@said", version: "#made" }, view: "saw", note: "" },
        "2026-11-10",
        { refused: "promises.no-such-ending" },
      ),
    ],
    then: {
      shared: {
        endings: [{ ref: "@said", ending: "kept", writer: "@ben" }],
        seen: [{ ending: "@said", view: "differently", note: "It came at eight.", writer: "@ana" }],
      },
    },
  },
  {
    id: "promises.ended",
    title:
      "Ben’s promise is no longer needed; he ends it, with the reason, and nothing falls due after that.",
    steps: [
      together("ben", "made", { ...leavingWork, until: "2026-11-01" }, "2026-11-08", {
        refused: "promises.ends-first",
      }),
      together("ben", "made", leavingWork, "2026-11-08", { as: "made" }),
      together("ana", "ended", { target: made, reason: "" }, "2026-11-10", {
        refused: "promises.only-its-author",
      }),
      together("ben", "ended", { target: made, reason: "I work from home now." }, "2026-11-10"),
      together("ben", "ended", { target: made, reason: "" }, "2026-11-11", { refused: "promises.has-ended" }),
      settled("2026-11-11T18:30", kept, "2026-11-11", {
        refused: "promises.has-ended",
      }),
      together("ben", "ended", { target: { ref: "@made", version: "@made" }, reason: "" }, "2026-11-11", {
        refused: "promises.no-such-promise",
      }),
    ],
    then: { shared: { ended: [{ promise: "@made", day: "2026-11-10", reason: "I work from home now." }] } },
  },
  {
    id: "promises.ana-alone",
    title:
      "Ana promises herself one walk a week; she misses one, says so to herself, and lets the promise go.",
    steps: [
      alone(
        "ana",
        "intended",
        {
          when: "On Sunday afternoon",
          will: "I will walk to the river.",
          due: "2026-11-08T15:00",
          zone: "Europe/Berlin",
          repeat: "weekly",
        },
        "2026-11-05",
        { as: "walk" },
      ),
      alone(
        "ana",
        "own-settled",
        { promise: "@walk", occurrence: "2026-11-08T15:00", ...kept },
        "2026-11-08",
      ),
      alone(
        "ana",
        "own-settled",
        { promise: "@walk", occurrence: "2026-11-15T15:00", ending: "found", note: "I slept instead." },
        "2026-11-16",
      ),
      alone("ana", "own-ended", { promise: "@walk", reason: "" }, "2026-11-20"),
      alone("ana", "own-ended", { promise: "@walk", reason: "" }, "2026-11-21", {
        refused: "promises.has-ended",
      }),
    ],
    then: {
      ana: {
        promises: [{ ref: "@walk", will: "I will walk to the river." }],
        endings: [{ ending: "kept" }, { ending: "found", note: "I slept instead." }],
        ended: [{ promise: "@walk" }],
      },
      ben: { promises: [], endings: [] },
      shared: { promises: [] },
    },
  },
  bothPromise,
  {
    id: "promises.nothing-said",
    title:
      "Ben lets a time pass without a word; days later it is too late to call it changed, and he says that he missed it.",
    steps: [
      together("ben", "made", { ...bank, due: "2026-11-13T18:00" }, "2026-11-08", { as: "made" }),
      settled("2026-11-13T18:00", { ending: "changed", note: "", due: "2026-11-20T18:00" }, "2026-11-16", {
        refused: "promises.changed-too-late",
      }),
      settled("2026-11-13T18:00", { ending: "found", note: "Ana asked me on Sunday." }, "2026-11-16"),
    ],
    then: { shared: { endings: [{ ending: "found" }] } },
  },
]
