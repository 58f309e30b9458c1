/** The page that lists what is shared. One short name for each thing that can be. */
export const sharedWords = {
  "app.shared": "What is shared",
  "app.shared-lead":
    "Everything of yours that {name} can read, or soon can. You can stop any of it, alone, and need give no reason.",
  "app.shared-lead-several":
    "Everything of yours that others can read, or soon can, and who. You can stop any of it, alone, and need give no reason.",
  "app.shared-left": "{name} left, and can still read what was shared before that.",
  "app.shared-nothing": "Nothing of yours is shared.",
  "app.shared-since": "Since {day}, with {name}. It stays until you take it back.",
  "app.shared-kept-since":
    "Since {day}, with {name}. You keep this together: it stays until everyone who was here then says that it may go.",
  "app.shared-shut": "It does not open here. {name} may be able to read it. It stays until you take it back.",
  "app.shared-shut-kept":
    "It does not open here. {name} may be able to read it. You keep this together: it stays until everyone says that it may go.",
  "app.shared-waits": "It has not gone. If you stop it, nobody will know of it.",
  "app.shared-count": {
    one: "{n} thing in all. What waits comes first, then the newest.",
    other: "{n} things in all. What waits comes first, then the newest.",
  },
  "app.shared-stop": "Stop it",
  "app.shared-stopped": "It is stopped.",
  "app.shared-taken-back": "It is taken back.",
  "app.shared-take-back": "Take it back",
  "app.shared-which": "{what}: {action}",
  "app.shared-open": "Open it",
  "app.shared-all": "Take everything back",
  "app.shared-all-why": {
    one: "All your words that are yours alone are taken out, for everyone here. What waits is stopped. What you keep together stays. {name} gets no message, but can see that you took something back, and the day. They may have read or copied your words before.",
    other:
      "All your words that are yours alone are taken out, for everyone here. What waits is stopped. What you keep together stays. {name} get no message, but can see that you took something back, and the day. They may have read or copied your words before.",
  },
  "app.shared-all-yes": "Take everything back",
  "app.shared-all-no": "Leave it as it is",
  "app.shared-all-done": "Everything that was yours alone is taken back.",
  "app.shared-earlier":
    "What you said in a space that was put away stays there. Those who were there can still read it, and it can no longer be taken back.",
  "app.shared-not": "What you keep for yourself is not on this list: nobody else can read it.",

  "app.shared-is-unknown": "Something of yours",
  "app.shared-is-account-told": "Your account",
  "app.shared-is-apology-answered": "Your answer to {name}",
  "app.shared-is-apology-repair-accepted": "That you accepted what {name} offered",
  "app.shared-is-apology-repair-offered": "A repair you offered",
  "app.shared-is-apology-sent": "Your letter",
  "app.shared-is-apology-wished": "What you wish about {name}’s letter",
  "app.shared-is-home-moving": "The address of another server",
  "app.shared-is-home-introduced": "The name of somebody you would like to come in",
  "app.shared-is-home-named": "Your name",
  "app.shared-is-matters-closed": "That a matter may rest",
  "app.shared-is-matters-hurt-said": "What you said about the hurt",
  "app.shared-is-matters-opened": "The name of a matter",
  "app.shared-is-matters-remarked": "What you said to {name}’s words",
  "app.shared-is-promises-ended": "That a promise has ended",
  "app.shared-is-promises-made": "A promise you made",
  "app.shared-is-promises-seen": "What you said about {name}’s promise",
  "app.shared-is-promises-settled": "How a promise went",
} as const
