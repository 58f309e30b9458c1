/** Going on at another server together, and writing again where a copy was opened. Part of en.ts. */
export const movingWords = {
  "app.server": "The server",

  "app.move": "Go on at another server together",
  "app.move-lead":
    "All of you can take what you share to another server. It happens only when everyone here says yes.",
  "app.move-new":
    "Whoever runs the other server then sees what can be seen here: that someone uses it, when, how much, and the internet address.",
  "app.move-who":
    "Ask who runs it. If it is someone you share with, it is not private from them. Do not go there with anything you need to keep from them.",
  "app.move-old":
    "This server keeps what it has, locked, until whoever runs it deletes it. The app asks it for nothing of it any more.",
  "app.move-each": "Each of you takes along a copy and a sheet. With both you write on there.",
  "app.move-no-sheet": "First you need a sheet to come back with. Without one, you could only read there.",
  "app.move-line": "The line of the other server",
  "app.move-line-hint": "Whoever runs it can give it to you. It begins with https and is one long line.",
  "app.move-own": "Your passphrase, once more",
  "app.move-ask": "Ask the others",
  "app.move-bad-line": "This is no line of a server, or it is cut short. Ask for it once more.",
  "app.move-bad-here": "This is the line of the server you are at.",
  "app.move-bad-no-sheet": "You need a sheet first.",
  "app.move-bad-cannot": "Nothing can be asked here any more.",
  "app.move-bad-failed": "That could not be kept just now. Nothing has changed; you can try once more.",
  "app.move-asked": "Your question is on its way. It goes with the next connection.",

  "app.asked-move-text": "All of you would go on at this server:",
  "app.asked-move-unnamed": "Nobody has said its address. So nobody can say yes to it.",

  "app.moved": "You agreed to go on at another server",
  "app.moved-why": "What to take along, and how to write on there.",
  "app.moved-lead": "All of you said yes. This is its address:",
  "app.moved-unnamed": "Nobody said its address here. Ask the others for it.",
  "app.moved-here":
    "Here all of it stays to read. What you choose to send waits, and goes along with your copy.",
  "app.moved-steps": "To write on there",
  "app.moved-first": "Keep a copy. It is one file, with all that is here.",
  "app.moved-second": "Have your sheet at hand.",
  "app.moved-third": "Open that address in a browser, and press “I have a copy”.",
  "app.moved-fourth": "Then press “Write again here”, and type the code of your sheet.",
  "app.moved-copy-address": "Copy the address",
  "app.moved-not": "This device sends nothing to this server any more of what you share.",

  "app.again": "Write again here",
  "app.again-why": "With the code of your sheet this browser becomes one of your devices.",
  "app.again-lead":
    "The code on your sheet makes this browser one of your devices. Then you write on in what you share.",
  "app.again-sheet":
    "A copy is as it was on its day. If the server you had still answers, “I have a sheet” there brings what is newest.",
  "app.again-elsewhere": "You agreed to go on at {address}. This server is another one.",
  "app.again-gone": "That server is gone for good",
  "app.again-gone-hint":
    "If it is not, write on there. Otherwise you and the others may part ways without knowing.",
  "app.again-working": "Opening it with your sheet. This takes a moment.",
  "app.again-nothing":
    "This code opens nothing in the copy. Perhaps the sheet is another one, or newer than the copy.",
  "app.again-replaced": "A newer sheet took the place of this one. Only the newer one works.",
  "app.again-not-in":
    "With this sheet you can read here, and not write in what you share. It was made before you shared it.",
  "app.again-failed": "That could not be kept just now. Nothing has changed; you can try once more.",

  "app.returned-copy": "You can write on here",
  "app.returned-copy-lead": "All that was in the copy of {day} is here, and you write on in it.",
  "app.returned-copy-not": "What you wrote on the other device after that day is there alone.",
  "app.returned-copy-waits":
    "This browser is not among your devices yet. It is with the next connection, or once the others came here too.",
  "app.returned-copy-sheet":
    "Please make a new sheet. The one you have works only together with the copy, because this server knows nothing of it.",
  "app.waited": {
    one: "{n} thing had not gone when you agreed to go on here.",
    other: "{n} things had not gone when you agreed to go on here.",
  },
  "app.waited-why": "You can send it now.",
  "app.waited-send": "Send it now",
} as const
