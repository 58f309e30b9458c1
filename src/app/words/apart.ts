/** When the shared record does not fit together: what it means, and what can be done. Nobody is blamed. Part of en.ts. */
export const apartWords = {
  "app.apart-way": "What this means, and what you can do",
  "app.apart": "Something does not fit together",
  "app.apart-lead":
    "What you share is kept in one row, each piece tied to the one before. Here two of them do not fit.",
  "app.apart-fork":
    "The server gave this device something else than what stood there before. It may have gone back to an older copy of itself. It may also have told two of you different things. From here nobody can tell which.",
  "app.apart-other":
    "The server gave this device something that does not belong where it stands. It may be broken, or changed on the way. From here nobody can tell which.",
  "app.apart-device-copied":
    "Something was written in the name of this device, and not from this browser. The browser’s data may have been copied, or brought back from a backup.",
  "app.apart-shared-damaged": "A part of what is shared can no longer be read from this device’s disk.",
  "app.apart-private-damaged": "A part of your own pages can no longer be read from this device’s disk.",
  "app.apart-signed": "The server has put its name to both, and this device has kept that.",
  "app.apart-nobody": "None of it says that one of you did anything.",
  "app.apart-kept": "All that was here stays here, to read. What you chose to send waits.",

  "app.apart-both": "How far both go",
  "app.apart-same": "Up to {day} both are the same.",
  "app.apart-same-none": "Both begin in the same way.",
  "app.apart-here": {
    one: "Then this device has {n} entry.",
    other: "Then this device has {n} entries.",
  },
  "app.apart-here-none": "This device ends there.",
  "app.apart-there": {
    one: "The server shows {n} other.",
    other: "The server shows {n} others.",
  },
  "app.apart-there-none": "The server names another end, and shows nothing of it.",
  "app.apart-cut": "There was more, or something that did not stand. This device did not keep that.",
  "app.apart-both-kept": "Both are kept on this device.",
  "app.other": "What the server shows instead",
  "app.other-lead":
    "This stands in none of your rooms. Somebody may have written it who was shown this one. From here nobody can tell.",
  "app.other-none": "Nothing of it is on this device.",
  "app.other-left": "Left for good",
  "app.other-closed": "Ended it for everyone",
  "app.other-invite": "Invited somebody",
  "app.other-cancel": "Took an invitation back",
  "app.other-admit": "Let somebody in",
  "app.other-redact": "Took words back",
  "app.other-change": "A change of who is here, and with which devices",
  "app.other-shut": "Something this device cannot read",
  "app.other-by": "{name}, {day}",
  "app.other-day-no": "{name}",
  "app.other-save": "Save this as a file",
  "app.other-save-lead":
    "One file with what both have at the beginning, and what the server shows after it. Somebody you trust can check it.",
  "app.other-save-also": "The other file, with what this device has, is made on its own page.",
  "app.other-no-file": "No file can be made of it here: this device no longer belongs to it there.",

  "app.apart-do": "What you can do",
  "app.apart-do-keep":
    "Each of you keeps what you have: a copy to come back with, and the file with what is yours and what you shared.",
  "app.apart-do-same":
    "Look at the eight words together. If they are the same, only this device was given something wrong.",
  "app.apart-do-anew":
    "You can go on together in a new space. What there is now is put away, to read. There, each can say again what should come along.",
  "app.apart-do-elsewhere":
    "To go on together, one of you begins in a browser with nothing of this and invites the other anew. There, each can write again what should come along.",
} as const
