/** What more than one room says: the house's own reasons, the pages all rooms share, and the suggestions that look at the whole house. */
export const en = {
  "house.unknown-kind": "This was written with a newer version. It is read again after an update.",
  "house.over": "Nothing more can be said here. It stays on this device.",
  "house.only-read": "What you share can only be read here. It came with a copy. It stays on this device.",
  "house.wrong-log": "This stands in the wrong place. It was left aside.",
  "house.wrong-record-kind": "This is not marked as it should be. It was left aside.",
  "house.shape": "This does not have the form it should have. It was left aside.",

  "today.say-hurt": "Say that it hurt",
  "today.say-hurt-why":
    "Words of sorry reach further when the hurt was heard first. You can write it for yourself alone.",
  "today.own-view": "Write down how you see it",
  "today.own-view-why":
    "Both sides leave things out when they remember. Your own view, written early, helps you keep it.",
  "today.account": "Write down what you did",
  "today.account-why":
    "One whole account is easier to bear than many pieces, for you too. It stays with you.",
  "today.whole": "Read your account once more",
  "today.whole-why":
    "People feel worse after telling half of it than after all of it. See whether anything is missing. It need not go anywhere.",
  "today.small-promise": "Make one small promise",
  "today.small-promise-why":
    "A few small things, done when you said, count for more than words about the future.",

  "practices.back": "Go back",
  "practices.only-here-alone": "Only on this device. Nobody else sees it.",
  "practices.keep": "Keep for now",
  "practices.go-on": "Go on",
  "practices.throw-away": "Throw this page away",
  "practices.throw-away-which": "Throw this page away: {title}",
  "practices.get-ready": "Get ready to send",
  "practices.kept-now": "Kept on this device.",
  "practices.not-kept": "This could not be kept just now. Your words are still on the page.",
  "practices.too-long": "These pages are too long to keep as one. Please make them shorter.",
  "practices.write-first": "Write a few words first. Any part will do.",
  "practices.name-title": "What shall this be called?",
  "practices.name-lead": "A short name, so that you find it again. You can change it later.",
  "practices.name-field": "Name",
  "practices.name-day": "What happened, {day}",
  "practices.name-which": "What is it about?",
  "practices.name-choose": "One of these, or something else",
  "practices.name-new": "Something else",

  "practices.review-title": "Before you send it",
  "practices.review-words": "What {name} will be able to read",
  "practices.review-name": {
    one: "What it is called, for both of you",
    other: "What it is called, for all of you",
  },
  "practices.review-name-hint": {
    one: "{name} sees this name before opening anything.",
    other: "{name} see this name before opening anything.",
  },
  "practices.review-about": {
    one: "It goes under a name for both of you: {title}",
    other: "It goes under a name for all of you: {title}",
  },
  "practices.review-work":
    "At work, an employer may be able to ask for records. A formal process may be the better way.",
  "practices.review-send": "Send",
  "practices.review-not-now": "Not now",
  "practices.review-closed": {
    one: "It arrives closed. {name} opens it when it feels right, or not at all.",
    other: "It arrives closed. {name} each open it when it feels right, or not at all.",
  },
  "practices.review-untold": "You are not told whether it was opened.",
  "practices.review-alone": "It waits on your device until {name} has joined.",
  "practices.review-back": "You can take it back at any time. After it went, it may have been read.",
  "practices.review-kept-copy": "{name} can copy it or show it to others. Nobody can prevent that.",
  "practices.hold-title": "When may it go?",
  "practices.hold-day": "After one day",
  "practices.hold-day-hint": "Until then only you have it. You can change it or stop it.",
  "practices.hold-none": "With the next connection",
  "practices.sending-failed": "It was not sent. Your words are still on this device.",

  "practices.where-goes": "It goes on {when}, when there is a connection.",
  "practices.where-connection": "It goes when there is a connection.",
  "practices.where-invite": "It goes once {name} has joined.",
  "practices.where-earlier": "This was put away. Here it can only be read.",
  "practices.where-copy": "This came here with a copy. From here it can only be read.",
  "practices.where-not-sent": "This could not be sent. Your words are safe on this device.",
  "practices.let-go": "Let it go now",
  "practices.take-back": "Take it back",
  "practices.take-back-waiting": "It has not gone. If you take it back, nobody will know of it.",
  "practices.take-back-sent":
    "The words are taken out for everyone here. They may have been read or copied. That you took something back stays, with the day.",
  "practices.take-back-sure": "Yes, take it back",
  "practices.take-back-no": "Leave it",
  "practices.taken-back-by": "{name} took something back here, {day}.",
  "practices.taken-back-me": "You took something back here, {day}.",

  "practices.take-out": "Take this out together",
  "practices.take-out-why":
    "These words stay until everyone they are shared with says that they may go. If you say so, the others can see it here. Nobody has to agree, and what you said stays said.",
  "practices.take-out-then":
    "Once everyone said so, the words are gone from each device and from the server, for good. Copies made before stay, and so does what each of you noted for yourselves.",
  "practices.take-out-yes": "They may go",
  "practices.take-out-no": "Leave them",
  "practices.take-out-mine":
    "You said that these words may go. They stay unless everyone they are shared with says so.",
  "practices.take-out-theirs":
    "{name} said that these words may go. They stay unless everyone they are shared with says so. You do not have to.",

  "practices.unheard-over": "Nothing more can be said here. What is there stays, to read.",
  "practices.unheard-left": "{name} is no longer here, and would not read what is said to this now.",

  "practices.gate-told": "Nobody is told what you choose, or when. You can choose again at any time.",
  "practices.gate-ready": "Open it now",
  "practices.gate-not-yet": "Not yet",
  "practices.gate-in-person": "I would rather hear it in person",
  "practices.gate-not-at-all": "Not at all",
  "practices.gate-stays": "It stays closed. It is here when you want it.",
  "practices.gate-in-person-stays": "It stays closed. Only you know that you would rather hear it.",
  "practices.gone": "It is no longer here.",
  "practices.gone-begun": "What you had begun to write about it. Only you see it.",
  "practices.put-away": "Close it again",
} as const
