import { alone, both, once, together, zone } from "./ana-and-ben-steps.ts"
import type { Step } from "./practice.ts"

// What Ben offered becomes two promises; later one that comes back every weekday: when he leaves work, he says when he will be home.

const said = (day: string, body: object, on = day, more: Partial<Step> = {}): Step =>
  together(
    "ben",
    "promises.settled",
    { target: both("home"), occurrence: `${day}T18:30`, note: "", ...body },
    on,
    more,
  )
const kept = (day: string): Step => said(day, { ending: "kept" })

export const repairs: readonly Step[] = [
  // What was offered becomes two promises: one is changed in good time and kept, one kept at once.
  together(
    "ben",
    "promises.made",
    once("I will show you every letter from the bank.", "2026-09-19T11:00", {
      matter: "@loans",
      from: "@bank-yes",
    }),
    "2026-09-13",
    { as: "bank" },
  ),
  alone("ben", "apology.repair-carried", { accepted: "@bank-yes", how: "done" }, "2026-09-13"),
  together(
    "ben",
    "promises.settled",
    {
      target: both("bank"),
      occurrence: "2026-09-19T11:00",
      ending: "changed",
      note: "The bank sends the old ones on Saturday.",
      due: "2026-09-20T15:00",
    },
    "2026-09-18",
  ),
  together(
    "ana",
    "promises.settled",
    { target: both("bank"), occurrence: "2026-09-20T15:00", ending: "kept", note: "" },
    "2026-09-20",
    { refused: "promises.only-its-author" },
  ),
  together(
    "ben",
    "promises.settled",
    {
      target: both("bank"),
      occurrence: "2026-09-20T15:00",
      ending: "kept",
      note: "All of them lie in the blue folder now.",
    },
    "2026-09-20",
    { as: "bank-kept" },
  ),
  together("ana", "promises.seen", { target: both("bank-kept"), view: "saw", note: "" }, "2026-09-20"),
  together(
    "ben",
    "promises.made",
    once("I will tell your sister the truth about the money.", "2026-09-26T18:00", {
      matter: "@loans",
      from: "@sister-yes",
    }),
    "2026-09-15",
    { as: "truth" },
  ),
  alone("ben", "apology.repair-carried", { accepted: "@sister-yes", how: "done" }, "2026-09-15"),
  together(
    "ben",
    "promises.settled",
    {
      target: both("truth"),
      occurrence: "2026-09-26T18:00",
      ending: "kept",
      note: "I rang her. She wants to ring you herself.",
    },
    "2026-09-25",
    { as: "truth-kept" },
  ),
  together(
    "ana",
    "promises.seen",
    { target: both("truth-kept"), view: "saw", note: "She rang on Sunday." },
    "2026-09-28",
  ),
]

export const evenings: readonly Step[] = [
  together(
    "ben",
    "promises.made",
    {
      when: "When I leave work",
      will: "I will send you a message with the time I’ll be home.",
      due: "2026-10-26T18:30",
      zone,
      repeat: "weekdays",
      until: "2026-12-18",
    },
    "2026-10-25",
    { as: "home" },
  ),
  kept("2026-10-26"),
  kept("2026-10-27"),
  kept("2026-10-28"),
  said(
    "2026-10-29",
    { ending: "changed", note: "A meeting until eight; I write after it.", due: "2026-10-29T20:15" },
    "2026-10-29",
  ),
  together(
    "ben",
    "promises.settled",
    { target: both("home"), occurrence: "2026-10-29T20:15", ending: "kept", note: "" },
    "2026-10-29",
  ),
  kept("2026-10-30"),
  kept("2026-11-02"),
  said(
    "2026-11-03",
    { ending: "told", note: "I forgot. I noticed on the train and rang you." },
    "2026-11-03",
    { as: "train" },
  ),
  together("ana", "promises.seen", { target: both("train"), view: "saw", note: "" }, "2026-11-03"),
  kept("2026-11-04"),
  // Saturday is none of its days, and a time ends once.
  said("2026-11-07", { ending: "kept" }, "2026-11-07", { refused: "promises.not-due-then" }),
  said("2026-11-04", { ending: "told" }, "2026-11-05", { refused: "promises.ended-already" }),
  said("2026-11-05", { ending: "found", note: "Ana asked me at nine." }, "2026-11-06", { as: "nine" }),
  together("ana", "promises.seen", { target: both("nine"), view: "saw", note: "" }, "2026-11-06"),
  said("2026-11-06", { ending: "kept" }, "2026-11-06", { as: "friday-six" }),
  together(
    "ana",
    "promises.seen",
    { target: both("friday-six"), view: "differently", note: "It came when you stood at the door." },
    "2026-11-07",
  ),
  kept("2026-11-09"),
  // Tuesday the tenth: nothing was said, and nothing is counted.
  said("2026-11-10", { ending: "changed", due: "2026-11-17T18:30" }, "2026-11-13", {
    refused: "promises.changed-too-late",
  }),
  kept("2026-11-11"),
  kept("2026-11-12"),
  kept("2026-11-13"),
  together(
    "ben",
    "promises.made",
    {
      when: "",
      will: "I will bring the October statement to the table.",
      due: "2026-11-16T20:30",
      zone,
      repeat: "once",
    },
    "2026-11-15",
    { as: "october" },
  ),
]
