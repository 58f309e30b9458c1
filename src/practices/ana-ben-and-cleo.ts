import { alone, both, once, together, zone } from "./ana-and-ben-steps.ts"
import type { Story } from "./practice.ts"

// Three who own a boat together: for the gallery, which shows every page with one more name on it. Cleo's phone is not told (telling.ts).

const blank = { did: "", how: "", why: "", hid: "", impact: "", later: "" }
const plan = { zone, repeat: "weekly", when: "On Sunday evening", due: "2026-11-08T19:00" }
const started = { relation: "friend", other: "" }

/** Made when asked for, so that the product, which does not ask, is built without it. */
export const anaBenAndCleo = (): Story<"ana" | "ben" | "cleo"> => ({
  id: "ana-ben-and-cleo",
  title: "Ben let others use the boat that Ana, Cleo and he own together, and Cleo took from the kitty.",
  steps: [
    alone("ana", "home.started", { ...started, start: "was-hurt", name: "Ana" }, "2026-10-19"),
    alone("ana", "home.in-touch", { answer: "yes" }, "2026-10-19"),
    alone("ben", "home.started", { ...started, start: "hurt", name: "Ben" }, "2026-10-19"),
    alone("ben", "home.in-touch", { answer: "yes" }, "2026-10-19"),
    together("ana", "home.named", { name: "Ana" }, "2026-10-19"),
    together("ben", "home.named", { name: "Ben" }, "2026-10-19"),
    together("cleo", "home.named", { name: "Cleo" }, "2026-10-20"),

    // The boat: Ben's doing, and two who were hurt.
    together("ana", "matters.opened", { title: "The boat" }, "2026-10-20", { as: "boat" }),
    together(
      "ana",
      "matters.hurt-said",
      {
        matter: "@boat",
        happened: "I came down to the water and strangers sat in it.",
        did: "I felt like a guest.",
        need: "That we are asked, all of us.",
      },
      "2026-10-20",
      { as: "anas-hurt" },
    ),
    together(
      "cleo",
      "matters.hurt-said",
      { matter: "@boat", happened: "I had sanded that deck for a week.", did: "", need: "" },
      "2026-10-21",
      { as: "cleos-hurt" },
    ),
    together(
      "cleo",
      "matters.hurt-said",
      { matter: "@boat", happened: "One more thing: the rope was cut.", did: "", need: "" },
      "2026-10-22",
      { as: "rope" },
    ),
    alone("ben", "matters.gate", { target: "@anas-hurt", choice: "ready" }, "2026-10-22"),
    alone("ben", "matters.gate", { target: "@cleos-hurt", choice: "ready" }, "2026-10-22"),
    alone("ana", "matters.gate", { target: "@cleos-hurt", choice: "ready" }, "2026-10-22"),
    together(
      "ben",
      "matters.remarked",
      { target: both("cleos-hurt"), remark: "did-not-know", note: "A whole week?" },
      "2026-10-22",
    ),
    together(
      "ana",
      "matters.remarked",
      { target: both("cleos-hurt"), remark: "did-not-know", note: "" },
      "2026-10-23",
    ),
    together(
      "ben",
      "account.told",
      { ...blank, matter: "@boat", did: "I gave Tom the key for two weekends.", hid: "That he paid me." },
      "2026-10-24",
      { as: "account" },
    ),
    alone("ana", "account.gate", { target: "@account", choice: "ready" }, "2026-10-24"),
    together(
      "cleo",
      "matters.remarked",
      { target: both("account"), remark: "left-out", note: "There was a third weekend." },
      "2026-10-25",
    ),
    together(
      "ben",
      "apology.sent",
      {
        matter: "@boat",
        way: "letter",
        text: "Ana, Cleo, I gave away what is yours too, and took money for it. I am sorry. You need not answer.",
        repairs: [
          { what: "I will share out what Tom paid.", kind: "give-back" },
          { what: "I will mend the rope.", kind: "undo" },
        ],
      },
      "2026-10-26",
      { as: "letter" },
    ),
    alone("ana", "apology.gate", { target: "@letter", choice: "ready" }, "2026-10-26"),
    together("cleo", "apology.wished", { target: "@letter", wish: "in-person" }, "2026-10-27"),
    together(
      "ana",
      "apology.answered",
      { target: both("letter"), heard: "partly", missing: "Why you told neither of us." },
      "2026-10-27",
      { as: "answer" },
    ),
    together(
      "cleo",
      "apology.answered",
      { target: both("letter"), heard: "heard", missing: "" },
      "2026-10-28",
    ),
    together("cleo", "apology.repair-accepted", { target: both("letter"), item: 0 }, "2026-10-28", {
      as: "shared-out",
    }),
    together(
      "ben",
      "apology.repair-offered",
      { target: "@answer", what: "I will ask you both before anyone takes it out.", kind: "own-it" },
      "2026-10-29",
    ),

    // Promises of all three, and what the two others say of each.
    together(
      "ben",
      "promises.made",
      once("I will share out what Tom paid.", "2026-11-02T18:00", { matter: "@boat", from: "@shared-out" }),
      "2026-10-29",
      { as: "money" },
    ),
    together(
      "ben",
      "promises.settled",
      { target: both("money"), occurrence: "2026-11-02T18:00", ending: "kept", note: "A third each." },
      "2026-11-02",
      { as: "money-kept" },
    ),
    together("ana", "promises.seen", { target: both("money-kept"), view: "saw", note: "" }, "2026-11-02"),
    together(
      "cleo",
      "promises.seen",
      { target: both("money-kept"), view: "differently", note: "It came on Wednesday." },
      "2026-11-04",
    ),
    together("ana", "promises.made", { ...plan, will: "I will look at the ropes." }, "2026-11-05", {
      as: "ropes",
    }),
    together(
      "ana",
      "promises.settled",
      { target: both("ropes"), occurrence: "2026-11-08T19:00", ending: "told", note: "It rained." },
      "2026-11-08",
      { as: "rain" },
    ),
    together("ben", "promises.seen", { target: both("rain"), view: "saw", note: "" }, "2026-11-09"),
    together("cleo", "promises.seen", { target: both("rain"), view: "saw", note: "" }, "2026-11-09"),
    together("cleo", "promises.made", { ...plan, will: "I will count the kitty." }, "2026-11-05", {
      as: "count",
    }),
    together(
      "cleo",
      "promises.settled",
      { target: both("count"), occurrence: "2026-11-08T19:00", ending: "kept", note: "" },
      "2026-11-08",
      { as: "counted" },
    ),
    together(
      "ben",
      "promises.seen",
      { target: both("counted"), view: "differently", note: "" },
      "2026-11-09",
    ),
    alone("ben", "promises.intended", once("I will bring the key back.", "2026-11-28T12:00"), "2026-11-05"),

    // The kitty: Cleo's doing, and the two others read.
    together("cleo", "matters.opened", { title: "The kitty" }, "2026-11-09", { as: "kitty" }),
    together(
      "cleo",
      "account.told",
      { ...blank, matter: "@kitty", did: "I took 200 from the kitty in July." },
      "2026-11-09",
      { as: "early" },
    ),
    together("cleo", "account.taken-back", { target: "@early" }, "2026-11-10"),
    together(
      "cleo",
      "account.told",
      { ...blank, matter: "@kitty", did: "I took 240 from the kitty in July.", why: "The rent was due." },
      "2026-11-10",
    ),
    together(
      "cleo",
      "apology.sent",
      {
        matter: "@kitty",
        way: "letter",
        text: "Ana and Ben, I took it and told neither of you. I am sorry.",
        repairs: [{ what: "I will put it back by Christmas.", kind: "give-back" }],
      },
      "2026-11-11",
      { as: "cleos-letter" },
    ),
    alone("ana", "apology.gate", { target: "@cleos-letter", choice: "ready" }, "2026-11-12"),
    together(
      "ben",
      "matters.hurt-said",
      { matter: "@kitty", happened: "I had counted on that money.", did: "", need: "To be asked." },
      "2026-11-12",
    ),
    together("cleo", "home.introduced", { member: "MiraMiraMiraMiraMiraMg", name: "Mira" }, "2026-11-13"),
    together("ben", "home.moving", { address: "https://elsewhere.example" }, "2026-11-14"),
  ],
  then: {},
})
