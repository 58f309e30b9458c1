import { alone, both, together } from "./ana-and-ben-steps.ts"
import type { Step } from "./practice.ts"

// August and September. Ana found letters from a bank: Ben had borrowed money and hidden it. She speaks first.

const hurtFirst = {
  matter: "@mine",
  happened: "I looked for stamps and found four letters from a bank I did not know.",
  did: "",
  need: "",
}
const hurt = {
  ...hurtFirst,
  did: "I count every coin now. I lie awake and go through the year, and wonder which of it was true.",
  need: "To see every account, once, at the table. And that my sister stops thinking it was me.",
}
const account = {
  matter: "@loans",
  did: "I borrowed money three times since January, 6,200 in all, and hid the letters behind the atlas.",
  how: "The first time was after the car broke down. I meant to tell you at Easter. Then I borrowed again to pay it back.",
  why: "I was ashamed that it was not enough. That is a reason, and no excuse.",
  hid: "I told you the postman was late. I asked Tom to say that he had lent me the money for the car.",
  impact: "You turned the heating down in March, and I let you.",
  later: "",
}
const texts = (body: typeof account, change: Partial<typeof account>): object => ({ ...body, ...change })
const letter =
  "Ana, I borrowed money three times and hid the letters from you. I lied about the post, and I asked Tom to lie. That was my choice, each time. I am sorry. You turned the heating down and counted coins, and I watched and said nothing. You need not answer this."
const second =
  "Ana, you wrote that your sister still thinks it was you. I let her think so. In March she said at our table that you were never good with money, and I looked at my plate. I am sorry for that evening most of all."

