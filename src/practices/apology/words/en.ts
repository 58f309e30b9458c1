export const en = {
  "apology.title": "The apology",
  "apology.lead": "Say it well, in writing or aloud, and offer to put something right.",

  "apology.nudge-promise": "Make the repair a promise",
  "apology.nudge-promise-why":
    "What you offered was accepted. With a time, you can both see it happen. Small kept promises do more than words.",
  "apology.nudge-repair": "Is there something you can put right?",
  "apology.nudge-repair-why":
    "The answer to your letter says what is missing. Something done often weighs more than another letter.",

  "apology.empty": "There is nothing written yet.",
  "apology.no-such-matter": "This is about something that neither of you opened here.",
  "apology.no-such-letter": "This belongs to a letter that neither of you wrote here.",
  "apology.own-letter": "Only the person who got a letter can answer it.",
  "apology.own-repair": "Only the other person can accept what you offer.",
  "apology.accepted-already": "This was accepted before.",
  "apology.not-yours": "Only the person who wrote it can take it back.",
} as const
