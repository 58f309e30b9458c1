import type { Rule } from "../rule.ts"
import { agentlessMore } from "./agentless-more.ts"
import { agentless } from "./agentless.ts"
import { blameOthers } from "./blame-others.ts"
import { blameShift } from "./blame-shift.ts"
import { circumstances } from "./circumstances.ts"
import { conditional } from "./conditional.ts"
import { excuses } from "./excuses.ts"
import { feelingsShift } from "./feelings-shift.ts"
import { justification } from "./justification.ts"
import { minimising } from "./minimising.ts"
import { overpromise } from "./overpromise.ts"
import { pressure } from "./pressure.ts"
import { unspecificPromise } from "./unspecific-promise.ts"
import { vague } from "./vague.ts"

/** The book of rules. Where two claim one clause and are equally firm, the earlier one speaks. */
export const rules: readonly Rule[] = [
  ...conditional,
  ...feelingsShift,
  ...blameShift,
  ...blameOthers,
  ...justification,
  ...excuses,
  ...circumstances,
  ...minimising,
  ...pressure,
  ...overpromise,
  ...agentless,
  ...agentlessMore,
  ...vague,
  ...unspecificPromise,
]
