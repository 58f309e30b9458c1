/** The help page and the page of who does not feel safe: read as one, so they lie in one file. */
export const helpWords = {
  "app.help-title": "Help",
  "app.help-lead": "Opening this page is seen by nobody. It works without a connection.",
  "app.help-danger-title": "If you are in danger now",
  "app.help-danger":
    "Leave if you can. Go where other people are. Call the emergency number of your country.",
  "app.help-afraid-title": "If you are afraid of this person",
  "app.help-afraid-one": "Fear is a reason to stop. You need no proof and no permission.",
  "app.help-afraid-two":
    "Do not use this app with someone you are afraid of. Writing openly can make things worse.",
  "app.help-afraid-three":
    "Leaving can be the most dangerous time. Make a plan first with someone trained: a helpline, an advocate, a doctor.",
  "app.help-afraid-four":
    "Use a phone or computer the other person cannot reach. Ask a friend, a library, or a doctor’s practice.",
  "app.help-hurting-title": "If you hurt or frighten someone",
  "app.help-hurting":
    "There are people who help with that, without shaming. Tell a doctor or a counsellor that you want to stop. Leave the room before you are too angry.",
  "app.help-dark-title": "If you think of ending your life",
  "app.help-dark":
    "Tell one person now, by voice. A friend, a doctor, a crisis line, the emergency number. Such a feeling often passes. Please do not be alone with it.",
  "app.help-someone-title": "Someone to talk to",
  "app.help-someone":
    "A counsellor sees one person or two. A mediator helps with one dispute. At work there may be a confidential adviser. Ask what it costs, and what they write down.",
  "app.help-traces-title": "What stays on this device",
  "app.help-traces": "The list of visited pages, the list of apps, files you saved, and anything you copied.",
  "app.help-limits-title": "What this is not",
  "app.help-limits":
    "It is not therapy, not an emergency service, and not legal advice. Nobody watches over what is written here, so nobody here can send you help.",
  "app.help-device": "This device",
  "app.unsafe-title": "Your safety comes first",
  "app.unsafe-lead":
    "You do not have to repair anything with someone who frightens you. You may close this and never come back.",
} as const
