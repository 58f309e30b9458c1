/** The page on which one saves a file of one's own. Part of en.ts. */
export const saveCopyWords = {
  "app.save-copy": "Save what is mine and what we shared",
  "app.save-copy-lead":
    "One file, with your own pages and with everything in your shared space that you can read. It also says in which hours the server confirmed what it had.",
  "app.save-copy-whole":
    "Whoever you give it to can check that no word in it was changed. That does not need this server. The file says nothing of anything later.",
  "app.save-copy-not":
    "What you are still writing, and what is still to go, is not in it. Nor is anything that others keep to themselves.",
  "app.save-copy-other": "It is for showing. To come back with, should this browser be cleared, keep a copy:",
  "app.save-copy-place-title": "Where it is saved",
  "app.save-copy-place":
    "It is called {name}. It lies on this device like any other file, and the browser’s list of downloads shows it with its day.",
  "app.save-copy-backup":
    "A backup may take it to other places, and to people who see your backups. Nobody else is told that you saved it.",
  "app.save-copy-own": "Your passphrase, once more",
  "app.save-copy-file": "A passphrase for the file",
  "app.save-copy-file-hint":
    "You may leave this empty. Then whoever finds the file can read it. If it is lost, nobody can open the file.",
  "app.save-copy-again": "The passphrase for the file, once more",
  "app.save-copy-go": "Save the file",
  "app.save-copy-working": "The file is being made. This takes a moment.",
  "app.save-copy-done": "The file is with your browser, as {name}.",
  "app.save-copy-nothing": "There is nothing here yet that could be saved.",
  "app.save-copy-failed": "The file could not be made just now. Nothing was saved.",
} as const
