/** A sheet of paper to come back with, and what is said around it. Part of en.ts. */
export const recoveryWords = {
  "app.sheet": "A sheet to come back with",
  "app.sheet-lead":
    "A code on paper. With it you can come back in another browser, if this device is lost or this browser is cleared.",
  "app.sheet-copy":
    "For that, your own pages must lie somewhere else, too. From then on this device copies them to the server, locked, at most once a day.",
  "app.sheet-operator":
    "Whoever runs the server cannot read them. They can see that locked pages come, when, how big they are, and from which connection. They may guess whose they are.",
  "app.sheet-who":
    "Whoever holds the sheet can come back as you and read all of it. Keep it where the other person does not come.",
  "app.sheet-again":
    "You made one on {day}. It stops working once the new one is whole. Together with what a server kept, it can still open what came before.",
  "app.sheet-local":
    "You opened this app by an address that works on this computer only. With such a sheet you can come back on this computer and nowhere else.",
  "app.sheet-go": "Make the sheet",
  "app.sheet-own": "Your passphrase, once more",
  "app.sheet-working": "The sheet is being made. This takes a moment. Please leave this page open.",
  "app.sheet-wrong": "That is not the passphrase you have here. Nothing is lost.",
  "app.sheet-no-connection":
    "There is no connection just now, so the sheet is not whole. Please try again when there is one.",
  "app.sheet-full": "The server has no room for it just now. The sheet is not whole.",
  "app.sheet-not-first": "Only the device you had first can make a sheet.",
  "app.sheet-stopped": "This device writes nothing just now, so it cannot make a sheet.",
  "app.sheet-moved":
    "You agreed to go on at another server. Make a new sheet there, once you write there again.",
  "app.sheet-failed": "The sheet could not be made just now. You can try once more.",
  "app.sheet-made": "Your sheet",
  "app.sheet-made-lead": "It is shown only now. Print it, save it, or copy it by hand.",
  "app.sheet-print": "Print it",
  "app.sheet-save": "Save it as a file",
  "app.sheet-saved":
    "The file is with your browser, as {name}. Whoever opens the file can read the code, so move it to a safe place.",
  "app.sheet-gone":
    "When you leave this page, the code is gone from this device. If you lose the sheet, you can make a new one.",
  "app.sheet-have": "I have it now",

  "app.paper-title": "A sheet to come back with",
  "app.paper-day": "Made on {day}.",
  "app.paper-address": "Open this address in a browser:",
  "app.paper-local": "This address works only on the computer where the sheet was made.",
  "app.paper-press": "There, press “I have a sheet” and type this code:",
  "app.paper-words": "Afterwards, eight words are shown. They must be these:",
  "app.paper-whoever":
    "Whoever holds this sheet can come back as its owner and read everything. Keep it where the other person does not come.",
  "app.paper-older": "A newer sheet takes the place of this one.",

  "app.sheets-title": "If this device is lost",
  "app.sheets-none":
    "Your own pages are in this browser and nowhere else. With a code on paper you could come back in another one.",
  "app.sheets-has": "You made a sheet to come back with on {day}.",
  "app.sheets-newer":
    "A newer sheet was made on {day}, on another device of yours. A sheet from before no longer works.",
  "app.sheets-newer-learned":
    "A newer sheet was made on another device of yours. This device learned of it on {day}. A sheet from before no longer works.",
  "app.sheets-unready":
    "A sheet was begun on {day} and is not whole. An older one may no longer work. Please make a new one.",
  "app.sheets-new": "Make a new sheet",
  "app.sheets-copied": "Your own pages are copied to the server, locked. The last time was on {day}.",
  "app.sheets-not-copied": "Your own pages have not been copied to the server yet.",
  "app.sheets-gone": "This device was let go. What you write for yourself here stays here alone.",
  "app.sheets-older": "A device was let go since. It can spoil what this sheet needs. Please make a new one.",
  "app.sheets-several":
    "You write on more than one device. What you write for yourself on one reaches the others the next day, or when you press this on both.",
  "app.sheets-forgot":
    "The server no longer has what your devices left there. Did you let a device go on another one? Then do not press. Else this sends all of it again.",
  "app.sheets-bring": "Bring my devices together now",
  "app.sheets-bring-on": "Done. All that is written here is there for your other devices.",
  "app.sheets-bring-off": "There is no connection just now. Nothing is lost. Please try again later.",
  "app.sheets-bring-full": "The server has no room for it just now. Nothing is lost.",
  "app.sheets-not-in": "What came here with a copy is not among them. The file still holds it.",

  "app.returned": "You came back with a sheet",
  "app.returned-why": "A few things to look at.",
  "app.returned-title": "You are back",
  "app.returned-lead": "All that was copied until {day} is here again.",
  "app.returned-not":
    "What you wrote after that, what was still to go, and pages you had only begun were on the other device alone. What had come there with a copy is in that file.",
  "app.returned-torn":
    "The server also gave something that does not fit, and it was left out. It may be newer than {day}.",
  "app.returned-words": "Are these eight words on your sheet?",
  "app.returned-words-else":
    "If they are different, this is not what the sheet was made for. Write nothing here, and ask whoever runs the server.",
  "app.returned-unsure":
    "Something newer than {day} may be missing here. You can be sure that nothing is once somebody else writes, or once two of you see the same words.",
  "app.returned-compare": "See the words to compare",
  "app.returned-waits": "This browser is not among your devices yet. It is with the next connection.",
  "app.returned-lost-title": "May the other device go?",
  "app.returned-lost": {
    one: "A device of yours was here before this one. Was it lost, or taken? Then let it go: it reads nothing new, and writes nothing more.",
    other:
      "{n} devices of yours were here before this one. Were they lost, or taken? Then let them go: they read nothing new, and write nothing more.",
  },
  "app.returned-lost-what": "What is on it already stays readable to whoever can open it.",
  "app.returned-lost-go": "Yes, let it go",
  "app.returned-lost-keep": "No, I still have it",
  "app.returned-kept": "It stays. You can let it go later, under Help, This device.",
  "app.returned-removing": "The other device goes with the next connection.",
  "app.returned-lock": "There is no lock here yet.",
  "app.returned-sheet":
    "The sheet still works. If it may not be yours alone any more, make a new one on the page This device.",

  "app.used-mine-title": "Your sheet was used",
  "app.used-mine":
    "Somebody came back with it in another browser. This device learned of it on {day}. If that was you, all is well. If it was not, someone else has your sheet, and can read and write as you. Tell the people here in a way you trust, and begin anew with them.",
  "app.used-other-title": "{name} came back in another browser",
  "app.used-other":
    "It was done with a sheet of paper. This device learned of it on {day}. If you are not sure that it was {name}, ask in a way you trust.",
  "app.used-away": "Put this away",

  "app.same-title": "Do you see the same?",
  "app.same-lead":
    "When two of you are connected and have read the newest, you see the same eight words. Read them to each other.",
  "app.same-means":
    "The same words mean: nobody has been given something else, and nothing was left out before this.",
  "app.same-different":
    "Different words mostly mean that one of you has not got the newest yet. Each of you opens the app, waits a moment, and looks again. If they stay different, write nothing more here, and let each keep a copy.",
  "app.same-yes": "They are the same",
  "app.same-done": "You see the same. Nothing before this is missing here.",
  "app.same-way": "Do we see the same?",
  "app.alarm-sheet":
    "A newer sheet took the place of the one you came back with, before this browser was among your devices. All that is here can be read. To write together, come back with the newer sheet in another browser.",
} as const
