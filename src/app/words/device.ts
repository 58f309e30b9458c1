/** The page "This device", and what belongs to the device alone. Part of en.ts. */
export const deviceWords = {
  "app.device-stays": "This browser has said that it does not clear this by itself.",
  "app.device-may-go":
    "A browser may also clear it by itself. It does so when the device is nearly full, or when you stay away for weeks.",
  "app.device-theme": "Light or dark",
  "app.device-theme-system": "As the device",
  "app.device-theme-light": "Light",
  "app.device-theme-dark": "Dark",
  "app.device-coach": "Notes beside what you write",
  "app.device-coach-hint": "They are made on this device. Nothing is sent for them.",
  "app.device-coach-on": "All of them",
  "app.device-coach-quiet": "Only where words may hurt",
  "app.device-coach-off": "None",
  "app.device-home": "Put it on the home screen",
  "app.device-home-ios": "To have it on the home screen: press Share, then “Add to Home Screen”.",
  "app.thrown": "The page is thrown away.",
  "app.thrown-undo": "Undo",
  "app.thrown-aloud": "Thrown away. For ten seconds you can undo it.",
  "app.thrown-back": "The page is back.",
} as const