export const summer: readonly Step[] = [
  alone("ana", "home.started", { start: "was-hurt", relation: "partner" }, "2026-08-24"),
  alone(
    "ana",
    "matters.kept",
    { title: "The loans", kind: "money", mine: "was-done-to-me", what: "" },
    "2026-08-24",
    { as: "mine" },
  ),
  alone("ana", "matters.hurt-kept", hurtFirst, "2026-08-24"),
  alone("ana", "matters.hurt-kept", { matter: "@mine", happened: " ", did: "", need: "" }, "2026-08-24", {
    refused: "matters.empty",
  }),
  alone("ana", "home.in-touch", { answer: "yes" }, "2026-08-26"),
  alone("ana", "home.safety-seen", {}, "2026-08-26"),
  alone("ana", "home.server-seen", {}, "2026-08-26"),
  alone("ben", "home.started", { start: "hurt", relation: "partner" }, "2026-08-27"),
  alone("ben", "home.in-touch", { answer: "yes" }, "2026-08-27"),
  alone("ben", "home.safety-seen", {}, "2026-08-27"),
  alone("ben", "home.server-seen", {}, "2026-08-27"),
  together("ana", "home.named", { name: "Ana" }, "2026-08-27"),
  together("ben", "home.named", { name: "Ben" }, "2026-08-27"),

  // She tells what it was like. Her first try goes too early, and she takes it back.
  together("ana", "matters.opened", { title: "The loans" }, "2026-08-28", { as: "loans" }),
  alone("ana", "home.shared", { was: "@mine", is: "@loans" }, "2026-08-28"),
  together("ana", "matters.hurt-said", { ...hurtFirst, matter: "@loans" }, "2026-08-28", { as: "early" }),
  together("ben", "matters.taken-back", { target: "@early" }, "2026-08-28", { refused: "matters.not-yours" }),
  together("ana", "matters.taken-back", { target: "@early" }, "2026-08-28"),
  alone("ana", "matters.hurt-kept", hurt, "2026-08-30", { as: "kept" }),
  together("ana", "matters.hurt-said", { ...hurt, matter: "@loans" }, "2026-08-31", { as: "said" }),
  alone("ana", "home.shared", { was: "@kept", is: "@said" }, "2026-08-31"),
  alone("ben", "matters.gate", { target: "@said", choice: "not-yet" }, "2026-08-31"),
  alone("ben", "matters.gate", { target: "@said", choice: "ready" }, "2026-09-01"),
  together(
    "ben",
    "matters.remarked",
    {
      target: both("said"),
      remark: "did-not-know",
      note: "I did not know that you lie awake. You were so quiet.",
    },
    "2026-09-01",
  ),
  together("ana", "matters.remarked", { target: both("said"), remark: "left-out", note: "" }, "2026-09-01", {
    refused: "matters.own-remark",
  }),

  // It still went on: the second card was open.
  alone(
    "ben",
    "matters.over",
    {
      matter: "@loans",
      answer: "going-on",
      what: "I will close the second card.",
      by: "2026-09-04",
      helper: "Tom comes along to the bank",
    },
    "2026-09-02",
  ),
  alone("ben", "account.kept", texts(account, { why: "", hid: "", impact: "" }), "2026-09-02"),
  alone("ben", "account.kept", account, "2026-09-03", { as: "page" }),
  alone("ben", "matters.over", { matter: "@loans", answer: "ended" }, "2026-09-04"),
  together("ben", "account.told", account, "2026-09-04", { as: "account" }),
  alone("ben", "home.shared", { was: "@page", is: "@account" }, "2026-09-04"),
  alone("ana", "account.gate", { target: "@account", choice: "not-yet" }, "2026-09-05"),
  alone("ana", "account.gate", { target: "@account", choice: "ready" }, "2026-09-06"),
  together(
    "ana",
    "matters.remarked",
    {
      target: both("account"),
      remark: "left-out",
      note: "The evening with my sister in March is not in it.",
    },
    "2026-09-06",
  ),
  together("ana", "account.taken-back", { target: "@account" }, "2026-09-06", {
    refused: "account.not-yours",
  }),

  // The letter, and what was missing from it.
  alone(
    "ben",
    "apology.kept",
    { matter: "@loans", way: "letter", text: "Ana, I", asks: false },
    "2026-09-07",
  ),
  together(
    "ben",
    "apology.sent",
    {
      matter: "@loans",
      way: "letter",
      text: letter,
      repairs: [
        { what: "I will show you every letter from the bank, at the table.", kind: "tell-the-truth" },
      ],
    },
    "2026-09-09",
    { as: "letter" },
  ),
  alone("ana", "apology.gate", { target: "@letter", choice: "not-yet" }, "2026-09-09"),
  alone("ana", "apology.gate", { target: "@letter", choice: "ready" }, "2026-09-11"),
  together(
    "ana",
    "apology.answered",
    { target: both("letter"), heard: "partly", missing: "That my sister still thinks it was me." },
    "2026-09-11",
    { as: "answer" },
  ),
  together("ben", "apology.answered", { target: both("letter"), heard: "heard", missing: "" }, "2026-09-11", {
    refused: "apology.own-letter",
  }),
  together("ana", "apology.repair-accepted", { target: both("letter"), item: 0 }, "2026-09-12", {
    as: "bank-yes",
  }),
  together("ana", "apology.repair-accepted", { target: both("letter"), item: 0 }, "2026-09-12", {
    refused: "apology.accepted-already",
  }),
  together(
    "ben",
    "apology.repair-offered",
    { target: "@answer", what: "I will tell your sister the truth about the money.", kind: "tell-the-truth" },
    "2026-09-13",
    { as: "sister" },
  ),
  together("ana", "apology.repair-accepted", { target: both("sister") }, "2026-09-14", { as: "sister-yes" }),
  together(
    "ben",
    "apology.sent",
    { matter: "@loans", way: "letter", text: second, repairs: [] },
    "2026-09-16",
    { as: "second" },
  ),
  alone("ana", "apology.gate", { target: "@second", choice: "ready" }, "2026-09-17"),
  together(
    "ana",
    "apology.answered",
    {
      target: both("second"),
      heard: "heard",
      missing: "Thank you for the evening in March. I had thought nobody saw it.",
    },
    "2026-09-17",
  ),
]
