import type { Day, Step, Story } from "../practice.ts"
import { more } from "./stories-more.ts"

type Who = Step["who"]
function together(who: Who, kind: string, body: unknown, day: Day, more: Partial<Step> = {}): Step {
  return { who, log: "shared", kind: `apology.${kind}`, body, day, ...more }
}
function alone(who: Who, kind: string, body: unknown, day: Day, more: Partial<Step> = {}): Step {
  return { who, log: "private", kind: `apology.${kind}`, body, day, ...more }
}

const matter: Step = {
  who: "ben",
  log: "shared",
  kind: "matters.opened",
  body: { title: "The loans" },
  day: "2026-11-05",
  as: "loans",
}
const words =
  "Ana, I borrowed money and hid the letters from you. That was my choice. I am sorry. You lay awake and I let you. You need not answer."
const letter = { matter: "@loans", way: "letter", text: words, repairs: [] }
const read = { ref: "@letter", version: "#letter" }
const sister = { what: "I will tell your sister the truth about the money.", kind: "tell-the-truth" }

export const stories: readonly Story[] = [
  {
    id: "apology.partly-and-a-repair",
    title: "Ana reads Ben’s letter, says what is missing, and accepts what he offers to put right.",
    steps: [
      matter,
      alone("ben", "kept", { matter: "@loans", way: "letter", text: "Ana, I", asks: false }, "2026-11-05"),
      together("ben", "sent", letter, "2026-11-06", { as: "letter" }),
      alone("ana", "gate", { target: "@letter", choice: "not-yet" }, "2026-11-06"),
      alone("ana", "gate", { target: "@letter", choice: "ready" }, "2026-11-08"),
      together(
        "ana",
        "answered",
        { target: read, heard: "partly", missing: "My sister still thinks it was me." },
        "2026-11-08",
        { as: "answer" },
      ),
      together("ben", "repair-offered", { target: "@answer", ...sister }, "2026-11-09", { as: "offer" }),
      together("ben", "repair-accepted", { target: { ref: "@offer", version: "#offer" } }, "2026-11-09", {
        refused: "apology.own-repair",
      }),
      together("ana", "repair-accepted", { target: { ref: "@offer", version: "#offer" } }, "2026-11-10", {
        as: "accepted",
      }),
      together("ana", "repair-accepted", { target: { ref: "@offer", version: "#offer" } }, "2026-11-10", {
        refused: "apology.accepted-already",
      }),
    ],
    then: {
      shared: {
        letters: [{ ref: "@letter", writer: "@ben" }],
        answers: [{ heard: "partly", target: read, writer: "@ana" }],
        offers: [{ ref: "@offer", ...sister }],
        accepted: [{ ref: "@accepted", item: 0, target: { ref: "@offer" } }],
      },
      ana: { gates: [{ target: "@letter", choice: "ready" }], kept: [] },
      ben: { gates: [], kept: [{ text: "Ana, I" }] },
    },
  },
  {
    id: "apology.taken-back",
    title:
      "Ben takes his letter back; what stands is that he did, and the day, and Ana’s answer keeps its place.",
    steps: [
      matter,
      together("ben", "sent", letter, "2026-11-06", { as: "letter" }),
      together("ana", "answered", { target: read, heard: "heard", missing: "" }, "2026-11-07", {
        as: "answer",
      }),
      together("ana", "taken-back", { target: "@letter" }, "2026-11-07", { refused: "apology.not-yours" }),
      together("ben", "taken-back", { target: "@letter" }, "2026-11-08"),
    ],
    then: {
      shared: {
        letters: [],
        answers: [{ ref: "@answer", heard: "heard" }],
        takenBack: [{ ref: "@letter", writer: "@ben", day: "2026-11-08" }],
      },
    },
  },
  {
    id: "apology.in-person",
    title: "Ana would rather hear it in person and lets Ben know; he says it aloud, with a card in his hand.",
    steps: [
      matter,
      together("ben", "sent", letter, "2026-11-06", { as: "letter" }),
      alone("ana", "gate", { target: "@letter", choice: "in-person" }, "2026-11-07"),
      together("ana", "wished", { target: "@letter", wish: "in-person" }, "2026-11-07"),
      together("ben", "wished", { target: "@letter", wish: "not-now" }, "2026-11-07", {
        refused: "apology.own-letter",
      }),
      alone(
        "ben",
        "kept",
        { matter: "@loans", way: "face", text: "The money. The letters. Let her be silent.", asks: false },
        "2026-11-09",
      ),
      alone(
        "ben",
        "said-aloud",
        { matter: "@loans", way: "face", on: "2026-11-10", note: "She listened. I did not explain." },
        "2026-11-10",
      ),
    ],
    then: {
      shared: { wishes: [{ target: "@letter", wish: "in-person", writer: "@ana" }], answers: [] },
      ben: { said: [{ way: "face", on: "2026-11-10" }] },
      ana: { said: [], gates: [{ choice: "in-person" }] },
    },
  },
  {
    id: "apology.not-coming-back",
    title:
      "Ana thanks Ben for facing it, says that she is not coming back, and leaves his offer where it is.",
    steps: [
      matter,
      together(
        "ben",
        "sent",
        { ...letter, repairs: [{ what: "I pay back your part.", kind: "give-back" }] },
        "2026-11-06",
        {
          as: "letter",
        },
      ),
      together(
        "ana",
        "answered",
        { target: read, heard: "not-coming-back", missing: "It helps me that you said it plainly." },
        "2026-11-20",
      ),
      alone("ana", "repair-left", { offer: "@letter", item: 0 }, "2026-11-20"),
    ],
    then: {
      shared: { answers: [{ heard: "not-coming-back" }], accepted: [] },
      ana: { left: [{ offer: "@letter", item: 0 }] },
      ben: { left: [] },
    },
  },
  {
    id: "apology.repair-with-the-letter",
    title:
      "Ben’s letter brings two things he could put right; Ana accepts the second, and he makes it a promise and keeps it.",
    steps: [
      matter,
      together(
        "ben",
        "sent",
        { ...letter, repairs: [sister, { what: "I will cancel the second card.", kind: "undo" }] },
        "2026-11-06",
        { as: "letter" },
      ),
      together("ana", "repair-accepted", { target: read, item: 1 }, "2026-11-08", { as: "accepted" }),
      {
        who: "ben",
        log: "shared",
        kind: "promises.made",
        body: {
          matter: "@loans",
          when: "",
          will: "I will cancel the second card.",
          due: "2026-11-13T18:00",
          zone: "Europe/Berlin",
          repeat: "once",
          from: "@accepted",
        },
        day: "2026-11-08",
      },
      alone("ben", "repair-carried", { accepted: "@accepted", how: "done" }, "2026-11-08"),
    ],
    then: {
      shared: { accepted: [{ item: 1, target: read }] },
      ben: { carried: [{ accepted: "@accepted", how: "done" }] },
    },
  },
  ...more,
  {
    id: "apology.what-is-refused",
    title:
      "An empty page is not kept, a letter is about something, and an answer goes to the other’s letter.",
    steps: [
      matter,
      alone("ben", "kept", { matter: "@loans", way: "letter", text: " ", asks: false }, "2026-11-05", {
        refused: "apology.empty",
      }),
      together("ben", "sent", { ...letter, text: "" }, "2026-11-06", { refused: "house.shape" }),
      together("ben", "sent", { ...letter, matter: "A".repeat(43) }, "2026-11-06", {
        refused: "apology.no-such-matter",
      }),
      together("ben", "sent", letter, "2026-11-06", { as: "letter" }),
      together("ben", "answered", { target: read, heard: "heard", missing: "" }, "2026-11-06", {
        refused: "apology.own-letter",
      }),
      together("ben", "repair-offered", { target: "A".repeat(43), ...sister }, "2026-11-06", {
        refused: "apology.no-such-letter",
      }),
    ],
    then: { shared: { letters: [{ ref: "@letter" }], answers: [], offers: [] }, ben: { kept: [] } },
  },
]
