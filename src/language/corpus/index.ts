import { cleanHard } from "./clean-hard.ts"
import { clean } from "./clean.ts"
import { faultedPlain } from "./faulted-plain.ts"
import { faultedVoices } from "./faulted-voices.ts"
import type { Gold } from "./gold.ts"
import { heldBackLetters } from "./held-back-letters.ts"
import { heldBack as heldBackLines } from "./held-back.ts"
import { letters } from "./letters.ts"
import { voicesAbroad } from "./voices-abroad.ts"
import { voicesBlame } from "./voices-blame.ts"
import { voicesClean } from "./voices-clean.ts"
import { voicesFamily } from "./voices-family.ts"
import { voicesLetters } from "./voices-letters.ts"
import { voicesMore } from "./voices-more.ts"
import { voicesParts } from "./voices-parts.ts"
import { voicesThird } from "./voices-third.ts"
import { voicesWork } from "./voices-work.ts"
import { voicesYoung } from "./voices-young.ts"

export { clean }
export type { Gold }

/** Everything that rules may be tuned on. */
export const development: readonly Gold[] = [
  ...faultedPlain,
  ...faultedVoices,
  ...letters,
  ...voicesWork,
  ...voicesFamily,
  ...voicesYoung,
  ...voicesAbroad,
  ...voicesBlame,
  ...voicesLetters,
  ...voicesMore,
  ...voicesThird,
  ...voicesParts,
  ...clean,
  ...cleanHard,
  ...voicesClean,
]

/** Never tuned on. */
export const heldBack: readonly Gold[] = [...heldBackLines, ...heldBackLetters]
