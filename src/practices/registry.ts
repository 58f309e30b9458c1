import { account } from "./account/practice.ts"
import { apology } from "./apology/practice.ts"
import { home } from "./home/practice.ts"
import { matters } from "./matters/practice.ts"
import { promises } from "./promises/practice.ts"

/** Every practice of the house, by hand. Adding one is adding a folder and one line here (and one in views.ts). */
export const practices = [matters, account, apology, promises, home] as const
