import { view as account } from "./account/view.tsx"

/** What the app draws of each room, in the order of the list of rooms. `home` has no window. */
export const views = [account] as const
