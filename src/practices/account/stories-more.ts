import type { Story } from "../practice.ts"

const nothing = { did: "", how: "", why: "", hid: "", impact: "", later: "" }

/** Both directions, and one that stays with its writer. */
export const more: readonly Story[] = [
  {
    id: "account.both-tell",
    title:
      "Ana tells Ben what she did, in a matter of its own; his account of another thing stands beside it, and neither is set against the other.",
    steps: [
      {
        who: "ben",
        log: "shared",
        kind: "matters.opened",
        body: { title: "The loans" },
        day: "2026-11-09",
        as: "loans",
      },
      {
        who: "ben",
        log: "shared",
        kind: "account.told",
        body: { matter: "@loans", ...nothing, did: "I took out two loans and did not tell you." },
        day: "2026-11-10",
        as: "his",
      },
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
        kind: "account.told",
        body: {
          matter: "@brother",
          ...nothing,
          did: "I told him about your illness.",
          why: "I was alone with it.",
        },
        day: "2026-11-12",
        as: "hers",
      },
      {
        who: "ben",
        log: "private",
        kind: "account.gate",
        body: { target: "@hers", choice: "in-person" },
        day: "2026-11-13",
      },
      {
        who: "ana",
        log: "shared",
        kind: "account.taken-back",
        body: { target: "@his" },
        day: "2026-11-13",
        refused: "account.not-yours",
      },
    ],
    then: {
      shared: {
        told: [
          { ref: "@his", writer: "@ben", matter: "@loans" },
          { ref: "@hers", writer: "@ana", matter: "@brother" },
        ],
        takenBack: [],
      },
      ana: { gates: [] },
      ben: { gates: [{ target: "@hers", choice: "in-person" }] },
    },
  },
  {
    id: "account.never-sent",
    title: "Ana writes an account for someone who has died; it is kept in two versions, and goes nowhere.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.started",
        body: { start: "hurt", relation: "nobody" },
        day: "2026-11-02",
      },
      {
        who: "ana",
        log: "private",
        kind: "matters.kept",
        body: { title: "The last summer", mine: "i-did", what: "" },
        day: "2026-11-02",
        as: "summer",
      },
      {
        who: "ana",
        log: "private",
        kind: "account.kept",
        body: { matter: "@summer", ...nothing, did: "I did not come when you called." },
        day: "2026-11-02",
        as: "first",
      },
      {
        who: "ana",
        log: "private",
        kind: "account.kept",
        body: {
          matter: "@summer",
          ...nothing,
          did: "I did not come when you called.",
          why: "I was afraid to see you ill.",
        },
        day: "2026-11-20",
        as: "second",
      },
    ],
    then: {
      ana: { kept: [{ ref: "@first" }, { ref: "@second", why: "I was afraid to see you ill." }] },
      ben: { kept: [] },
      shared: { told: [], takenBack: [] },
    },
  },
]
