/** Another device of the same person, on both of them. Part of en.ts. */
export const linkingWords = {
  "app.link": "Add another device of yours",
  "app.link-lead": "A phone, a tablet or a computer of your own. Have both at hand: it takes a few minutes.",
  "app.link-reads":
    "The new device then reads all that you read here: your own pages, and what is shared. It writes in your name. What you come to share later goes there only if you say so.",
  "app.link-copy":
    "For that, your own pages must lie somewhere else, too. All of them are copied to the server now, locked, and new ones at most once a day.",
  "app.link-copied": "Your own pages are copied to the server already. What is new goes there now.",
  "app.link-earlier": "Spaces you put away come to the new device, too, to be read.",
  "app.link-others": "Everybody you share with can see that another device of yours came.",
  "app.link-first": "Which of the two comes first?",
  "app.link-first-hint": "The one that comes first can let the other go. The other cannot do that.",
  "app.link-first-this": "This device",
  "app.link-first-new": "The new device",
  "app.link-first-new-hint": "Choose this if this device may be lost or taken.",
  "app.link-own": "Your passphrase, once more",
  "app.link-go": "Go on to the link",
  "app.link-working": "Your pages are being copied. This takes a moment.",
  "app.link-wrong": "That is not the passphrase you have here. Nothing is lost.",
  "app.link-stopped":
    "This device cannot add another one just now: it does not write in what is yours, or you stepped out.",
  "app.link-too-many": "You have as many devices as there can be. Let one go first.",
  "app.link-moved": "Everybody agreed to go on at another server. A device is added there.",
  "app.link-busy": "Another device is being added already.",
  "app.link-no-connection": "There is no connection just now. You can try again when there is one.",
  "app.link-failed": "That could not be kept just now. Nothing has changed; you can try once more.",
  "app.link-preparing": "The link waits for a connection. As soon as your pages are copied, you see it here.",
  "app.link-title": "Open this on the other device",
  "app.link-square": "The link as a square, for the other device’s camera",
  "app.link-how": "Point the other device’s camera at the square. Or copy the link and open it there.",
  "app.link-rules":
    "The link works once, for fifteen minutes. Show it to nobody else. Then both devices show you words.",
  "app.link-local":
    "This link works on this computer only. For another device, this server needs a public https address.",
  "app.link-end": "Stop this",
  "app.link-words": "Do both devices show the same words?",
  "app.link-words-lead": "Look at the other device. There, these seven words must stand, in the same order.",
  "app.link-words-not":
    "If it shows other words, or none, somebody else has used the link. Then press “They are different”, and nobody is added.",
  "app.link-adding": "Your other device is being added. Leave both open for a moment.",
  "app.link-adding-title": "Just a moment",
  "app.link-done-title": "Your other device is here",
  "app.link-done": "It reads what you read, and it stands under “People and devices”.",
  "app.link-ended-title": "No device was added",
  "app.link-ended-different": "You saw different words. Nobody was added. Another try takes a new link.",
  "app.link-ended-taken":
    "Somebody else used this link first. Nobody was added. Make a new link, and show it to your own device alone.",
  "app.link-ended-given-up": "It was stopped. Nobody was added.",
  "app.link-ended-too-old": "The fifteen minutes are over. A new link is needed.",
  "app.link-ended-over": "The server no longer has what belongs to this link. A new link is needed.",
  "app.link-ended-changed":
    "What came did not come from your device, or was changed on the way. Look under “People and devices” whether all of them are yours.",
  "app.link-ended-not-added": "The new device could not be added. Look under “People and devices”.",
  "app.link-ended-moved": "Everybody agreed to go on at another server. A device is added there.",

  "app.here-not-empty":
    "You opened a link for a new device of yours. In this browser there are pages already, so it cannot be used here.",
  "app.here-done-title": "This device is yours now, too",
  "app.here-done-lead": "Your own pages are here, and so is what is shared.",
  "app.here-done-earlier": "Spaces you put away can be read here, too.",
  "app.here-done-not":
    "What still waits to go, and pages you had only begun, stay on the other device alone.",

  "app.absent-card": "Shall your other device see this, too?",
  "app.absent-card-why":
    "You share something here that another device of yours does not see. You find that device under “People and devices”.",
  "app.absent": "This device of yours does not see what you share here.",
  "app.absent-go": "Let it see this, too",
  "app.absent-what":
    "It then reads all that was said here, and writes in your name. Everybody here can see that it came.",
  "app.absent-hands": "Say yes only if that device is in your own hands.",
  "app.absent-asked":
    "You said that it may see what you share here. Open that device, then this one, then that one again.",
  "app.comes-waits-title": "Something you share elsewhere waits",
  "app.comes-waits":
    "On another device of yours you share something new. It comes here once what you share on this one is over.",
  "app.came-space-title": "What you share is here now, too",
  "app.came-space":
    "On another device of yours you said that this one may see it. It came on {day}. If that was not you, look under “People and devices”.",

  "app.came-mine-title": "Another device of yours came",
  "app.came-mine":
    "One of your devices added it. This device learned of it on {day}. If that was not you, somebody had one of your devices in their hands. Then let the new one go, under “People and devices”.",
  "app.came-other-title": "{name} has another device",
  "app.came-other":
    "One of {name}’s devices added it. This device learned of it on {day}. If you are not sure that it was {name}, ask in a way you trust.",
} as const
