import type { Rule } from "../rule.ts"
import { told } from "./kinds.ts"

const source = "Battistella 2014"
const doer = [
  "by me|us|myself|my|our",
  "i|we !am_sorry|apologise|regret|am|can_only|want|would|do|hope|understand|have_to",
  "me|mine|myself|my",
  "if|unless|until|whether|because|had",
  "you were|was|had",
]

/** The same two shapes with any thing as the subject; told apart from ordinary reporting by what stands beside them. */
export const agentlessMore: readonly Rule[] = [
  {
    id: "agentless.thing-undergoes",
    fault: "agentless",
    kinds: told,
    pattern: [
      "^ [ ( a|an|the|your|her|his|our|their|some|certain|several|many|these|wrong )? @name @name? @name? was|were|got|has_been|have_been|had_been|must_have_been|may_have_been|gets|ended_up never|not? ..1 @undergone",
      "^ [ ( a|an|the|your|her|his|our|their|some|certain|several )? @name on|at|in|for|of|to|about @name @name? was|were|got|has_been|have_been|had_been never|not? ..1 @undergone",
      "[ it|that|this got|was|has_been|gets not? leaked|shared|said|posted|sent|passed|broken|lost|left|forgotten|missed|deleted|spread",
      "[ it appears|seems|would_seem|turns_out ..1 that? ..1 ( the|your|a|an )? @name @name? ..1 was|were|has|had|has_been ..1 @undergone|never",
    ],
    unless: [
      ...doer,
      "was|were|got|been @undergone ..2 by",
      "you|he|she|they @anypast",
      "^ it was said|found|left to_you|by",
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
      "^ [ ( a|an|the|your|her|his|our|their|my )? @name @name? ..1 has|have? went_missing|gone_missing|got_lost|got_away_from|got_out_of|got_out|went_astray|slipped_through|fell_through|fell_apart|boiled_over|got_heated|blew_up|ran_away_with|took_over|took_on_a_life|spun_out",
      "[ it|things|everything|stuff|that|this ..2 ended_up_in|ended_up_on|ended_with|came_to_a|came_to_blows|got_a_bit|got_a_little|got_heated|got_out|became_physical|became_something|went_further|got_away_from|got_physical|turned_into|turned_to|went_missing|just_went|spilled_over|grew_into|got_loud",
      "^ [ stuff|things|something|it_all|it happened|occurred|went_on|came_up at|in|between|over|that_night|there",
      "^ [ standards|feelings|tempers|clothes|voices|emotions|attention|communication|relations slipped|developed|frayed|flared|came|were_raised|rose|ran|lapsed|suffered|failed|cooled",
      "[ the|a|your ball|baby|message|memo|thread|plot ..1 got|was dropped|lost",
      "[ words|blows|insults|things|messages|looks passed|flew between|back|about|around",
      "[ there arose|was|had_been a|an|some misunderstanding|mix-up|quarrel|breakdown|disagreement|slip|scuffle",
      "^ [ your|the|our|her|his|a ..1 plants|cat|dog|fish|rabbit|plant|milk|dinner|fence|glass|cup|vase|window|screen|phone|car ..1 died|broke|got_out|ran_off|cracked|burnt|fell|smashed|escaped|disappeared|vanished",
      "[ there were|was ..1 some|a_few|several|certain|many? ..1 lapses|slips|failings|errors|mistakes|omissions|issues|failures|shortcomings ..1 on|in|at|of|with",
    ],
    unless: [
      "because|when|after|by|until i|we",
      "i let",
      "if|so_that it",
      "mine|my_fault|my_own|my_doing",
      "happened|occurred at|in the|a",
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
