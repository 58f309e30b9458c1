import type { Story } from "../practice.ts"

import { deviceStories } from "./stories-devices.ts"
import { movingStories } from "./stories-moving.ts"

export const stories: readonly Story[] = [
  ...deviceStories,
  ...movingStories,
  {
    id: "home.ben-begins",
    title: "Ben begins alone, says who it is about, and later shares one page.",
    steps: [
      {
        who: "ben",
        log: "private",
        kind: "home.started",
        body: { start: "hurt", relation: "partner" },
        day: "2026-11-02",
      },
      {
        who: "ben",
        log: "private",
        kind: "matters.kept",
        body: { title: "The money", mine: "i-did", what: "" },
        day: "2026-11-02",
        as: "mine",
      },
      { who: "ben", log: "private", kind: "home.in-touch", body: { answer: "yes" }, day: "2026-11-03" },
      { who: "ben", log: "private", kind: "home.safety-seen", body: {}, day: "2026-11-03" },
      { who: "ben", log: "private", kind: "home.server-seen", body: {}, day: "2026-11-03" },
      { who: "ben", log: "shared", kind: "home.named", body: { name: "Ben" }, day: "2026-11-04" },
      { who: "ana", log: "shared", kind: "home.named", body: { name: "A." }, day: "2026-11-04" },
      { who: "ana", log: "shared", kind: "home.named", body: { name: "Ana" }, day: "2026-11-05" },
      {
        who: "ben",
        log: "shared",
        kind: "matters.opened",
        body: { title: "The money" },
        day: "2026-11-05",
        as: "ours",
      },
      {
        who: "ben",
        log: "private",
        kind: "home.shared",
        body: { was: "@mine", is: "@ours" },
        day: "2026-11-05",
      },
    ],
    then: {
      shared: { names: [{ name: "Ben" }, { name: "Ana" }] },
      ben: { start: "hurt", relation: "partner", inTouch: "yes", shared: [{ was: "@mine", is: "@ours" }] },
      ana: { start: null, inTouch: null, shared: [] },
    },
  },
  {
    id: "home.asked-to-stay-away",
    title: "Ana asked Ben not to be in touch; he says so to himself, and may see it otherwise one day.",
    steps: [
      { who: "ben", log: "private", kind: "home.in-touch", body: { answer: "yes" }, day: "2026-11-02" },
      { who: "ben", log: "private", kind: "home.in-touch", body: { answer: "no" }, day: "2026-11-09" },
    ],
    then: { ben: { inTouch: "no" } },
  },
  {
    id: "home.ana-comes-by-a-link",
    title:
      "Ana comes by a link: she reads who runs the server and what sharing means, and says only her name.",
    steps: [
      { who: "ana", log: "private", kind: "home.server-seen", body: {}, day: "2026-11-04" },
      { who: "ana", log: "private", kind: "home.safety-seen", body: {}, day: "2026-11-04" },
      { who: "ana", log: "shared", kind: "home.named", body: { name: "Ana" }, day: "2026-11-04" },
    ],
    then: {
      shared: { names: [{ writer: "@ana", name: "Ana" }] },
      ana: { serverSeen: true, safetySeen: true, start: null, inTouch: null },
      ben: { serverSeen: false, safetySeen: false },
    },
  },
  {
    id: "home.ana-makes-a-sheet",
    title:
      "Ana makes a sheet to come back with; what it needs is kept for it alone, and changes nothing she sees.",
    steps: [
      {
        who: "ana",
        log: "private",
        kind: "home.sheet",
        body: { recovery: "AAECAwQFBgcICQoLDA0ODw", keys: [] },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.sheet",
        body: {
          recovery: "AAECAwQFBgcICQoLDA0ODw",
          keys: [
            {
              log: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
              member: "AAECAwQFBgcICQoLDA0ODw",
              epoch: 0,
              enc: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
              ct: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            },
          ],
        },
        day: "2026-12-01",
      },
      {
        who: "ana",
        log: "private",
        kind: "home.sheet",
        body: { recovery: "AAECAwQFBgcICQoLDA0ODw", keys: [], code: "never" },
        day: "2026-12-01",
        refused: "house.shape",
      },
    ],
    then: { ana: { start: null, shared: [] }, ben: { start: null } },
  },
  {
    id: "home.nobody-in-particular",
    title:
      "Ben writes for nobody in particular; whether he may be in touch is never asked where both could see it.",
    steps: [
      {
        who: "ben",
        log: "private",
        kind: "home.started",
        body: { start: "nobody", relation: "nobody", name: "B." },
        day: "2026-11-02",
      },
      {
        who: "ben",
        log: "private",
        kind: "home.started",
        body: { start: "unsure", relation: "friend", other: "Ines" },
        day: "2026-11-30",
      },
      {
        who: "ben",
        log: "shared",
        kind: "home.in-touch",
        body: { answer: "no" },
        day: "2026-11-30",
        refused: "house.wrong-log",
      },
    ],
    then: {
      shared: { names: [] },
      ben: { start: "unsure", relation: "friend", name: "B.", other: "Ines", inTouch: null },
    },
  },
  {
    id: "home.ben-introduces-mira",
    title: "Ben would like Mira to come in, and says to Ana what he calls her; the latest counts.",
    steps: [
      { who: "ben", log: "shared", kind: "home.named", body: { name: "Ben" }, day: "2026-12-01" },
      {
        who: "ben",
        log: "shared",
        kind: "home.introduced",
        body: { member: "AAECAwQFBgcICQoLDA0ODw", name: "M." },
        day: "2026-12-02",
      },
      {
        who: "ben",
        log: "shared",
        kind: "home.introduced",
        body: { member: "AAECAwQFBgcICQoLDA0ODw", name: "Mira" },
        day: "2026-12-03",
      },
      {
        who: "ben",
        log: "shared",
        kind: "home.introduced",
        body: { member: "AAECAwQFBgcICQoLDA0ODx", name: "No member" },
        day: "2026-12-03",
        refused: "house.shape",
      },
    ],
    then: {
      shared: { names: [{ name: "Ben" }], introduced: [{ member: "AAECAwQFBgcICQoLDA0ODw", name: "Mira" }] },
    },
  },
  {
    id: "home.no-name",
    title: "A name of blanks is no name.",
    steps: [
      {
        who: "ana",
        log: "shared",
        kind: "home.named",
        body: { name: "  " },
        day: "2026-11-05",
        refused: "house.shape",
      },
    ],
    then: { shared: { names: [] } },
  },
]
