import { autumn } from "./ana-and-ben-autumn.ts"
import { call } from "./ana-and-ben-call.ts"
import { evenings, repairs } from "./ana-and-ben-evenings.ts"
import { zone } from "./ana-and-ben-steps.ts"
import { summer } from "./ana-and-ben-summer.ts"
import { instantOf } from "./calendar.ts"
import type { Moment, Step, Story } from "./practice.ts"

/** One long story over all rooms: the made-up pair one can look around with. */
export interface LongStory {
  readonly id: string
  readonly title: string
  readonly steps: readonly Step[]
  /** What must hold of each room at the end, by room name. */
  readonly then: Readonly<Record<string, Story["then"]>>
}

/** When one looks: the Monday after the last entry, a little before seven in the evening in Berlin. */
export const anaAndBenNow: Moment = { at: instantOf("2026-11-16T18:50", zone), day: "2026-11-16", zone }

export const anaAndBen: LongStory = {
  id: "ana-and-ben",
  title: "Ana and Ben from August to November: what each did, said, put right, promised, kept and missed.",
  steps: [...summer, ...repairs, ...autumn, ...call, ...evenings].toSorted((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  ),
  then: {
    home: {
      shared: {
        names: [
          { name: "Ana", writer: "@ana" },
          { name: "Ben", writer: "@ben" },
        ],
      },
      ana: {
        start: "was-hurt",
        inTouch: "yes",
        shared: [
          { was: "@mine", is: "@loans" },
          { was: "@kept", is: "@said" },
        ],
      },
      ben: { start: "hurt", inTouch: "yes" },
    },
    matters: {
      shared: {
        matters: [
          { ref: "@loans", writer: "@ana" },
          { ref: "@call", writer: "@ben" },
        ],
        said: [{ ref: "@said" }, { ref: "@bens-hurt" }, { ref: "@still" }],
        remarks: [
          { remark: "did-not-know", writer: "@ben" },
          { remark: "left-out", writer: "@ana" },
          { remark: "did-not-know", writer: "@ana" },
        ],
        takenBack: [{ ref: "@early", writer: "@ana" }],
      },
      ana: { closed: [], gates: [{ target: "@bens-hurt", choice: "ready" }], kept: [{}, { ref: "@kept" }] },
      // What Ana wrote on the fourteenth is still closed to him.
      ben: { over: [{ matter: "@loans", answer: "ended" }], gates: [{ target: "@said", choice: "ready" }] },
    },
    account: {
      shared: {
        told: [
          { ref: "@account" },
          { ref: "@addition", addition: "@account" },
          { ref: "@hers", writer: "@ana" },
          { ref: "@friday" },
        ],
        takenBack: [{ ref: "@hers-early", writer: "@ana" }],
      },
      // What Ben wrote on the fifteenth is still closed to her.
      ana: {
        gates: [
          { target: "@account", choice: "ready" },
          { target: "@addition", choice: "ready" },
        ],
      },
      ben: { gates: [{ target: "@hers", choice: "ready" }] },
    },
    apology: {
      shared: {
        letters: [{ ref: "@letter" }, { ref: "@second" }, { ref: "@third" }, { ref: "@anas" }],
        answers: [
          { heard: "partly" },
          { heard: "heard" },
          { heard: "heard" },
          { heard: "heard", writer: "@ben" },
        ],
        wishes: [{ target: "@third", wish: "in-person" }],
        accepted: [
          { ref: "@bank-yes" },
          { ref: "@sister-yes" },
          { ref: "@tom-yes" },
          { ref: "@mother-yes", writer: "@ben" },
        ],
      },
      ana: { left: [{ offer: "@third", item: 1 }] },
      ben: { said: [{ on: "2026-10-07" }] },
    },
    promises: {
      shared: {
        ended: [{ promise: "@dinner" }],
        promises: [
          { ref: "@bank" },
          { ref: "@truth" },
          { ref: "@dinner" },
          {},
          { ref: "@sunday" },
          { ref: "@home" },
          { ref: "@october" },
        ],
      },
      ana: { promises: [] },
      ben: { promises: [{ ref: "@canal" }], endings: [{}, { ending: "found" }, {}, {}, {}] },
    },
  },
}
