import type { Rule } from "../rule.ts"
import { told } from "./kinds.ts"

const source = "Battistella 2014"
const doer = [
  "by me|us|myself",
  "i ( made|did|caused|wrote|said|told|took|spent|was the one )",
  "and ( i / they are mine / mine / by )",
  "my fault|doing|choice|mistake",
  "mine",
]

export const agentless: readonly Rule[] = [
  {
    id: "agentless.passive-wrong",
    fault: "agentless",
    kinds: told,
    pattern: [
      "[ ( a|the|some|several|many|certain|these|those|your|our|his|her|that|this|no|few )? ~ ( of )? @wrong ~ ( that )? ~ ( was / were / got / have been / has been / had been / have / has / get / is / are ) ~ ( not )? ~ @wronged|mentioned|respected|passed|communicated|handled|followed|up|dealt|shown",
      "[ ( what / things / stuff / something / some things ) ~ ( that )? ~ ( was / were / got / have been / has been ) ~ said|done|written|sent|shared|promised|taken|missed",
    ],
    unless: [
      ...doer,
      "i|we ..4 @wrong ( was|were|got )",
      "you ~ ( were|was|had )",
      "by you|him|her|them|someone|the|my",
      "when|after|because|since|where|that|which i",
      "^ i",
    ],
    span: "match",
    strength: "firm",
    because: "Nobody does anything in this sentence. It may read as stepping out of it.",
    ask: "Who did it? Could the sentence begin with that person?",
    source,
    hits: [
      "Mistakes were made.",
      "Your trust was broken.",
      "things got said",
      "The money was spent on other things.",
      "Boundaries have been crossed.",
    ],
    misses: [
      "Mistakes were made, and I made them.",
      "I broke your trust.",
      "You were told a lie, and I told it.",
      "The vase was broken by me.",
      "I found out that the money was spent.",
    ],
  },
  {
    id: "agentless.it-happened",
    fault: "agentless",
    kinds: told,
    pattern: [
      "[ it|this|that|things|everything|one ~ ( all )? ~ ( happened / thing led / got out of / went too far / went wrong / got heated / got ugly / got messy / got carried / slipped out / came out / spiralled / escalated / snowballed / got lost / got broken / ended up / fell apart / blew up / went south / got a bit / got complicated / turned nasty / turned ugly / came to this / kind of happened / sort of happened ) !when|to|because|on|at|in|after|before|last|with",
      "[ one thing led to another",
      "[ ( a|the ) ~ ( situation / incident / problem / issue / mistake / error / argument / misunderstanding ) ~ ( arose / occurred / happened / came / escalated / developed )",
      "[ ( errors / mistakes / problems / incidents ) ~ ( happen / occurred / happened / arose / crept )",
      "[ communication|contact|things ~ ( broke / fell / lapsed / got ) ( down / through / lost )",
    ],
    unless: [
      ...doer,
      "i ~ let it|things",
      "what|how|why|when|where|before|after|since ~ ( it / this / that )",
      "i ~ let",
      "happened|got because i",
      "it happened ( to / because / when / again and )",
      "so that|it",
    ],
    span: "match",
    strength: "firm",
    because: "This may read as if it had come about by itself.",
    ask: "What did you do, step by step, so that it came about?",
    source,
    hits: [
      "It just happened.",
      "One thing led to another.",
      "things got out of hand",
      "It slipped out.",
      "Errors occurred.",
    ],
    misses: [
      "It happened because I said yes.",
      "I let things get out of hand.",
      "Before it happened I knew what I was doing.",
      "You asked how it happened.",
      "It happened on Tuesday, and I planned it.",
    ],
  },
  {
    id: "agentless.noun",
    fault: "agentless",
    kinds: told,
    pattern: [
      "[ ( there was / there were / there has been / there have been / there had been / due to / because of / following / it was ) ~ ( a|an|some|several|clearly|obviously )? ~ ( serious / certain / unfortunate / clear / total / complete / momentary / temporary )? ~ ( lapse* / breakdown / breach* / failure* / error* / mistake* / misunderstanding / miscommunication / mix-up / slip* / shortcoming* / oversight / betrayal / dishonesty / lack of ) !from|by|i|that i|on",
      "[ a ~ ( momentary / temporary / serious / brief )? ~ lapse ( of / in ) ( judgement / judgment / concentration / memory )",
      "[ ( harm|hurt|damage|pain|offence|distress|upset ) ~ ( was / were / has been / have been ) ~ ( also )? ~ caused|done|felt|inflicted|created",
      "[ the ~ ( events / incident* / occurrence / unpleasantness / episode / mishap ) ( of / on / at / in / last )",
    ],
    unless: [...doer, "of mine", "on|by my|me|i", "a mistake ( to / for me / not to / of )", "^ i"],
    span: "match",
    strength: "firm",
    because: "A noun has taken the place of the person who did it.",
    ask: "Could you turn the noun into what you did?",
    source,
    hits: [
      "There was a breakdown in communication.",
      "It was a lapse of judgement.",
      "Hurt was caused.",
      "There were failures, and the events of last week are regrettable.",
    ],
    misses: [
      "It was a failure on my part.",
      "There was a message on your phone, and I read it.",
      "It was a mistake to lie to you, and I made it.",
      "I caused hurt.",
    ],
  },
]
