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
      "[ it|that|this gets|got|has_been|was not? broken|deleted|forgotten|leaked|left|lost|missed|passed|posted|said|sent|shared|spread",
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
      "^ [ ( a|an|her|his|my|our|the|their|your )? @name @name? ..1 has|have? blew_up|boiled_over|fell_apart|fell_through|gone_missing|got_away_from|got_heated|got_lost|got_out|got_out_of|ran_away_with|slipped_through|spun_out|took_on_a_life|took_over|went_astray|went_missing",
      "[ everything|it|stuff|that|things|this ..2 became_physical|became_something|came_to_a|came_to_blows|ended_up_in|ended_up_on|ended_with|got_a_bit|got_a_little|got_away_from|got_heated|got_loud|got_out|got_physical|grew_into|just_went|spilled_over|turned_into|turned_to|went_further|went_missing",
      "^ [ it|it_all|something|stuff|things came_up|happened|occurred|went_on at|between|in|over|that_night|there",
      "^ [ attention|clothes|communication|emotions|feelings|relations|standards|tempers|voices came|cooled|developed|failed|flared|frayed|lapsed|ran|rose|slipped|suffered|were_raised",
      "[ blows|insults|looks|messages|things|words flew|passed about|around|back|between",
      "[ there arose|had_been|was a|an|some breakdown|disagreement|misunderstanding|mix-up|quarrel|scuffle|slip",
      "^ [ a|her|his|our|the|your ..1 car|cat|cup|dinner|dog|fence|fish|glass|milk|phone|plant|plants|rabbit|screen|vase|window ..1 broke|burnt|cracked|died|disappeared|escaped|fell|got_out|ran_off|smashed|vanished",
      "[ there was|were ..1 a_few|certain|many|several|some? ..1 errors|failings|failures|issues|lapses|mistakes|omissions|shortcomings|slips ..1 at|in|of|on|with",
      "[ a|the|your baby|ball|memo|message|plot|thread ..1 got|was dropped|lost",
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
