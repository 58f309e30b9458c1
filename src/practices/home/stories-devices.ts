import type { Story } from "../practice.ts"

// Stories of devices: what is said for one's own devices alone.

export const deviceStories: readonly Story[] = [
  {
    id: "home.ana-links-a-device",
    title:
      "Ana links a second device: which of her devices are one and the same is for her own devices to know.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.device",
        body: { devices: [{ own: "AAECAwQFBgcICQoLDA0ODw" }] },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.device",
        body: {
          devices: [
            {
              own: "AAECAwQFBgcICQoLDA0ODw",
              log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
              there: "Dw4NDAsKCQgHBgUEAwIBAA",
            },
            { own: "EBESExQVFhcYGRobHB0eHw" },
          ],
        },
        day: "2026-12-02",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.device",
        body: { devices: [{ own: "a phone" }] },
        day: "2026-12-02",
        refused: "house.shape",
      },
    ],
    then: {
      ana: {
        devices: [
          { own: "AAECAwQFBgcICQoLDA0ODw", there: "Dw4NDAsKCQgHBgUEAwIBAA", day: "2026-12-02" },
          { own: "EBESExQVFhcYGRobHB0eHw", there: null, day: "2026-12-02" },
        ],
      },
      ben: { start: null },
    },
  },
  {
    id: "home.a-device-belongs-to-who-said-so-first",
    title:
      "A device of Ana's says that her phone in what is shared is one and the same as itself: the phone said so first.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.device",
        body: {
          devices: [
            {
              own: "AAECAwQFBgcICQoLDA0ODw",
              log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
              there: "Dw4NDAsKCQgHBgUEAwIBAA",
            },
            { own: "EBESExQVFhcYGRobHB0eHw" },
          ],
        },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.device",
        body: {
          devices: [
            {
              own: "EBESExQVFhcYGRobHB0eHw",
              log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
              there: "Dw4NDAsKCQgHBgUEAwIBAA",
            },
          ],
        },
        day: "2026-12-02",
      },
    ],
    then: {
      ana: {
        devices: [
          { own: "AAECAwQFBgcICQoLDA0ODw", there: "Dw4NDAsKCQgHBgUEAwIBAA", day: "2026-12-01" },
          { own: "EBESExQVFhcYGRobHB0eHw", there: null, day: "2026-12-01" },
        ],
      },
    },
  },
  {
    id: "home.ana-shares-later",
    title:
      "Ana shares something on her phone and lets her laptop come: what the two say to each other for that changes nothing she sees.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.space",
        body: {
          log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
          member: "AAECAwQFBgcICQoLDA0ODw",
          by: "Dw4NDAsKCQgHBgUEAwIBAA",
          own: "EBESExQVFhcYGRobHB0eHw",
        },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.asks",
        body: {
          log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
          by: "Dw4NDAsKCQgHBgUEAwIBAA",
          ed: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI",
          x: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAM",
          nonce: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQ",
          pop: "AAAA",
        },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.opens",
        body: {
          log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
          there: "EBESExQVFhcYGRobHB0eHw",
          seq: 9,
          hash: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAU",
          keys: [
            {
              epoch: 1,
              enc: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAY",
              ct: "AAAA",
            },
          ],
        },
        day: "2026-12-02",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.opens",
        body: { log: "here", there: "there", seq: -1, hash: "", keys: [] },
        day: "2026-12-02",
        refused: "house.shape",
      },
    ],
    then: { ana: { start: null, shared: [] }, ben: { start: null } },
  },
  {
    id: "home.ana-lets-a-device-go",
    title:
      "Ana lets a device go; where her own pages lie from then on is for her devices, and changes nothing she sees.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.store",
        body: {
          store: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
          batchKey: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI",
        },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.store",
        body: { store: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE", batchKey: "short" },
        day: "2026-12-01",
        refused: "house.shape",
      },
    ],
    then: { ana: { start: null, shared: [] }, ben: { start: null } },
  },
  {
    id: "home.ana-holds-an-answer",
    title:
      "Ana answers, and holds her answer back: what opens it is kept with her own pages, and changes nothing she sees.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.held",
        body: {
          answer: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
          k: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI",
        },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.held",
        body: { answer: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE", k: "short" },
        day: "2026-12-01",
        refused: "house.shape",
      },
      {
        who: "ben",
        log: "private",
        kind: "home.held",
        body: { k: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI" },
        day: "2026-12-01",
        refused: "house.shape",
      },
    ],
    then: { ana: { start: null, shared: [] }, ben: { start: null } },
  },
]
