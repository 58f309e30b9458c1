import type { Rule } from "../rule.ts"
import { own } from "./kinds.ts"

const source = "Gollwitzer & Sheeran 2006; Harkin et al. 2016"
const checkable = [
  ": ",
  "by @act",
  "every|each|on|at|before|by|until|after|within|this|next|twice|once @time|day|night|week|month|a|the|six|seven|eight|nine|ten|five|four|three|1|2|3|4|5|6|7|8|9|10",
  "so|and|which ~ ( i / i will / from|means ) ~ ( will / am )? ~ @concrete",
]

export const unspecificPromise: readonly Rule[] = [
  {
    id: "unspecific-promise.be-better",
    fault: "unspecific-promise",
    kinds: own,
    pattern: [
      "[ ( i|we ~ ( will|shall|promise|am|are|want|plan|intend|aim|commit|vow|need|hope|swear|must|have ) / going / promise / committed / from now on i ) ~ ( going )? ~ ( to )? ~ ( try|trying|start|work|working|learn|do|strive|aim )? ~ ( to|on|my|best|harder|hard|my best to )? ~ ( be|being|become|becoming ) ~ ( a|an|the|much|lot|less|more|far|way|kind|sort )? ~ ( more|better|less|much|lot|bit )? ~ ( @better / person / partner / friend / better / there / careful / selfish / distant / defensive / jealous / angry / ( husband|wife|boyfriend|girlfriend|son|daughter|brother|sister|mum|dad|colleague|man|woman|father|mother|parent|listener|teammate|manager ) ) ~ ( person|partner|friend|husband|wife|boyfriend|girlfriend|son|daughter|brother|sister|mum|dad|colleague|man|woman|for|with|to|about|of|in )? ~ ( you|us|from|the|my|your|future )? ~ ( on|feelings|future )?",
    ],
    unless: [
      ...checkable,
      "i will be ( there|home|back|at|here|honest ) ~ ( at|by|on|from|with|about|and )",
      "i would be",
      "good for you",
      "you ~ ( said|asked|want|told )",
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
      "[ ( i|we|things|it|everything|that ~ ( will|shall|promise|am|are|want|plan|intend|aim|commit|vow|need|hope|swear|must|have ) / going / promise / committed / from now on i ) ~ ( going )? ~ ( to )? ~ ( try|trying|start|learn|do|strive|make|be|keep|really )? ~ ( to|hard|harder|my best to )? ~ ( change|changing|improve|improving|do better|doing better|be different|get better|grow|work|working ~ on|harder|at ~ ( it|myself|this|things|us|my|our|me|being|that|communication|trust )? / do|handle things differently|better / make ~ ( an|more|a|every|it|things|changes|some|amends|real|the )? ~ ( effort|up|changes|better|right|change|difference ) / try ~ harder|to|more / communicate ( more|better|with )? / treat you ~ ( better|right|with|how|like|the ) / listen ( more|better|to|properly )? / show you ~ ( that|i|how|more|the|who ) / prove ~ ( to|it|myself|that|i|you ) / pay ~ more / put ~ ( more|you|us|in ) / turn over / think ~ ( more|before|twice|about ) / respect ~ ( you|your|our|boundaries ) / appreciate / open up / step up / earn|regain|win|rebuild ~ ( your|back|it|the|our ) / consider / grow|learn ~ ( up|from|and|as ) / take ~ ( more|better|things|it ) ~ ( care|responsibility|seriously )? / take care )",
      "[ i ~ ( have|am a? ) ~ ( already )? ~ ( changed / different / changed person|man|woman / changing / working on myself )",
    ],
    unless: [
      ...checkable,
      "you ~ ( said|asked|want|told )",
      "not change|undo|make",
      "what|how|if|whether ~ i",
      "will not",
      "nothing|words|it|that will|can|would not? ~ change",
      "change the|my password|locks|number|bed|job|shift",
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
