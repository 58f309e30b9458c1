import { backWords } from "./back.ts"
import { helpWords } from "./help.ts"
import { hereWords } from "./here.ts"
import { refusedWords } from "./refused.ts"
import { returnWords } from "./return.ts"
import { sasWords } from "./sas.ts"
import { serverWords } from "./server.ts"

/** What is said before anything is opened: all that comes with the first load. The rest is fetched with the pages behind the lock (en.ts). */
export const first = {
  "app.name": "Goldseam",
  "app.leave": "Leave this page",
  "app.left": "Closed",
  "app.back": "Back",
  "app.go-on": "Go on",

  "app.bowl-broken": "A bowl with cracks.",
  "app.first-title": "Something broke. Where are you in it?",
  "app.first-hurt": "I hurt someone",
  "app.first-was-hurt": "Someone hurt me",
  "app.first-both": "Both, in different ways",
  "app.first-unsure": "Something broke and I don’t know what",
  "app.first-nobody": "Nobody in particular",
  "app.first-nobody-hint": "Trusting people again, or someone out of reach",
  "app.first-stays":
    "What you write stays on this device. There is nothing to sign up for. Nobody else sees it unless you choose to share it, piece by piece.",
  "app.first-exit": "“Leave this page” closes this at once and opens an everyday page.",
  "app.first-exit-limits":
    "It does not clear the list of pages in your browser. It does not stop spy software on this device.",
  "app.first-adults": "Goldseam is for adults.",
  "app.first-invited": "I was sent a link",
  "app.first-before": "Were you here before, in another browser or on another device?",
  "app.unsafe": "I don’t feel safe with this person",
  "app.first-look": "Look around with a made-up pair",

  "app.relation-title": "Who is it about?",
  "app.relation-lead": "So that the words fit.",
  "app.relation-partner": "My partner, or someone who was",
  "app.relation-friend": "A friend",
  "app.relation-relative": "A relative",
  "app.relation-colleague": "Someone at work",
  "app.relation-group": "A group of people",
  "app.relation-work-note":
    "At work, an employer may be able to ask for records, and a formal process may be the better way.",

  "app.lock-title": "This page is closed",
  "app.lock-open": "Open",
  "app.lock-passphrase": "Passphrase",
  "app.lock-wrong": "That did not open it. Nothing is lost.",
  "app.lock-slow": {
    one: "Please wait {n} second before the next try. Nothing is lost.",
    other: "Please wait {n} seconds before the next try. Nothing is lost.",
  },
  "app.lock-working": "Opening. This takes a moment, so that nobody can try many words quickly.",
  "app.other-tab": "In this browser a passphrase was set in another tab. What you wrote is kept behind it.",

  "app.stopped-link-unusable":
    "This link cannot be used. It may be cut short, or the server no longer knows it. Ask for it once more.",
  "app.join-title": "Someone invites you",
  "app.join-lead":
    "They would like to share a private space with you here. You owe nobody an answer. You can join and still share nothing.",
  "app.join-paste": "Paste the link here",
  "app.join-paste-go": "Open the link",

  "app.invite-copied": "Copied",
  "app.invite-no-copy":
    "This browser did not let the page copy. Choose the link with a finger or the mouse, and copy it yourself.",

  "app.forgot-title": "Everything here is gone",
  "app.forgot": "Nothing of yours is kept in this browser any more. You can close this page.",
  "app.forgot-again": "Begin again",

  ...helpWords,
  ...serverWords,
  ...refusedWords,

  ...backWords,
  ...returnWords,
  ...hereWords,

  ...sasEntries(),
} as const

type Index = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type SasKey = `app.sas-${Index | `${1 | 2 | 3 | 4 | 5}${Index}` | `6${0 | 1 | 2 | 3}`}`
function sasEntries(): Readonly<Record<SasKey, string>> {
  return Object.fromEntries(sasWords.map((word, index) => [`app.sas-${index}`, word])) as Record<
    SasKey,
    string
  >
}
