import type { Step } from "./practice.ts"

// Twelve written states of two people, for the suggestions of Today: what stands there, and what is suggested to whom.

export interface State {
  readonly title: string
  readonly who: "ana" | "ben"
  readonly steps: readonly Step[]
  /** Beginning of each id, and the label of where it comes from, in order. */
  readonly suggested: readonly (readonly [id: string, label: string])[]
}

const day = "2026-11-02"
const own = (who: Step["who"], kind: string, body: unknown, as?: string): Step => ({
  who,
  log: "private",
  kind,
  body,
  day,
  ...(as === undefined ? {} : { as }),
})
const both = (who: Step["who"], kind: string, body: unknown, as?: string): Step => ({
  ...own(who, kind, body, as),
  log: "shared",
})
const texts = { did: "I took out two loans.", how: "", why: "", hid: "", impact: "", later: "" }
const started = (who: Step["who"], start: string): Step =>
  own(who, "home.started", { start, relation: start === "nobody" ? "nobody" : "partner" })
const matter = own("ben", "matters.kept", { title: "The loans", mine: "i-did", what: "" }, "own")
const kept = own("ben", "account.kept", { matter: "@own", ...texts }, "kept")
const ended = own("ben", "matters.over", { matter: "@own", answer: "ended" })
const opened = both("ben", "matters.opened", { title: "The loans" }, "ours")
const linked = own("ben", "home.shared", { was: "@own", is: "@ours" })
const told = both("ben", "account.told", { matter: "@ours", ...texts }, "told")
const toldFrom = own("ben", "home.shared", { was: "@kept", is: "@told" })
const untilTold = [started("ben", "hurt"), matter, kept, ended, opened, linked, told, toldFrom]
const letter = both(
  "ben",
  "apology.sent",
  { matter: "@ours", way: "letter", text: "I lied to you, and it was my doing.", repairs: [] },
  "letter",
)
const promise = both(
  "ben",
  "promises.made",
  { when: "", will: "show you the accounts", due: "2026-11-20T18:00", zone: "Europe/London", repeat: "once" },
  "promise",
)

export const states: readonly State[] = [
  {
    title: "Ana came by a link and has written nothing",
    who: "ana",
    steps: [],
    suggested: [],
  },
  {
    title: "Ben has just said that he hurt someone",
    who: "ben",
    steps: [started("ben", "hurt")],
    suggested: [["today.account", "experiment"]],
  },
  {
    title: "Ana has just said that she was hurt",
    who: "ana",
    steps: [started("ana", "was-hurt")],
    suggested: [["today.say-hurt", "imagined-scenario"]],
  },
  {
    title: "Ana has said that it hurt, for herself alone",
    who: "ana",
    steps: [
      started("ana", "was-hurt"),
      own("ana", "matters.kept", { title: "The loans", mine: "was-done-to-me", what: "" }, "own"),
      own("ana", "matters.hurt-kept", {
        matter: "@own",
        happened: "I found the letters.",
        did: "",
        need: "",
      }),
    ],
    suggested: [],
  },
  {
    title: "Both hurt each other, and nothing is written",
    who: "ben",
    steps: [started("ben", "both")],
    suggested: [
      ["today.say-hurt", "imagined-scenario"],
      ["today.own-view", "experiment"],
      ["today.account", "experiment"],
    ],
  },
  {
    title: "Something broke and Ana does not know what",
    who: "ana",
    steps: [started("ana", "unsure")],
    suggested: [["today.own-view", "experiment"]],
  },
  {
    title: "Ben kept his account, and was not asked whether it is over",
    who: "ben",
    steps: [started("ben", "hurt"), matter, kept],
    suggested: [
      ["matters.over ", "lab-game"],
      ["today.whole", "experiment"],
    ],
  },
  {
    title: "It still goes on, and Ben has written his account",
    who: "ben",
    steps: [
      started("ben", "hurt"),
      matter,
      kept,
      own("ben", "matters.over", {
        matter: "@own",
        answer: "going-on",
        what: "I will cancel the second card",
      }),
    ],
    suggested: [
      ["matters.ending ", "lab-game"],
      ["today.whole", "experiment"],
    ],
  },
  {
    title: "Ben has told his account",
    who: "ben",
    steps: untilTold,
    suggested: [["account.letter ", "imagined-scenario"]],
  },
  {
    title: "Ben has told his account and sent a letter",
    who: "ben",
    steps: [...untilTold, letter],
    suggested: [["today.small-promise", "lab-game"]],
  },
  {
    title: "Ana answered that something is missing",
    who: "ben",
    steps: [
      ...untilTold,
      letter,
      both("ana", "apology.answered", {
        target: { ref: "@letter", version: "#letter" },
        heard: "partly",
        missing: "That you hid the letters.",
      }),
    ],
    suggested: [
      ["apology.repair ", "imagined-scenario"],
      ["today.small-promise", "lab-game"],
    ],
  },
  {
    title: "The time of Ben's promise has come",
    who: "ben",
    steps: [...untilTold, letter, promise],
    suggested: [["promises.say-how ", "experiment"]],
  },
]
