import type { PartRule } from "../rule.ts"
import { afterParts } from "./parts-after.ts"
import { hurtParts } from "./parts-hurt.ts"
import { wrongParts } from "./parts-wrong.ts"

export const partRules: readonly PartRule[] = [...wrongParts, ...hurtParts, ...afterParts]
