import type { Rule } from "../rule.ts"
import { disowned } from "./disowned.ts"
import { own, told } from "./kinds.ts"

const source = "Schumann 2014; Scher & Darley 1997"

export const excuses: readonly Rule[] = [
  {
    id: "justification.no-choice",
    fault: "justification",
    kinds: own,
    pattern: [
      "[ i|we felt_i_had|had|have|saw little|no other? alternative|choice|option|way",
      "[ there was|were no|nothing choice|else|i_could|other|out|way !to_you",
      "[ i|we can|could not help_it|stop_myself",
      "[ all_the_others|any|anyone|everyone|the_others ..4 do|does|in_my|was|were|would|would_have be|been|have? @anypast|do_it|doing_it|done|feel|it|lie|place|position",
      "[ how|what else? am|could|did|was i do|have|meant|supposed|to",
      "[ i am|was only human",
      "[ i|we had_to do_it|lie|though|$",
      "[ i need|needed the job|money",
      "[ i was acting|told on|to|under? by|do_it|instructions",
      "[ it|that was done|said in anger",
    ],
    unless: [...disowned, "behind|hid|put|so_that|under ..3 the_others"],
    span: "match",
    strength: "firm",
    because: "This may read as if you had not been free to do otherwise.",
    ask: "Which other way was there, even a hard one?",
    source,
    hits: [
      "I had no choice.",
      "Anyone in my position would have done the same.",
      "i couldnt help it",
      "What else was I supposed to do?",
      "I'm only human.",
    ],
    misses: [
      "I had a choice and I took the easy one.",
      "You had no choice but to wait for me.",
      "I said I had no choice, and that was not true.",
      "Nobody else would have done that to you.",
    ],
  },
  {
    id: "justification.plea",
    fault: "justification",
    kinds: told,
    pattern: [
      "[ in my|our own? defence",
      "[ in_fairness ,? anyone|i|it|nobody|nothing|we|work|you",
      "[ you can|could|have_to|might|need_to|should remember|see|understand how|i|that|what|why",
      "[ out|taken out_of? of? context",
      "[ heat of the",
      "[ it|that|this is how|the_way|what|who i|we am|are|do|was|were",
      "[ i am just|only like|made that|this",
      "[ it|that is common|standard for|in|practice",
      "[ in my country ,? everyone|it|that|this|we",
      "[ i had|have good|my reason|reasons for|to|$",
    ],
    unless: [
      ...disowned,
      "i said|told|used",
      "no right",
      "help me",
      "by|from|of quoting|taken|taking",
      "i|we took",
    ],
    span: "match",
    strength: "firm",
    because: "This may read as pleading your case.",
    ask: "What would they need to hear before they could care about your reasons?",
    source,
    hits: [
      "In my defence, nobody told me.",
      "You have to understand that I was scared.",
      "It was taken out of context.",
      "thats just how i am",
      "I had my reasons.",
    ],
    misses: [
      "I won't say that it was the heat of the moment.",
      "You do not have to understand why I did it.",
      "I want to understand how it was for you.",
      "I had no reason to doubt you.",
    ],
  },
]
