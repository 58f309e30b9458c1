import type { Rule } from "../rule.ts"
import { own } from "./kinds.ts"

const source = "Gollwitzer & Sheeran 2006; Harkin et al. 2016"
const willing =
  "i|we|it|things|everything will|shall|promise_to|promise_i_will|promise_that_i_will|am_going_to|are_going_to|is_going_to|want_to|plan_to|intend_to|aim_to|commit_to|am_committed_to|vow_to|need_to|hope_to|must|have_to|would_like_to|am_trying_to|can|will_try_to|going_to|will_learn_to|will_start_to|am_planning_to|am_working_on"
const checkable = [
  "; ",
  "by @act",
  "every|each|on|at|before|by|until|after|within|this|next|twice|once|for|from @time",
  "so|and|which|, i|i_will|means|that_i will|am|@concrete",
  "first|the account|money|fence|password|garage",
]

export const unspecificPromise: readonly Rule[] = [
  {
    id: "unspecific-promise.be-better",
    fault: "unspecific-promise",
    kinds: own,
    pattern: [
      `[ ${willing} try_to|try_hard_to? be|being|become|becoming a|an|the|much|a_lot|less|more|far|way|the_kind_of|the_sort_of? more|better|less|much|a_lot|a_bit|so|good|proper|real? @better|@role|careful|mindful @role|for|with|to|about|of|in|you|us? you|us|from|the|my|your|future|feelings|at_home|now_on? now_on|on|future|feelings?`,
      "[ i promise|swear i|that_i|to will? be|become a|more|better|less|good|there @better|@role|for",
    ],
    unless: [
      ...checkable,
      "i will be there|home|back|at|here|honest at|by|on|from|about|and",
      "i would be",
      "good for you",
      "you said|asked|want|told",
      "want you to be",
    ],
    span: "match",
    strength: "soft",
    answered: "acting",
    because: "They may wonder how to tell whether this has happened.",
    ask: "What would they see or hear you do differently, and when?",
    source,
    hits: [
      "I will be better.",
      "I'm going to be more honest with you.",
      "ill be a better bf",
      "I promise to be there for you.",
      "I want to be a better person.",
    ],
    misses: [
      "I will be home by six on Tuesdays.",
      "I will be more honest by telling you each Sunday what I spent.",
      "I'll be there at nine with the van.",
      "You said you want me to be more careful.",
      "I will tell you tonight what I owe.",
    ],
  },
  {
    id: "unspecific-promise.change",
    fault: "unspecific-promise",
    kinds: own,
    pattern: [
      `[ ${willing} try_to|be|always|do_my_best_to? change|changing|improve|improving|do_better|doing_better|do_my_part|do_my_bit|do_my_best|do_more|do_right|different|get_better|get_it_right|grow|step_up|open_up|pull_my_weight|sort_myself_out|sort_it_out|sort_this_out|get_my_act|get_help|man_up|grow_up|communicate|appreciate_you|consider_your|help_out_more|help_more|reflect`,
      `[ ${willing} try_to? work on|harder|at it|myself|this|things|us|my|our|me|being|that|communication|trust|the`,
      `[ ${willing} try_to? do|handle|approach things|everything|it differently|better|right|your`,
      `[ ${willing} try_to? make more_of_an|an|more|a|every|it|things|changes|some|amends|real|a_real|a_bigger|it_all|us effort|up_to|up|changes|better|right|change|difference|work|time`,
      `[ ${willing} try harder|more|my|to_be|to_do|and`,
      `[ ${willing} treat you|people|her|him better|right|with|how|like|the`,
      `[ ${willing} listen more|better|properly|to_you|to_your`,
      `[ ${willing} show|prove to_you|you|myself|that that|i|how|more|who|myself|to|love|respect`,
      `[ ${willing} put|pay|give|show in|you|us|our|more more|first|attention|respect|effort|love|time|relationship|care`,
      `[ ${willing} put in more`,
      `[ ${willing} turn over a`,
      `[ ${willing} think more|before|twice|about|harder i|you|your|how|what|first|carefully|about|speak`,
      `[ ${willing} respect|value|prioritise|cherish|honour|consider you|your|our|boundaries|us|this`,
      `[ ${willing} earn|regain|win|rebuild|restore|gain|deserve back|your|it|the|our|some`,
      `[ ${willing} take more|better|things|it|our|your|this|good care|responsibility|seriously|slower|friendship|relationship|into|feelings|more`,
      "[ i have|am already|a? changed|changing|different|working_on_myself|changed_person|changed_man|changed_woman|a_changed !the|how|my|what",
    ],
    unless: [
      ...checkable,
      "you said|asked|want|told",
      "not change|undo|make|show|take",
      "what|how|if|whether i",
      "nothing|words|it|that will|can|would not? change",
      "change the|my password|locks|number|bed|job|shift",
      "by taking|doing|paying|cooking|giving",
      "minutes|before i say",
    ],
    span: "match",
    strength: "soft",
    answered: "acting",
    because: "This may be a promise nobody can check.",
    ask: "If a friend watched you for a week, what would they see?",
    source,
    hits: [
      "I will change.",
      "I'm going to work on myself.",
      "i promise ill try harder",
      "Things will be different.",
      "I will do better.",
      "I'll make it up to you.",
    ],
    misses: [
      "I will change the password tonight and give you the new one.",
      "I will do better: every Sunday I show you the account.",
      "Nothing I do will change what happened.",
      "I have deleted her number.",
      "You asked me to make more effort.",
    ],
  },
]
