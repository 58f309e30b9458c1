import type { Story } from "../practice.ts"
import { together } from "./stories-together.ts"

/** A ref of a device that neither of them has. */
const nobodys = "A".repeat(43)

export const stories: readonly Story[] = [
  ...together,
  {
    id: "matters.ben-is-it-over",
    title: "Ben names what he did, sees that it still goes on, and says how it ends; later it has ended.",
    steps: [
      {
        who: "ben",
        log: "private",
        kind: "matters.kept",
        body: {
          title: "The loans",
          kind: "hidden",
          mine: "i-did",
          what: "I borrowed money and hid the letters.",
        },
        day: "2026-11-02",
        as: "loans",
      },
      {
        who: "ben",
        log: "private",
        kind: "matters.over",
        body: { matter: "@loans", answer: "not-sure" },
        day: "2026-11-02",
      },
      {
        who: "ben",
        log: "private",
        kind: "matters.over",
        body: {
          matter: "@loans",
          answer: "going-on",
          what: "I will cancel the second card",
          by: "2026-11-06",
          helper: "my sister Ines",
        },
        day: "2026-11-03",
        as: "going-on",
      },
    ],
    then: {
      ben: {
        matters: [{ ref: "@loans", title: "The loans", kind: "hidden", mine: "i-did" }],
        over: [{ matter: "@loans", answer: "going-on", by: "2026-11-06", helper: "my sister Ines" }],
      },
      ana: { matters: [], over: [] },
      shared: { matters: [], said: [] },
    },
  },
  {
    id: "matters.closed-and-open-again",
    title:
      "Ana closes a matter, finds that it is not closed for her, and opens it again; she also finds better words.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "matters.kept",
        body: { title: "2 November", mine: "was-done-to-me", what: "" },
        day: "2026-11-02",
        as: "loans",
      },
      { who: "ana", log: "private", kind: "matters.closed", body: { matter: "@loans" }, day: "2026-11-20" },
      { who: "ana", log: "private", kind: "matters.closed", body: { matter: "@loans" }, day: "2026-11-21" },
      { who: "ana", log: "private", kind: "matters.reopened", body: { matter: "@loans" }, day: "2026-12-01" },
      {
        who: "ana",
        log: "private",
        kind: "matters.rewritten",
        body: {
          matter: "@loans",
          title: "The letters in the drawer",
          kind: "money",
          mine: "was-done-to-me",
          what: "I found the letters.",
        },
        day: "2026-12-01",
      },
    ],
    then: {
      ana: { closed: [], matters: [{ ref: "@loans", title: "The letters in the drawer", kind: "money" }] },
      ben: { matters: [] },
    },
  },
  {
    id: "matters.what-is-not-taken",
    title:
      "An empty page is not kept or sent, a matter of nobody here is no matter, and a private page cannot slip into what both see.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "matters.hurt-kept",
        body: { matter: nobodys, happened: " ", did: "", need: "\n" },
        day: "2026-11-09",
        refused: "matters.empty",
      },
      {
        who: "ana",
        log: "shared",
        kind: "matters.hurt-said",
        body: {
          matter: nobodys,
          happened: "I found the letters.",
          did: "",
          need: "",
        },
        day: "2026-11-09",
        refused: "matters.no-such-matter",
      },
      {
        who: "ana",
        log: "shared",
        kind: "matters.hurt-kept",
        body: {
          matter: nobodys,
          happened: "I found the letters.",
          did: "",
          need: "",
        },
        day: "2026-11-09",
        refused: "house.wrong-log",
      },
      {
        who: "ben",
        log: "shared",
        kind: "matters.opened",
        body: { title: "Ours", score: 3 },
        day: "2026-11-09",
        refused: "house.shape",
      },
    ],
    then: { shared: { matters: [], said: [] }, ana: { kept: [] } },
  },
]
