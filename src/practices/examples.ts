// Ana and Ben, and how their stories are told: for the made-up pair, the gallery and the tests. A door of its own, so that no phone loads them with the rooms.
export { anaAndBen, anaAndBenNow } from "./ana-and-ben.ts"
export { anaBenAndCleo } from "./ana-ben-and-cleo.ts"
export { instantOf } from "./calendar.ts"
export type { LongStory } from "./ana-and-ben.ts"
export {
  devices,
  devicesOfThree,
  everyone,
  madeUpRef,
  madeUpVersion,
  readerOf,
  tellStory,
  writers,
} from "./telling.ts"
export type { Heard, Teller, ToldStory, Who } from "./telling.ts"
