export const en = {
  "cli.usage":
    "goldseam coach (apology | account | paraphrase | promise) < text\n  reads a text and prints the words that may hurt, each with a reason and a question; it sends nothing and keeps nothing",
  "cli.unknown-kind": "Say what kind of text it is: apology, account, paraphrase or promise.",
  "cli.nothing-marked": "Nothing marked. That is no verdict on the words, or on the person.",
  "cli.parts": "There so far: {parts}",
} as const
