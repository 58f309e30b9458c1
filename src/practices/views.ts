// What the app draws of each room. One line for each.
export const views = [] as const
