import type { Story } from "../practice.ts"

/** The other direction, and an apology that nobody hears. */
export const more: readonly Story[] = [
  {
    id: "apology.ana-writes-to-ben",
    title:
      "Ana writes to Ben about another thing; he lets her know “not now”, takes that back, and asks her to leave it.",
    steps: [
      {
        who: "ana",
        log: "shared",
        kind: "matters.opened",
        body: { title: "What I told your brother" },
        day: "2026-11-12",
        as: "brother",
      },
      {
        who: "ana",
        log: "shared",
        kind: "apology.sent",
        body: {
          matter: "@brother",
          way: "letter",
          text: "Ben, I told your brother about your illness. It was yours to tell. I am sorry.",
          repairs: [{ what: "I will tell him to keep it to himself.", kind: "undo" }],
        },
        day: "2026-11-12",
        as: "letter",
      },
      {
        who: "ben",
        log: "private",
        kind: "apology.gate",
        body: { target: "@letter", choice: "not-yet" },
        day: "2026-11-12",
      },
      {
        who: "ben",
        log: "shared",
        kind: "apology.wished",
        body: { target: "@letter", wish: "not-now" },
        day: "2026-11-12",
        as: "not-now",
      },
      {
        who: "ben",
        log: "shared",
        kind: "apology.taken-back",
        body: { target: "@not-now" },
        day: "2026-11-13",
      },
      {
        who: "ben",
        log: "private",
        kind: "apology.gate",
        body: { target: "@letter", choice: "not-at-all" },
        day: "2026-11-14",
      },
      {
        who: "ben",
        log: "shared",
        kind: "apology.wished",
        body: { target: "@letter", wish: "please-dont" },
        day: "2026-11-14",
        as: "please-dont",
      },
      {
        who: "ana",
        log: "shared",
        kind: "apology.repair-accepted",
        body: { target: { ref: "@letter", version: "#letter" }, item: 0 },
        day: "2026-11-15",
        refused: "apology.own-repair",
      },
    ],
    then: {
      shared: {
        letters: [{ ref: "@letter", writer: "@ana" }],
        wishes: [{ ref: "@please-dont", wish: "please-dont", writer: "@ben" }],
        answers: [],
        accepted: [],
        takenBack: [{ ref: "@not-now", writer: "@ben", day: "2026-11-13" }],
      },
      ben: { gates: [{ target: "@letter", choice: "not-at-all" }] },
      ana: { gates: [] },
    },
  },
  {
    id: "apology.said-to-nobody",
    title: "Ben says it aloud at his mother’s grave, from a few words he had kept; no letter goes anywhere.",
    steps: [
      {
        who: "ben",
        log: "private",
        kind: "matters.kept",
        body: { title: "The last winter", mine: "i-did", what: "" },
        day: "2026-11-02",
        as: "winter",
      },
      {
        who: "ben",
        log: "private",
        kind: "apology.kept",
        body: { matter: "@winter", way: "voice", text: "I did not come. It was my choice.", asks: true },
        day: "2026-11-02",
        as: "card",
      },
      {
        who: "ben",
        log: "private",
        kind: "apology.said-aloud",
        body: { matter: "@winter", way: "voice", on: "2026-11-22", note: "" },
        day: "2026-11-23",
        as: "said",
      },
      {
        who: "ben",
        log: "shared",
        kind: "apology.said-aloud",
        body: { matter: "@winter", way: "voice", on: "2026-11-22", note: "" },
        day: "2026-11-23",
        refused: "house.wrong-log",
      },
    ],
    then: {
      ben: { kept: [{ ref: "@card", asks: true }], said: [{ ref: "@said", on: "2026-11-22" }] },
      ana: { kept: [], said: [] },
      shared: { letters: [], takenBack: [] },
    },
  },
]
