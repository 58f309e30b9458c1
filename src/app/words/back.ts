/** Coming back with a copy, in a browser with nothing in it. Part of first.ts. */
export const backWords = {
  "app.back-have": "I have a copy",
  "app.back-title": "Come back with a copy",
  "app.back-lead": "Everything in it is here again at once. Nothing is sent for that.",
  "app.back-file": "The file",
  "app.back-file-hint": "Its name begins with “notes”.",
  "app.back-phrase": "The passphrase of the copy",
  "app.back-go": "Open the copy",
  "app.back-working": "Opening. This takes a moment, so that nobody can try many words quickly.",
  "app.back-no-file": "Please choose the file first.",
  "app.back-form": "This file is something else. A copy begins with “notes” in its name.",
  "app.back-newer": "This copy was made with a newer version. Load this page again, and then open it.",
  "app.back-export":
    "This is the file for showing, not a copy. Nothing can be opened here with it. Whoever you give it to can have it checked.",
  "app.back-passphrase":
    "That did not open it. The passphrase is another one, or the file was changed. Nothing was kept of it here.",
  "app.back-damaged":
    "This file was changed or is cut short. Nothing of it was kept here. Another copy may be whole.",
  "app.back-full":
    "This browser has no room for it. Nothing of it was kept. Make some room, and open it again.",
  "app.back-gone": "This browser keeps nothing just now. Nothing of the copy was kept.",
  "app.back-not-empty": "There are pages in this browser already. Load this page again to see them.",
  "app.back-unreadable": "The file could not be read. Please choose it once more.",
} as const
