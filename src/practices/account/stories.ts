import type { Step, Story } from "../practice.ts"
import { more } from "./stories-more.ts"

const nothing = { did: "", how: "", why: "", hid: "", impact: "", later: "" }
const whole = {
  did: "I took out two loans and did not tell you.",
  how: "The first in March, at the kitchen table, while you slept.",
  why: "I was ashamed that my pay was not enough.",
  hid: "I took the letters out of the box before you came home.",
  impact: "You asked me straight out and you trusted my answer.",
  later: "There is a third letter, at work.",
}

/** A ref of a device that neither of them has. */
const nobodys = "A".repeat(43)

const opened = {
  who: "ben",
  log: "shared",
  kind: "matters.opened",
  body: { title: "The loans" },
  day: "2026-11-09",
  as: "ours",
} as const satisfies Step
const told = {
  who: "ben",
  log: "shared",
  kind: "account.told",
  body: { matter: "@ours", ...whole },
  day: "2026-11-10",
  as: "told",
} as const satisfies Step

export const stories: readonly Story[] = [
  {
    id: "account.kept-and-told",
    title: "Ben writes his account alone, keeps it, and a week later tells it to Ana, whole.",
    steps: [
      {
        who: "ben",
        log: "private",
        kind: "matters.kept",
        body: { title: "The loans", mine: "i-did", what: "" },
        day: "2026-11-02",
        as: "own",
      },
      {
        who: "ben",
        log: "private",
        kind: "account.kept",
        body: { matter: "@own", ...nothing, did: "I took out two loans." },
        day: "2026-11-02",
        as: "first",
      },
      {
        who: "ben",
        log: "private",
        kind: "account.kept",
        body: { matter: "@own", ...whole },
        day: "2026-11-08",
        as: "second",
      },
      opened,
      told,
    ],
    then: {
      shared: {
        told: [{ ref: "@told", matter: "@ours", writer: "@ben", addition: null, did: whole.did }],
        takenBack: [],
      },
      ben: { kept: [{ ref: "@first" }, { ref: "@second", later: whole.later }] },
      ana: { kept: [], gates: [] },
    },
  },
  {
    id: "account.the-readers-gate",
    title:
      "Ana lets it lie, opens it one evening, and puts it away again; nothing of that is ever in what both see.",
    steps: [
      opened,
      told,
      {
        who: "ana",
        log: "private",
        kind: "account.gate",
        body: { target: "@told", choice: "not-yet" },
        day: "2026-11-10",
      },
      {
        who: "ana",
        log: "private",
        kind: "account.gate",
        body: { target: "@told", choice: "ready" },
        day: "2026-11-14",
      },
      {
        who: "ana",
        log: "private",
        kind: "account.gate",
        body: { target: "@told", choice: "not-yet" },
        day: "2026-11-15",
      },
      {
        who: "ana",
        log: "shared",
        kind: "account.gate",
        body: { target: "@told", choice: "ready" },
        day: "2026-11-15",
        refused: "house.wrong-log",
      },
    ],
    then: {
      ana: { gates: [{ target: "@told", choice: "not-yet" }] },
      ben: { gates: [] },
      shared: { told: [{ ref: "@told" }] },
    },
  },
  {
    id: "account.a-later-addition",
    title: "Ben remembers more and adds it, labelled as an addition; he cannot hang it on a page of Ana's.",
    steps: [
      {
        who: "ana",
        log: "shared",
        kind: "matters.opened",
        body: { title: "The loans" },
        day: "2026-11-09",
        as: "ours",
      },
      told,
      {
        who: "ben",
        log: "shared",
        kind: "account.told",
        body: { matter: "@ours", ...nothing, did: "There was a fourth letter too.", addition: "@told" },
        day: "2026-11-20",
        as: "more",
      },
      {
        who: "ben",
        log: "shared",
        kind: "account.told",
        body: { matter: "@ours", ...nothing, did: "More.", addition: "@ours" },
        day: "2026-11-20",
        refused: "account.addition-not-yours",
      },
    ],
    then: {
      shared: {
        told: [
          { ref: "@told", addition: null },
          { ref: "@more", addition: "@told" },
        ],
      },
    },
  },
  {
    id: "account.taken-back",
    title: "Ben takes his account back; that he did, and the day, stay. Only its writer can.",
    steps: [
      opened,
      told,
      {
        who: "ana",
        log: "shared",
        kind: "account.taken-back",
        body: { target: "@told" },
        day: "2026-11-11",
        refused: "account.not-yours",
      },
      { who: "ben", log: "shared", kind: "account.taken-back", body: { target: "@told" }, day: "2026-11-12" },
      { who: "ben", log: "shared", kind: "account.taken-back", body: { target: "@told" }, day: "2026-11-14" },
    ],
    then: { shared: { told: [], takenBack: [{ ref: "@told", writer: "@ben", day: "2026-11-12" }] } },
  },
  ...more,
  {
    id: "account.what-is-not-taken",
    title: "An empty account is not kept or told, and one about a matter of nobody here is set aside.",
    steps: [
      {
        who: "ben",
        log: "private",
        kind: "account.kept",
        body: { matter: nobodys, ...nothing, why: "  \n" },
        day: "2026-11-02",
        refused: "account.empty",
      },
      {
        who: "ben",
        log: "shared",
        kind: "account.told",
        body: { matter: nobodys, ...whole },
        day: "2026-11-02",
        refused: "account.no-such-matter",
      },
      {
        who: "ben",
        log: "shared",
        kind: "matters.opened",
        body: { title: "The loans" },
        day: "2026-11-02",
        as: "ours",
      },
      {
        who: "ben",
        log: "shared",
        kind: "account.told",
        body: { matter: "@ours", ...nothing },
        day: "2026-11-02",
        refused: "account.empty",
      },
      {
        who: "ben",
        log: "shared",
        kind: "account.told",
        body: { matter: "@ours", ...whole, readAt: "2026-11-02" },
        day: "2026-11-02",
        refused: "house.shape",
      },
    ],
    then: { shared: { told: [] }, ben: { kept: [] } },
  },
]
