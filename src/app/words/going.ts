/** Leaving, stepping out, ending it, and what is said of it afterwards. */
export const goingWords = {
  "app.going": "Leaving, or ending it",
  "app.going-title": "You can go at any time",
  "app.going-lead": "You need no reason, and nobody has to agree.",
  "app.going-afraid":
    "If you are afraid of what may happen when you go, talk to someone trained first. For some people going is the time of most danger.",
  "app.going-help": "Read the help page",
  "app.going-out-title": "Step out quietly",
  "app.going-out":
    "This device stops asking for news. Nobody is told. All that is here stays here, and you can come back at any time.",
  "app.going-out-left":
    "This device no longer asks the server whether anything changed here. Nobody is told. You can change that at any time.",
  "app.going-out-do": "Step out",
  "app.going-away": "You have stepped out. This device asks for no news, and nobody was told.",
  "app.going-back": "Come back",
  "app.going-ask-again": "Ask for news again",
  "app.going-leave-title": "Leave for good",
  "app.going-leave":
    "You write nothing more here and read nothing new. What was said stays, with you and with the others. You can still take back your own words. The others are not told, but they will see that you are no longer here.",
  "app.going-leave-do": "Leave for good",
  "app.going-leave-sure": "Yes, leave",
  "app.going-close-title": "End it for everyone",
  "app.going-close":
    "Nobody writes anything more here. Everyone can read what is there, and take back their own words.",
  "app.going-close-do": "End it for everyone",
  "app.going-close-sure": "Yes, end it",
  "app.going-sure": "This cannot be undone. You may want to save a copy first.",
  "app.going-save": "Save what is mine and what we shared",
  "app.going-no": "Stay as it is",
  "app.going-junior":
    "Only the device you had first can do this, so that nobody who takes a later one can do it in your place.",
  "app.going-waits": "It goes with the next connection. Until then you can think it over.",
  "app.going-not-after-all": "Not after all",
  "app.going-left-title": "You left",
  "app.going-left-lead":
    "What was shared until then stays here, to read. You can still take back your own words.",
  "app.going-left-afraid":
    "If you are afraid of what may happen now, talk to someone trained. For some people the time after going is the most dangerous.",
  "app.going-left": "You left. What was shared until then stays here, to read.",
  "app.going-alone": "Nobody else is here now. What was shared stays here, to read.",
  "app.going-closed": "This was ended. What was shared stays here, to read.",
} as const
