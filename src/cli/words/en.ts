import { verifyWords } from "./verify.ts"

export const en = {
  "cli.usage":
    "goldseam coach FILE [--as apology|account|paraphrase|promise]\n  Reads a text (- for what is piped in) and prints the words that may hurt, each with a reason and a question,\n  and which parts it heard. Without --as it is read as an apology. It sends nothing and keeps nothing.",
  "cli.commands":
    "goldseam serve\n  Serves app and relay at one address. Settings, all optional, from the environment:\n    PORT        the port to listen on (4700)\n    HOST        the address to listen on (127.0.0.1: this computer only)\n    DATA_DIR    the folder of the relay’s database (./data)\n    PUBLIC_URL  the https address people use, when this is hosted for others\n    OPERATOR    who runs this server, shown to everyone before they invite or join\n    EXIT_URL    the everyday page “Leave this page” goes to",
  ...verifyWords,
  "cli.unknown-command": "There are five commands here: serve, coach, verify, demo and restore.",
  "cli.unknown-kind": "After --as, say what kind of text it is: apology, account, paraphrase or promise.",
  "cli.unknown-flag": "{flag} means nothing here.",
  "cli.no-file": "Say which file to read, or - for what is piped in.",
  "cli.one-file": "One file at a time.",
  "cli.unreadable": "{file} could not be read.",
  "cli.no-text": "{file} is not a plain text.",
  "cli.too-long": "That is more than a million letters. The coach reads letters, not books.",
  "cli.empty": "There is nothing to read in it.",
  "cli.nothing-marked": "Nothing marked. That is no verdict on the words, or on the person.",
  "cli.parts": "Heard so far: {parts}.",
  "cli.part-names-wrong": "what was done",
  "cli.part-takes-responsibility": "whose it was",
  "cli.part-remorse": "that it is regretted",
  "cli.part-acknowledges-impact": "what it did to the other person",
  "cli.part-explains-without-excusing": "how it came about, without an excuse",
  "cli.part-commits-to-change": "what will be different, and can be seen",
  "cli.part-offers-repair": "something to make good",
  "cli.part-leaves-free": "that the other person is free",
} as const
