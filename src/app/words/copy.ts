/** Keeping a copy, and coming back with one. Part of en.ts. */
export const copyWords = {
  "app.copy": "Keep a copy",
  "app.copy-lead": "One file to come back with, if this browser is cleared or the device is lost.",
  "app.copy-in":
    "In it are your own pages, what you shared and could read, what you are writing, and what is still to go.",
  "app.copy-not":
    "With it you can read all of that in another browser, and write on for yourself. With your sheet beside it you also write on in what you share.",
  "app.copy-show": "It is not for showing. To show something, or to have it checked, there is another file:",
  "app.copy-phrase-title": "Its passphrase",
  "app.copy-phrase-own":
    "The file is locked with the passphrase you have here. Please type it once more. Without it nobody can open the file, not even you.",
  "app.copy-phrase-new":
    "Choose a passphrase for the file. Three or four words that nobody would guess are good. Without it nobody can open the file, not even you.",
  "app.copy-field-own": "Your passphrase, once more",
  "app.copy-field": "A passphrase for the copy",
  "app.copy-field-again": "The passphrase for the copy, once more",
  "app.copy-reader":
    "Whoever has the file and its passphrase can read all that is in it. Keep it where the other person does not come.",
  "app.copy-go": "Save the copy",
  "app.copy-working": "The copy is being made. This takes a moment.",
  "app.copy-done": "The copy is with your browser, as {name}.",
  "app.copy-wrong": "That is not the passphrase you have here. Nothing is lost.",
  "app.copy-nothing": "There is nothing here yet that could be kept.",
  "app.copy-too-often":
    "You came back with a copy too many times for all of it to fit in one file. The other file still holds it.",
  "app.copy-failed": "The copy could not be made just now. Nothing was saved.",

  "app.copies-title": "Copies to come back with",
  "app.copies-none": "You have kept none yet.",
  "app.copies-lead": "You kept these. The days are noted here only for you.",
  "app.copies-one": "{day}",
  "app.copies-remove": "Take this line away",
  "app.copies-remove-which": "Take this line away: {day}",
  "app.copies-removed": "The line is gone. The file itself is where you saved it.",
  "app.copies-from": "These pages came here with a copy of {day}.",

  "app.came-title": "You are back",
  "app.came-day": "Everything is here as it was on {day}.",
  "app.came-only-read":
    "What you share can be read here, as it was that day. A copy alone does not make this browser belong to the shared space. With your sheet beside it, it does.",
  "app.came-write": "What you write for yourself goes on here, after what was there.",
  "app.came-not-sent":
    "What had not gone yet is marked as not sent. The other browser may have sent it since.",
  "app.came-lock": "These pages are locked with the passphrase of the copy.",

  "app.only-read-title": "Here it can only be read",
  "app.only-read":
    "What you share came to this browser with a copy of {day}. From here nothing can be sent, changed or taken back. What you write stays on this device.",
  "app.only-read-rooms": "What you share with {name} can be read here, as it was on {day}.",
  "app.only-read-shared":
    "What you shared came here with a copy. Those you shared it with can still read it. It can be taken back only in a browser that belongs to the shared space.",
  "app.stopped-only-read":
    "A shared space came to this browser with a copy, and there is room for one. To join another, open the link in a browser with nothing of it.",

  "app.copy-hint-title": "A thought about keeping",
  "app.copy-hint-unused":
    "This browser clears pages that were not opened for seven days. A copy would keep yours, and so would an icon on the home screen.",
  "app.copy-hint-not-sure": "This browser has not said that it keeps your pages for good. A copy would.",
  "app.copy-hint-once": "This is said once. You find it again under Help, This device.",
  "app.copy-hint-away": "Put the thought away",
} as const
