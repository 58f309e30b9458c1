import { alone, both, together, zone } from "./ana-and-ben-steps.ts"
import type { Step } from "./practice.ts"

// October and November. The other direction: Ana told Ben's mother what was theirs to tell. And what each has not opened yet.

const blank = { did: "", how: "", why: "", hid: "", impact: "", later: "" }
const hers = {
  ...blank,
  matter: "@call",
  did: "I rang your mother and told her about the loans, after I had said that I would not.",
  impact: "You heard it from her, on the phone, in front of the children.",
}
const letter =
  "Ben, I told your mother about the loans. I had said that I would not. It was mine to hold and I did not hold it. I am sorry that you stood there with the phone in your hand. I will ask you before I tell anyone."
/** Each Sunday Ana says whom she talked to. `at` are the Sundays. */
const sundays = (at: string, body: object, day: string, more: Partial<Step> = {}): Step =>
  together(
    "ana",
    "promises.settled",
    { target: both("sunday"), occurrence: `${at}T20:00`, note: "", ...body },
    day,
    more,
  )

export const call: readonly Step[] = [
  // The other direction: what Ana told his mother.
  alone(
    "ben",
    "matters.kept",
    {
      title: "The call to my mother",
      kind: "confidence",
      mine: "was-done-to-me",
      what: "She knew everything before I could tell her.",
    },
    "2026-10-15",
    { as: "bens" },
  ),
  together("ben", "matters.opened", { title: "The call to my mother" }, "2026-10-16", { as: "call" }),
  alone("ben", "home.shared", { was: "@bens", is: "@call" }, "2026-10-16"),
  together(
    "ben",
    "matters.hurt-said",
    {
      matter: "@call",
      happened: "My mother rang and asked about the loans. The children were in the room.",
      did: "I felt like a boy who is caught. I could not look at her on Sunday.",
      need: "To be the one who tells my own family.",
    },
    "2026-10-16",
    { as: "bens-hurt" },
  ),
  alone("ana", "matters.gate", { target: "@bens-hurt", choice: "ready" }, "2026-10-17"),
  together(
    "ana",
    "matters.remarked",
    { target: both("bens-hurt"), remark: "did-not-know", note: "I did not know that the children heard it." },
    "2026-10-17",
  ),
  together("ana", "account.told", { ...hers, impact: "" }, "2026-10-18", { as: "hers-early" }),
  together("ana", "account.taken-back", { target: "@hers-early" }, "2026-10-18"),
  together("ana", "account.told", hers, "2026-10-19", { as: "hers" }),
  alone("ben", "account.gate", { target: "@hers", choice: "ready" }, "2026-10-20"),
  together(
    "ana",
    "apology.sent",
    { matter: "@call", way: "letter", text: letter, repairs: [] },
    "2026-10-21",
    { as: "anas" },
  ),
  alone("ben", "apology.gate", { target: "@anas", choice: "ready" }, "2026-10-22"),
  together("ben", "apology.answered", { target: both("anas"), heard: "heard", missing: "" }, "2026-10-22"),
  together(
    "ana",
    "apology.repair-offered",
    { target: "@anas", what: "I will tell your mother that it was not mine to tell.", kind: "own-it" },
    "2026-10-23",
    { as: "mother" },
  ),
  together("ben", "apology.repair-accepted", { target: both("mother") }, "2026-10-24", { as: "mother-yes" }),
  alone("ana", "apology.repair-carried", { accepted: "@mother-yes", how: "done" }, "2026-10-26"),
  together(
    "ana",
    "promises.made",
    {
      matter: "@call",
      when: "On Sunday after supper",
      will: "I will tell you whom I talked to about us.",
      due: "2026-10-25T20:00",
      zone,
      repeat: "weekly",
      until: "2026-12-27",
    },
    "2026-10-24",
    { as: "sunday" },
  ),
  sundays("2026-10-25", { ending: "kept" }, "2026-10-25", { as: "sunday-1" }),
  together("ben", "promises.seen", { target: both("sunday-1"), view: "saw", note: "" }, "2026-10-26"),
  sundays(
    "2026-11-01",
    { ending: "told", note: "I fell asleep. I told you on Monday before you asked." },
    "2026-11-02",
    { as: "sunday-2" },
  ),
  together(
    "ben",
    "promises.seen",
    { target: both("sunday-2"), view: "saw", note: "Thank you for saying it." },
    "2026-11-02",
  ),
  sundays("2026-11-08", { ending: "kept", note: "My sister, on Wednesday." }, "2026-11-08"),
  alone("ana", "matters.closed", { matter: "@mine" }, "2026-10-28"),
  alone("ana", "matters.reopened", { matter: "@mine" }, "2026-11-02"),

  // What each of them has not opened yet.
  together(
    "ana",
    "matters.hurt-said",
    {
      matter: "@loans",
      happened: "When the tram is late I still think of the shop.",
      did: "It is less than in August. It is not gone.",
      need: "That I may say so without it being the start of a quarrel.",
    },
    "2026-11-14",
    { as: "still" },
  ),
  together(
    "ben",
    "account.told",
    {
      ...blank,
      matter: "@loans",
      did: "On Friday I stood in front of the shop for ten minutes. I did not go in.",
      later: "I wrote it down the same night, so that you hear it from me.",
      addition: "@account",
    },
    "2026-11-15",
    { as: "friday" },
  ),
]
