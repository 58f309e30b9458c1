import { apartWords } from "./apart.ts"
import { copyWords } from "./copy.ts"
import { deviceWords } from "./device.ts"
import { earlierWords } from "./earlier.ts"
import { forgetWords } from "./forget.ts"
import { goingWords } from "./going.ts"
import { first } from "./first.ts"
import { madeUpWords } from "./made-up.ts"
import { linkingWords } from "./linking.ts"
import { movingWords } from "./moving.ts"
import { peopleWords } from "./people.ts"
import { recoveryWords } from "./recovery.ts"
import { saveCopyWords } from "./save-copy.ts"
import { sharedWords } from "./shared.ts"
import { threeWords } from "./three.ts"
import { troubleWords } from "./troubles.ts"

/** Every sentence of the shell, the first ones with it. Rooms bring their own. */
export const en = {
  ...first,

  "app.not-now": "Not now",
  "app.done": "Done",
  "app.today": "Today",
  "app.rooms": "Rooms",
  "app.looking-back": "Looking back",
  "app.help": "Help",
  "app.device": "This device",
  "app.main-nav": "Places",
  "app.someone": "the other person",
  "app.someone-of-them": "someone who has not said their name yet",
  "app.you": "you",
  "app.opening": "Opening …",
  "app.bowl-seams": {
    one: "A bowl with {n} gold seam. It came from: {act}, {day}.",
    other: "A bowl with {n} gold seams. The last: {act}, {day}.",
  },
  "app.seam-repair": "an accepted repair",
  "app.seam-kept": "a kept promise",
  "app.seam-told": "a promise missed and told",

  "app.lock-none": "On this device, no lock yet",
  "app.passphrase-title": "Would you like a lock?",
  "app.passphrase-lead":
    "With a passphrase, what you wrote here is locked whenever you leave. Three or four words that nobody would guess are good. There is no way to get it back if it is lost.",
  "app.passphrase-field": "Your passphrase",
  "app.passphrase-again": "The same once more",
  "app.passphrase-differ": "The two are not the same yet.",
  "app.passphrase-short": "Please choose at least eight characters.",
  "app.passphrase-set": "Set the lock",
  "app.passphrase-later": "Later",
  "app.passphrase-was-set": "The lock is set.",
  "app.passphrase-working": "Setting the lock. This takes a moment.",

  "app.today-good-morning": "Good morning",
  "app.today-good-day": "Good afternoon",
  "app.today-good-evening": "Good evening",
  "app.today-greet": "{greeting}, {name}.",
  "app.today-greet-plain": "{greeting}.",
  "app.today-lead": {
    one: "Something could help today. It can wait.",
    other: "Some things could help today. Any one is enough.",
  },
  "app.today-nothing": "Nothing asks for you today. You can leave it at that.",
  "app.today-enough": "That’s enough for today",
  "app.evidence": "Where this comes from: {label} ({source})",
  "app.evidence-trial": "a trial",
  "app.evidence-experiment": "an experiment",
  "app.evidence-lab-game": "a lab game",
  "app.evidence-imagined-scenario": "an imagined scenario",
  "app.evidence-clinicians": "clinicians’ experience",
  "app.evidence-common-advice": "common advice",

  "app.rooms-lead": "Each is complete on its own. Begin anywhere.",
  "app.rooms-together": "You and {name} share this space.",
  "app.rooms-alone": "You are here on your own. That is enough.",
  "app.rooms-invite": "Invite the other person",
  "app.rooms-invitation": "Your invitation",
  "app.looking-back-lead": "What was written here, newest first.",
  "app.looking-back-empty": "Nothing is kept yet. What you keep appears here.",

  "app.server-understood": "I have read this",

  "app.in-touch-title": "May you be in touch with them?",
  "app.in-touch-lead":
    "Only you see this question and your answer. They, a court or an employer may have asked for no contact. Or you may want none yourself. Then it is best left so.",
  "app.in-touch-yes": "Yes, we may be in touch",
  "app.in-touch-no": "No, or I was asked not to",
  "app.in-touch-never-title": "Then nothing will be sent",
  "app.in-touch-never": "What you write here stays a page never sent. Writing it can still be worth it.",
  "app.in-touch-never-amends":
    "There are ways to make amends without contact. Put right what you can, do it differently from now on, and leave them in peace.",
  "app.in-touch-change": "My answer has changed",
  "app.in-touch-stays-no":
    "You said that you may not be in touch. Nothing here is sent, and nobody is invited. Only you know that.",
  "app.safety-title": "Before you share anything",
  "app.safety-one": "Is it safe for you to write openly to this person? You know best. You may stop here.",
  "app.safety-two":
    "What you share can be kept, copied or shown to others. Taking it back removes it here, not from a memory or a photo.",
  "app.safety-three": "What you send can prove to others that you wrote it.",
  "app.safety-four":
    "If you are afraid of them, or of what they do if you say no, read the help page first. Nobody is told.",
  "app.safety-help": "Read the help page",
  "app.safety-go-on": "Go on",
  "app.safety-stop": "Stop here",

  "app.invite-title": "Invite {name}",
  "app.invite-title-plain": "Invite the other person",
  "app.invite-lead":
    "You make a link and give it to them yourself. What you chose to send waits on this device until they have joined and you both compared seven words.",
  "app.invite-make": "Make the link",
  "app.invite-preparing": "The link is being made. It needs a connection.",
  "app.invite-link": "The link",
  "app.invite-copy": "Copy the link",
  "app.invite-rules":
    "It works for one person, for seven days. Give it to them in a way nobody else reads. If they open it, their browser lists it among the pages it visited. If they paste it in under “I was sent a link”, it does not.",
  "app.invite-local":
    "This link works on this computer only. To invite someone elsewhere, this server needs a public https address.",
  "app.invite-cancel": "Take the invitation back",
  "app.invite-request":
    "Someone used your link. Before anything is shared, you both look at seven words. Be in touch another way, by phone or face to face.",
  "app.invite-compare": "Show the words",
  "app.words-title": "Do you both see these seven words?",
  "app.words-lead": "Read them to each other. They must be the same, in the same order.",
  "app.words-same": "They are the same",
  "app.words-different": "They are different",
  "app.words-not-yet": "Not yet",
  "app.words-waiting": "You said they are the same. When the other person says so too, it goes on by itself.",
  "app.join-asking": "Your answer waits on this device. It goes to the server when there is a connection.",
  "app.join-asked":
    "Your answer is with the server. When the one who invited you opens the app, you will both see seven words.",
  "app.joined-title": "You are connected",
  "app.joined":
    "From now on each of you decides, piece by piece, what to share. What you wrote for yourself stays with you. Only what you chose to send goes.",
  "app.stopped-title": "The invitation has ended",
  "app.stopped-different":
    "The words were different. Nothing was shared. It may be a mistake, or somebody else may have used the link. A new invitation is needed.",
  "app.stopped-two-requests":
    "Two people used the same link. Nothing was shared with either. A new invitation is needed, given in a way nobody else reads.",
  "app.stopped-cancelled": "The invitation was taken back. Nothing was shared.",
  "app.stopped-too-old": "The link was too old. Nothing was shared. A new invitation is needed.",
  "app.stopped-changed-on-the-way":
    "Something was changed on the way. Nothing was shared. A new invitation is needed.",
  "app.stopped-space-here":
    "You already share a space here. To join another one, first begin anew under Rooms, then open the link again.",
  "app.stopped-other-server":
    "This link belongs to another server. Open the link itself, as it was sent to you: it leads there.",
  "app.stopped-used": "This link was used before. Ask for a new one.",
  "app.join-out": "You have an invitation out yourself. If you join here, take yours back first.",
  "app.join-name": "The name they will see",
  "app.join": "Join",
  "app.join-no": "Not now",

  ...madeUpWords,

  ...deviceWords,
  ...saveCopyWords,
  ...copyWords,
  ...apartWords,
  ...earlierWords,
  ...recoveryWords,
  ...peopleWords,
  ...linkingWords,
  ...movingWords,
  "app.gate-waiting": "This waits on your device until {name} has joined.",
  "app.gate-nothing-queued": "Nothing was sent.",

  ...forgetWords,
  ...goingWords,

  ...sharedWords,
  ...threeWords,

  ...troubleWords,
} as const
