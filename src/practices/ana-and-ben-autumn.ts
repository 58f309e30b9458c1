import { alone, both, once, together, zone } from "./ana-and-ben-steps.ts"
import type { Step } from "./practice.ts"

// October. A promise is let go for a better one; another loan comes to light.

const blank = { did: "", how: "", why: "", hid: "", impact: "", later: "" }
const addition = {
  ...blank,
  matter: "@loans",
  did: "There was one more: 400 from Tom, in May. I left it out.",
  why: "It was small, and I wanted the list to be finished.",
  addition: "@account",
}
const third =
  "Ana, I left out what I owe Tom. You asked me straight out whether that was all, and I said yes. I am sorry. You had just begun to sleep."

export const autumn: readonly Step[] = [
  // At dinner, no more about the loans: a promise that was let go for a better one.
  together(
    "ana",
    "promises.made",
    {
      when: "When we have dinner",
      will: "I will not bring up the loans.",
      due: "2026-09-28T19:00",
      zone,
      repeat: "daily",
      until: "2026-10-11",
    },
    "2026-09-27",
    { as: "dinner" },
  ),
  together(
    "ana",
    "promises.settled",
    { target: both("dinner"), occurrence: "2026-09-28T19:00", ending: "kept", note: "" },
    "2026-09-28",
  ),
  together(
    "ana",
    "promises.settled",
    { target: both("dinner"), occurrence: "2026-09-29T19:00", ending: "found", note: "You stopped me." },
    "2026-09-30",
    { as: "dinner-found" },
  ),
  together(
    "ben",
    "promises.seen",
    { target: both("dinner-found"), view: "differently", note: "You had stopped by yourself." },
    "2026-09-30",
  ),
  ...["2026-09-30", "2026-10-01"].map((day) =>
    together(
      "ana",
      "promises.settled",
      { target: both("dinner"), occurrence: `${day}T19:00`, ending: "kept", note: "" },
      day,
    ),
  ),
  together(
    "ana",
    "promises.ended",
    { target: both("dinner"), reason: "We have Sundays at the table now." },
    "2026-10-01",
  ),
  together("ana", "promises.ended", { target: both("dinner"), reason: "" }, "2026-10-02", {
    refused: "promises.has-ended",
  }),

  // A later truth.
  together("ben", "account.told", addition, "2026-10-03", { as: "addition" }),
  alone("ana", "account.gate", { target: "@addition", choice: "ready" }, "2026-10-04"),
  together(
    "ben",
    "apology.sent",
    {
      matter: "@loans",
      way: "letter",
      text: third,
      repairs: [
        { what: "I will pay Tom back by Christmas.", kind: "give-back" },
        { what: "You see my account whenever you want.", kind: "own-it" },
      ],
    },
    "2026-10-05",
    { as: "third" },
  ),
  alone("ana", "apology.gate", { target: "@third", choice: "in-person" }, "2026-10-05"),
  together("ana", "apology.wished", { target: "@third", wish: "in-person" }, "2026-10-05"),
  alone(
    "ben",
    "apology.kept",
    {
      matter: "@loans",
      way: "face",
      text: "Tom. May. I said yes when you asked. Then be silent.",
      asks: false,
    },
    "2026-10-06",
  ),
  alone(
    "ben",
    "apology.said-aloud",
    {
      matter: "@loans",
      way: "face",
      on: "2026-10-07",
      note: "She cried, and then we walked. I did not explain.",
    },
    "2026-10-07",
  ),
  alone("ana", "apology.gate", { target: "@third", choice: "ready" }, "2026-10-09"),
  together("ana", "apology.answered", { target: both("third"), heard: "heard", missing: "" }, "2026-10-09"),
  together("ana", "apology.repair-accepted", { target: both("third"), item: 0 }, "2026-10-09", {
    as: "tom-yes",
  }),
  alone("ana", "apology.repair-left", { offer: "@third", item: 1 }, "2026-10-09"),
  together(
    "ben",
    "promises.made",
    once("I will pay Tom back the 400.", "2026-12-19T12:00", { matter: "@loans", from: "@tom-yes" }),
    "2026-10-10",
  ),
  alone("ben", "apology.repair-carried", { accepted: "@tom-yes", how: "done" }, "2026-10-10"),

  // For himself alone: a way home that does not pass the shop.
  alone(
    "ben",
    "promises.intended",
    {
      when: "On Friday evening",
      will: "I will walk home along the canal.",
      due: "2026-10-16T18:00",
      zone,
      repeat: "weekly",
    },
    "2026-10-12",
    { as: "canal" },
  ),
  alone(
    "ben",
    "promises.own-settled",
    { promise: "@canal", occurrence: "2026-10-16T18:00", ending: "kept", note: "" },
    "2026-10-16",
  ),
  alone(
    "ben",
    "promises.own-settled",
    { promise: "@canal", occurrence: "2026-10-23T18:00", ending: "found", note: "I took the tram." },
    "2026-10-24",
  ),
  alone(
    "ben",
    "promises.own-settled",
    { promise: "@canal", occurrence: "2026-10-30T18:00", ending: "kept", note: "" },
    "2026-10-30",
  ),
  alone(
    "ben",
    "promises.own-settled",
    { promise: "@canal", occurrence: "2026-11-06T18:00", ending: "kept", note: "" },
    "2026-11-06",
  ),
  alone(
    "ben",
    "promises.own-settled",
    { promise: "@canal", occurrence: "2026-11-13T18:00", ending: "kept", note: "" },
    "2026-11-13",
  ),
]
