import { cleanHard } from "./clean-hard.ts"
import { clean } from "./clean.ts"
import { faultedPlain } from "./faulted-plain.ts"
import { faultedVoices } from "./faulted-voices.ts"
import type { Gold } from "./gold.ts"
import { heldBack } from "./held-back.ts"

export { clean, heldBack }
export type { Gold }

/** Everything that rules may be tuned on. */
export const development: readonly Gold[] = [...faultedPlain, ...faultedVoices, ...clean, ...cleanHard]
