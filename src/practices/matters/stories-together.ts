import type { Story } from "../practice.ts"

/** What Ana and Ben do here with each other. */
export const together: readonly Story[] = [
  {
    id: "matters.ana-says-that-it-hurt",
    title:
      "Ana writes that it hurt, keeps it for herself, and days later sends it; Ben opens it and says what he did not know.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "matters.kept",
        body: { title: "The loans", mine: "was-done-to-me", what: "" },
        day: "2026-11-02",
        as: "own",
      },
      {
        who: "ana",
        log: "private",
        kind: "matters.hurt-kept",
        body: { matter: "@own", happened: "I found the letters.", did: "", need: "" },
        day: "2026-11-02",
      },
      {
        who: "ana",
        log: "private",
        kind: "matters.hurt-kept",
        body: {
          matter: "@own",
          happened: "I found the letters.",
          did: "I count every coin now, and I lie awake.",
          need: "To see every account, once, at the table.",
        },
        day: "2026-11-05",
        as: "kept",
      },
      {
        who: "ana",
        log: "shared",
        kind: "matters.opened",
        body: { title: "The loans" },
        day: "2026-11-09",
        as: "ours",
      },
      {
        who: "ana",
        log: "shared",
        kind: "matters.hurt-said",
        body: {
          matter: "@ours",
          happened: "I found the letters.",
          did: "I count every coin now, and I lie awake.",
          need: "To see every account, once, at the table.",
        },
        day: "2026-11-09",
        as: "said",
      },
      {
        who: "ben",
        log: "private",
        kind: "matters.gate",
        body: { target: "@said", choice: "not-yet" },
        day: "2026-11-09",
      },
      {
        who: "ben",
        log: "private",
        kind: "matters.gate",
        body: { target: "@said", choice: "ready" },
        day: "2026-11-10",
      },
      {
        who: "ben",
        log: "shared",
        kind: "matters.remarked",
        body: {
          target: { ref: "@said", version: "#said" },
          remark: "did-not-know",
          note: "I did not know that you lie awake.",
        },
        day: "2026-11-11",
        as: "remark",
      },
      {
        who: "ana",
        log: "shared",
        kind: "matters.remarked",
        body: { target: { ref: "@said", version: "#said" }, remark: "left-out", note: "" },
        day: "2026-11-11",
        refused: "matters.own-remark",
      },
    ],
    then: {
      shared: {
        matters: [{ ref: "@ours", title: "The loans", writer: "@ana" }],
        said: [{ ref: "@said", matter: "@ours", writer: "@ana" }],
        remarks: [{ ref: "@remark", writer: "@ben", remark: "did-not-know" }],
      },
      ana: { kept: [{}, { ref: "@kept" }], gates: [] },
      ben: { gates: [{ target: "@said", choice: "ready" }] },
    },
  },
  {
    id: "matters.taken-back",
    title: "Ana takes back what she said; only she can.",
    steps: [
      {
        who: "ana",
        log: "shared",
        kind: "matters.opened",
        body: { title: "The loans" },
        day: "2026-11-09",
        as: "ours",
      },
      {
        who: "ana",
        log: "shared",
        kind: "matters.hurt-said",
        body: { matter: "@ours", happened: "I found the letters.", did: "", need: "" },
        day: "2026-11-09",
        as: "said",
      },
      {
        who: "ben",
        log: "shared",
        kind: "matters.taken-back",
        body: { target: "@said" },
        day: "2026-11-10",
        refused: "matters.not-yours",
      },
      { who: "ana", log: "shared", kind: "matters.taken-back", body: { target: "@said" }, day: "2026-11-12" },
      { who: "ana", log: "shared", kind: "matters.taken-back", body: { target: "@said" }, day: "2026-11-13" },
    ],
    then: {
      shared: {
        matters: [{ ref: "@ours" }],
        said: [],
        takenBack: [{ ref: "@said", writer: "@ana", day: "2026-11-12" }],
      },
    },
  },
  {
    id: "matters.ben-tells-his-side-under-anas-matter",
    title: "Ben speaks in the matter Ana opened, and his words stand although she takes the opening back.",
    steps: [
      {
        who: "ana",
        log: "shared",
        kind: "matters.opened",
        body: { title: "That week" },
        day: "2026-11-09",
        as: "ours",
      },
      {
        who: "ben",
        log: "shared",
        kind: "matters.hurt-said",
        body: { matter: "@ours", happened: "", did: "I was ashamed and I hid it.", need: "" },
        day: "2026-11-10",
        as: "his",
      },
      { who: "ana", log: "shared", kind: "matters.taken-back", body: { target: "@ours" }, day: "2026-11-11" },
      {
        who: "ben",
        log: "shared",
        kind: "matters.remarked",
        body: { target: { ref: "@ours", version: "#ours" }, remark: "left-out", note: "It began in spring." },
        day: "2026-11-12",
      },
    ],
    then: {
      shared: {
        matters: [],
        said: [{ ref: "@his", writer: "@ben" }],
        remarks: [{ note: "It began in spring." }],
        takenBack: [{ ref: "@ours" }],
      },
    },
  },
]
