import type { Story } from "../practice.ts"

/** Both directions: each promises, each says how their own went, and each sees the other's. */
export const bothPromise: Story = {
  id: "promises.both-promise",
  title:
    "Ana promises not to bring it up at dinner and misses one evening; Ben found out and sees it differently, then says that he saw it.",
  steps: [
    {
      who: "ben",
      log: "shared",
      kind: "promises.made",
      body: {
        when: "",
        will: "I will show you the letters from the bank.",
        due: "2026-11-13T18:00",
        zone: "Europe/Berlin",
        repeat: "once",
      },
      day: "2026-11-08",
      as: "his",
    },
    {
      who: "ana",
      log: "shared",
      kind: "promises.made",
      body: {
        when: "When we have dinner",
        will: "I will not bring up the loans.",
        due: "2026-11-09T19:00",
        zone: "America/New_York",
        repeat: "daily",
        until: "2026-11-15",
      },
      day: "2026-11-08",
      as: "hers",
    },
    {
      who: "ana",
      log: "shared",
      kind: "promises.settled",
      body: {
        target: { ref: "@hers", version: "#hers" },
        occurrence: "2026-11-09T19:00",
        ending: "found",
        note: "",
      },
      day: "2026-11-10",
      as: "found",
    },
    {
      who: "ben",
      log: "shared",
      kind: "promises.seen",
      body: {
        target: { ref: "@found", version: "#found" },
        view: "differently",
        note: "You had stopped by yourself.",
      },
      day: "2026-11-10",
    },
    {
      who: "ben",
      log: "shared",
      kind: "promises.seen",
      body: { target: { ref: "@found", version: "#found" }, view: "saw", note: "" },
      day: "2026-11-11",
    },
    {
      who: "ana",
      log: "shared",
      kind: "promises.settled",
      body: {
        target: { ref: "@his", version: "#his" },
        occurrence: "2026-11-13T18:00",
        ending: "kept",
        note: "",
      },
      day: "2026-11-13",
      refused: "promises.only-its-author",
    },
    {
      who: "ana",
      log: "shared",
      kind: "promises.settled",
      body: {
        target: { ref: "@hers", version: "#hers" },
        occurrence: "2026-11-16T19:00",
        ending: "kept",
        note: "",
      },
      day: "2026-11-16",
      refused: "promises.not-due-then",
    },
  ],
  then: {
    shared: {
      promises: [
        { ref: "@his", writer: "@ben" },
        { ref: "@hers", writer: "@ana", until: "2026-11-15" },
      ],
      endings: [{ ref: "@found", ending: "found", writer: "@ana" }],
      seen: [
        { view: "differently", note: "You had stopped by yourself." },
        { view: "saw", ending: "@found" },
      ],
    },
  },
}
