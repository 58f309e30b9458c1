/** Coming back with a sheet. Part of first.ts. */
export const returnWords = {
  "app.return-have": "I have a sheet",
  "app.return-title": "Come back with a sheet",
  "app.return-lead":
    "Type the code as it stands on the paper. Small letters, spaces and lines do not matter.",
  "app.return-code": "The code",
  "app.return-code-hint": "Seven groups of four.",
  "app.return-go": "Come back",
  "app.return-working": "Looking for your pages. This takes a moment.",
  "app.return-code-symbol": "There is a sign in it that no code has. Please look once more.",
  "app.return-code-length": "A code has 28 letters and numbers. Please look once more.",
  "app.return-code-check": "Something in it is different from the sheet. Please look once more.",
  "app.return-no-connection":
    "There is no connection to the server just now. Nothing is lost. Please try again later.",
  "app.return-nothing":
    "This server has nothing for this code. Perhaps another address stands on the sheet, or a newer sheet took its place.",
  "app.return-replaced": "A newer sheet took the place of this one. Only the newer one works.",
  "app.return-older":
    "The server gave less than was there when the sheet was made. None of it was taken. Keep the sheet, and ask whoever runs the server.",
  "app.return-damaged":
    "What the server gave does not fit together. None of it was taken. Keep the sheet, and ask whoever runs the server.",
  "app.return-full":
    "This browser has no room for it. Nothing of it was kept. Make some room, and try again.",
  "app.return-gone": "This browser keeps nothing just now. Nothing of it was kept.",
  "app.return-not-empty": "There are pages in this browser already. Load this page again to see them.",
} as const
