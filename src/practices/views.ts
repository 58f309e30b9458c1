import { view as account } from "./account/view.tsx"
import { view as apology } from "./apology/view.tsx"
import { view as matters } from "./matters/view.tsx"
import { view as promises } from "./promises/view.tsx"
import { en } from "./words/en.ts"

/** What the app draws of each room, in the order of the list of rooms. `home` has no window. */
export const views = [{ ...matters, words: { ...en, ...matters.words } }, account, apology, promises] as const
