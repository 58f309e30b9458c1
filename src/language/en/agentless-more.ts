import type { Rule } from "../rule.ts"
import { told } from "./kinds.ts"

const source = "Battistella 2014"
const doer = [
  "by me|my|myself|our|us",
  "i|we !am|am_sorry|apologise|can_only|do|have_to|hope|regret|understand|want|would",
  "me|mine|my|myself",
  "because|had|if|unless|until|whether",
  "you had|was|were",
]

/** The same two shapes with any thing as the subject; told apart from ordinary reporting by what stands beside them. */
export const agentlessMore: readonly Rule[] = [
  {
    id: "agentless.thing-undergoes",
    fault: "agentless",
    kinds: told,
    pattern: [
      "^ [ ( a|an|certain|her|his|many|our|several|some|the|their|these|wrong|your )? @name @name? @name? got|had_been|has_been|have_been|must_have_been|was|were never|not? ..1 @wronged",
      "^ [ ( a|an|certain|her|his|our|several|some|the|their|your )? @name about|at|for|in|of|on|to @name @name? got|had_been|has_been|have_been|was|were never|not? ..1 @wronged",
      "[ it|that|this got|has_been|was not? leaked|left|lost|missed|said|sent",
      "[ it appears|seems ..1 that? ..1 ( a|an|the|your )? @name @name? ..1 had|has|has_been|was|were ..1 @wronged|never",
    ],
    unless: [
      ...doer,
      "been|got|was|were @wronged ..2 by",
      "he|she|they|you @anypast",
      "^ it was found|left|said by|to_you",
      "letter|one|something|thing that was",
    ],
    span: "match",
    strength: "soft",
    answered: "doing",
    because: "Something is done here, and nobody does it. It may read as stepping out of it.",
    ask: "Whose hand was it? Could that person begin the sentence?",
    source,
    hits: [
      "Your application was mislaid.",
      "Concerns were not acted upon.",
      "The invoice got paid twice.",
      "ur charger got broke",
      "The pictures on your phone were deleted.",
    ],
    misses: [
      "Your application was mislaid by me.",
      "The door was open when I came.",
      "The letter was opened. I opened it at the sink.",
      "You were hurt, and the door was shut.",
      "The concert was cancelled because I was drunk.",
    ],
  },
  {
    id: "agentless.came-about",
    fault: "agentless",
    kinds: told,
    pattern: [
      "^ [ ( a|an|her|his|my|our|the|their|your )? @name @name? ..1 has|have? gone_missing|got_away_from|got_out|got_out_of|went_missing",
      "[ everything|it|that|things|this ..2 became_physical|came_to_a|ended_up_in|ended_with|got_a_bit|got_out",
      "^ [ it|something|stuff|things happened at|between|in|over|there",
      "^ [ clothes|feelings|standards came|developed|slipped",
      "[ things|words passed about|back|between",
      "[ there arose|had_been|was a|an|some breakdown|misunderstanding",
      "^ [ a|her|our|the|your ..1 car|dinner|dog|phone|plants|window ..1 broke|died|got_out|smashed",
    ],
    unless: [
      "after|because|by|until|when i|we",
      "i let",
      "if|so_that it",
      "mine|my_doing|my_fault|my_own",
      "happened|occurred at|in a|the",
    ],
    span: "match",
    strength: "firm",
    because: "This may read as if it had come about without anyone.",
    ask: "At which moment could somebody have stopped it? Who?",
    source,
    hits: [
      "Your ring has gone missing.",
      "It somehow ended up in the group chat.",
      "Standards slipped.",
      "Harsh words passed between us.",
    ],
    misses: [
      "It ended up in the chat because I sent it.",
      "I let it get out of hand.",
      "You went missing for a day and I did not look.",
      "Things got out of hand after I threw the plate.",
    ],
  },
]
