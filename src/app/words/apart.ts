/** When the shared record does not fit together: what it means, and what can be done. Nobody is blamed. Part of en.ts. */
export const apartWords = {
  "app.apart-way": "What this means, and what you can do",
  "app.apart": "Something does not fit together",
  "app.apart-lead":
    "What you share is one row of entries, each tied to the one before. Here two of them do not fit.",
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
  "app.apart-do": "What you can do",
  "app.apart-do-keep":
    "Each of you keeps what you have: a copy to come back with, and the file with what is yours and what you shared.",
  "app.apart-do-same":
    "Look at the eight words together. If they are the same, only this device was given something wrong.",
  "app.apart-do-anew":
    "To go on together, one of you begins in a browser with nothing of this and invites the other anew. There, each can write again what should come along.",
} as const
