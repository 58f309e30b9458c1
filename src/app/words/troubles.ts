/** What is said when something does not go as it should: what it is, what was kept, and the way on. Nobody is blamed. */
export const troubleWords = {
  "app.set-aside": {
    one: "{n} entry could not be placed. It is kept, and nothing else is changed by it.",
    other: "{n} entries could not be placed. They are kept, and nothing else is changed by them.",
  },
  "app.unreadable": {
    one: "{n} thing is here that this device cannot open. It is kept as it is.",
    other: "{n} things are here that this device cannot open. They are kept as they are.",
  },
  "app.missing": {
    one: "The words of {n} thing have not come. Nobody took them back: the server did not give them. The app asks again.",
    other:
      "The words of {n} things have not come. Nobody took them back: the server did not give them. The app asks again.",
  },
  "app.alarm":
    "Something in the shared record does not fit together. Writing together has stopped. All you can read here stays readable. Your own pages go on as before.",
  "app.no-news":
    "No news from the server since {day}. It answers, and does not say for sure that there is nothing new. You can go on writing.",
  "app.offline": "No connection. You can go on writing. What you chose to send goes when there is one.",
  "app.server-forgot":
    "The server no longer has what it kept for everyone here. All of it is still on this device, and the app gives it back as soon as it can. You can go on writing. What you chose to send waits here.",
  "app.server-went-back":
    "The server had lost some of what it kept for everyone here. This device has given back what it holds. Nothing new goes out before a device of everyone here has done the same: it does so by itself when it is opened. You can go on writing.",
  "app.not-waiting": "Go on without waiting",
  "app.not-waiting-warning":
    "Another device may still hold something that the server lost. If you go on now, it may no longer fit, and you may have to begin a new shared space. Nobody would have done anything wrong: the server went back. Wait if you can.",
  "app.not-waiting-do": "Go on now",
  "app.not-waiting-not": "Wait",
  "app.server-removed":
    "The server says that this device no longer belongs to what you share. One of your other devices, or your sheet, may have taken it out. All you can read here stays readable, and your own pages go on as before.",
  "app.server-misnamed":
    "The server does not know the address you reach it under, so it lets nobody in. All of it is still on this device. Whoever runs the server can mend it, by telling it this address.",
  "app.server-stranger":
    "This server is not the one you agreed to go on at, though it has the same address. Nothing was sent to it, and all of it is still on this device. Ask whoever runs it.",
  "app.own-lacks":
    "Another device of yours has kept something for you alone, and it has not come here. It may be late. The server may have lost it, or may be keeping it back. It is still on that device. On each of your devices, go to Help, then This device, and press “Bring my devices together now”.",
  "app.server-full":
    "The server has no room to keep more just now. You can go on writing. What you chose to send waits on this device and goes when there is room.",
  "app.files-limit":
    "The server takes no more pictures or recordings from you today. You can go on writing. What you chose to send with one waits on this device and goes by itself once the server takes it.",
  "app.storage-full":
    "This browser has no more room. What you write now is on this page only, so leave it open. Delete something else on this device; it is tried again by itself.",
  "app.passphrase-failed": "The lock could not be set just now. Nothing has changed; you can try once more.",
  "app.newer": "Written with a newer version",
  "app.newer-here":
    "This was written with a newer version. It is kept, and can be read here after an update.",
  "app.day-ahead": "{day}, by the clock of the device it was written on",
} as const
