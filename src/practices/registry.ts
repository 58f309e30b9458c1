import { account } from "./account/practice.ts"
import { home } from "./home/practice.ts"
import { matters } from "./matters/practice.ts"

/** Every practice of the house, by hand. Adding one is adding a folder and one line here (and one in views.ts). */
export const practices = [matters, account, home] as const
