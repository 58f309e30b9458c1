/** Letting somebody else in, and what everybody here has to agree to. */
export const threeWords = {
  "app.three-invite": "Ask someone else in",
  "app.three-title": "Ask someone else in",
  "app.three-lead":
    "Everyone here has to say yes first. You make a link and give it to them yourself. You both compare seven words, and then the others are asked.",
  "app.three-means":
    "They can read what is said from then on, and everyone here can read them. What was said before is not given to them.",
  "app.three-name": "Their name, as the others will read it",
  "app.three-agreeing":
    "The words are the same. Now everyone here is asked, each on their own device. Nobody is told who has answered, and nobody has to.",
  "app.three-among": {
    one: "There is {n} person here already.",
    other: "There are {n} people here already. What you send, all of them can read.",
  },
  "app.three-among-yes": "Each of them is asked first. What they said before is not shown to you.",
  "app.rooms-together-more": "You share this space with {name}.",
  "app.rooms-gone": {
    one: "{name} is no longer here. What was shared stays, to read.",
    other: "{name} are no longer here. What was shared stays, to read.",
  },

  "app.asked-admit": "{by} would like {name} to come in",
  "app.asked-close": "{by} would like to end this for everyone",
  "app.asked-mine-admit": "You would like {name} to come in",
  "app.asked-mine-close": "You would like to end this for everyone",
  "app.asked-move": "{by} would like to go on at another server",
  "app.asked-mine-move": "You would like to go on at another server",
  "app.asked-reason": "You can take your time. Nobody is told whether you looked.",
  "app.asked-admit-text":
    "{name} would read what is said from then on. What was said before is not given to them.",
  "app.asked-admit-waiting": "What still waits on your device to be sent, {name} would read too.",
  "app.asked-admit-named": "With your yes, {name} is told the name you go by here.",
  "app.asked-close-text":
    "Nobody would write anything more here. Everyone can read what is there, and take back their own words. It cannot be undone.",
  "app.asked-all": "It happens only when everyone here says yes. If you say nothing, it stays as it is.",
  "app.asked-yes-admit": "Yes, let them in",
  "app.asked-yes-close": "Yes, end it",
  "app.asked-yes-move": "Yes, go on there",
  "app.asked-said": "You said yes. It happens when everyone here has said so.",
  "app.asked-withdraw": "Not after all",
  "app.asked-came-title": "{name} is here now",
  "app.asked-ended-title": "It has ended for everyone",
  "app.asked-gone-title": "This is no longer asked",
  "app.asked-gone": "It has happened, or it was taken back, or somebody came or went meanwhile.",
  "app.going-close-agree": "Everyone here is asked. It ends only when all have said yes.",
} as const
