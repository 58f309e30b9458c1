/** Around the made-up pair. What Ana and Ben wrote is theirs, and no word of the app's. */
export const madeUpWords = {
  "app.made-up-label": "A made-up pair",
  "app.made-up": "Ana and Ben are made up. Nothing you write here is kept or sent.",
  "app.made-up-eyes-ana": "Look with Ana’s eyes",
  "app.made-up-eyes-ben": "Look with Ben’s eyes",
  "app.made-up-out": "Done looking",
} as const
