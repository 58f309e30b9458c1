export const en = {
  "promises.title": "Promises",
  "promises.lead": "Small, with a time, so that both can see how it went.",

  "promises.nudge-say-how": "Say how it went: {will}",
  "promises.nudge-say-how-why":
    "Its time has passed. Saying it yourself, kept or not, counts for a great deal. It can be today or later.",

  "promises.ends-first": "The last day is before the first. Please choose another.",
  "promises.no-such-promise": "This promise is not here.",
  "promises.only-its-author": "Only the person who made a promise says how it went.",
  "promises.not-due-then": "Nothing was due at that time.",
  "promises.ended-already": "This time has its ending already.",
  "promises.has-ended": "This promise has ended.",
  "promises.new-time-needed": "A promise that is changed needs its new time.",
  "promises.time-without-change": "Only a promise that is changed gets a new time.",
  "promises.changed-too-late": "Its time had passed. It was missed; you can still say so.",
  "promises.due-then-anyway": "It is due at that time anyway. Please choose another.",
  "promises.no-such-ending": "This ending is not here.",
  "promises.own-ending": "The other person says whether they saw it.",
} as const
