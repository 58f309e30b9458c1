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
      "[ i|we felt_i_had|felt_there_was|had|have|saw|was_left_with little|no|no_real|not_any|not_much other? alternative|choice|control|option|way",
      "[ there was|were no|not_anything|not_much|nothing choice|else|i_could|option|other|out|way !to_you",
      "[ i|we can|could not control|get_out_of_it|help_but|help_it|help_myself|resist|say_no|stop_myself",
      "[ all_the_others|any|anybody|anyone|everybody|everybody_else|everyone|everyone_else|most|the_others ..4 do|does|in_my|in_that|was|were|would|would_have be|been|have? @anypast|do_it|do_that|do_the|doing_it|done|feel|it|lie|lose|place|position|react|shoes|situation|snap|the_same",
      "[ how|what else? am|could|did|was i do|expected|have|meant|supposed|to",
      "[ i am|was only human",
      "[ i|we had_to|needed_to do_it|do_this|lie|tho|though|$",
      "[ i need|needed|was_desperate_for the cash|job|money",
      "[ i was acting|following|obeying|ordered|told on|to|under? by|do_it|instructions|orders",
      "[ it|that was done|said|written in a_moment|anger|haste|panic|the_moment",
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
      "[ in my|our own? defence|defense",
      "[ in_all_fairness|in_fairness|in_fairness_to_me|to_be_fair|to_be_fair_to_me ,? anyone|i|it|no_one|nobody|nothing|we|work|you",
      "[ you can|could|have_to|might|must|need_to|should appreciate|bear_in_mind|realise|remember|see|understand how|i|that|what|where|why",
      "[ lifted|out|quoted|taken out_of? of? context",
      "[ heat of the",
      "[ it|that|this is how|the_way|what|who i|we am|are|do|was|were",
      "[ i am just|only|simply built|like|made|wired that|this",
      "[ it|that is accepted|common|normal|standard|usual|what_people for|here|in|practice|procedure|where",
      "[ in my business|country|culture|family|house|industry ,? everyone|it|that|this|we",
      "[ i had|have good|my|very_good reason|reasons for|to|$",
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
