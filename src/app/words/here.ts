/** A new device of one’s own, on that device. Part of first.ts. */
export const hereWords = {
  "app.here-have": "This is another device of mine",
  "app.here-title": "Another device of yours",
  "app.here-lead":
    "On the device you have, open Help, “This device”, and choose “Add another device of yours”. Then open the link here.",
  "app.here-paste": "The link",
  "app.here-came":
    "The link is here. Whoever opens it with you must be you: go on only with your own two devices.",
  "app.here-go": "Go on",
  "app.here-cut": "That is not the whole link. Copy all of it.",
  "app.here-waiting": "One moment. The other device answers as soon as it is open and has a connection.",
  "app.here-words": "Do both devices show these words?",
  "app.here-words-lead": "Compare them with the other device, and answer there. Leave this open.",
  "app.here-agreed": "You said that they are the same. All that is yours is coming here now.",
  "app.here-no-connection": "There is no connection just now. It goes on when there is one.",
  "app.here-older": "The server gives less than is there. It goes on as soon as the rest comes.",
  "app.here-damaged": "What the server gives does not fit together. None of it was taken. It is tried again.",
  "app.here-full": "This browser has no room for it. Make some room; then it goes on.",
  "app.here-gone": "This browser keeps nothing just now. Nothing of it was kept.",
  "app.here-stop": "Stop this",
  "app.here-again": "Try another link",
  "app.here-ended-title": "This device was not added",
  "app.here-ended-different": "You saw different words. Nothing came here.",
  "app.here-ended-taken":
    "Somebody else opened this link before. Nothing came here. On your other device, press “They are different”, or “Stop this”, and make a new link.",
  "app.here-ended-given-up": "It was stopped. Nothing came here.",
  "app.here-ended-link": "This link cannot be read. Copy all of it, once more.",
  "app.here-ended-other-server": "This link belongs to another server. Open the link itself: it leads there.",
  "app.here-ended-over": "This link is over. On your other device you can make a new one.",
  "app.here-ended-changed": "What came did not come from your device. Nothing of it was taken.",
  "app.here-ended-not-empty": "There are pages in this browser already. Load this page again to see them.",
} as const
