import type { Rule } from "../rule.ts"
import { all, own } from "./kinds.ts"

const source = "Battistella 2014; Slocum, Allan & Allan 2011"
/** The doer is named beside the feeling, or it is sympathy for something else. */
const named = [
  "when|because|after|by|since|that|which i ~ ( did not / had not / never / @anypast / was / left / would not )",
  "because of what i",
  "i made|left|let|put",
  "you ( have been / were / are ) ill|poorly|sick|robbed|mugged|burgled|sacked|bullied",
]

export const feelingsShift: readonly Rule[] = [
  {
    id: "feelings-shift.sorry-you-feel",
    fault: "feelings-shift",
    kinds: all,
    pattern: [
      "@sorry ..1 ( that / to hear )? ~ [ @who ~ ( have / had / may / might / did / must have / were left / was left )? ~ @feel !you|safe|better",
      "@sorry ..1 ( that / to hear )? ~ [ @who ~ ( have / had / may have / might have )? ~ @was|became|remain|seem|look|left|end|ended ~ ( up / being )? ~ @state",
      "@sorry ..1 that? ~ [ your|her|his|their|people|everyone|some ~ feelings|heart|pride|ego ..2 hurt|upset|wounded|bruised",
    ],
    unless: named,
    span: "clause",
    strength: "firm",
    because: "This may read as being sorry for their feeling, and not for what was done.",
    ask: "What did you do that led to the feeling?",
    source,
    hits: [
      "I'm sorry you feel that way.",
      "sorry ur upset",
      "I regret that you were offended.",
      "I am so sorry that you have been made to feel hurt by this.",
      "Sorry your feelings got hurt.",
    ],
    misses: [
      "I am sorry that you felt alone when I did not come.",
      "I'm sorry I made you feel small in front of Ana.",
      "You feel hurt, and I am sorry that I lied.",
      "I'm not sorry you feel angry; you have every reason to.",
      "I am sorry you are ill.",
    ],
  },
  {
    id: "feelings-shift.sorry-for-your-feelings",
    fault: "feelings-shift",
    kinds: all,
    pattern: [
      "@sorry ..1 [ for|about|that ( the way|ways / how / what / however ) ~ @who ~ ( are / were / have / may have / might have / must )? ~ @feel|feeling|@perceive|reacted|react|see",
      "@sorry ..2 [ for|about|at|over your|her|his|their ~ feelings|feeling|reaction|anger|upset|distress|hurt|interpretation|perception|pain !that|when|which|i|and",
      "@sorry ..1 ( that / if )? [ that|this|it ~ is|was ~ how|what|the @you|way ( you / she / he / they )? ~ @feel|@perceive|reacted|remember|see",
    ],
    unless: ["i caused|gave|inflicted|brought", "because of what i"],
    span: "match",
    strength: "firm",
    because: "This may read as if the trouble were how they felt or saw it.",
    ask: "If their feeling is a fair answer to something, what is that something?",
    source,
    hits: [
      "I'm sorry for how you feel.",
      "I am sorry about your reaction to my message.",
      "sorry thats how u see it",
      "I regret the way you took my comment and I'm sorry for the way you interpreted it.",
    ],
    misses: [
      "I am sorry for the way I spoke to you.",
      "I'm sorry for the pain I caused when I left.",
      "I am sorry for how I treated you.",
      "You told me how you feel, and I am sorry I laughed.",
    ],
  },
  {
    id: "feelings-shift.sorry-you-took-it",
    fault: "feelings-shift",
    kinds: all,
    pattern: [
      "@sorry ..1 ( that / if )? ~ [ @who ~ ( have / had / may have / might have )? ~ @perceive ~ it|this|that|my|me|what|offence|things|so|something",
      "@sorry ..1 that? ~ [ ( it / this / that / what i said / my words / my message / my comment / my joke ) ~ ( was / were / got / has been / have been / may have been ) ~ taken|misunderstood|misinterpreted|misread|misconstrued|received|perceived|seen|understood|heard",
      "@sorry ..1 that? ~ [ ( it / this / that / what i said / my words / my message / my tone ) ~ came|come|landed ~ across|off|that|badly|wrong|on|the",
      "@sorry ..2 [ for|about the|any|this ~ misunderstanding|confusion|mix-up|miscommunication",
      "@sorry ..1 ( that / if )? [ you|people ( were / are / got / have been )? ~ offended|bothered|triggered by ~ it|this|that|what|my|the",
    ],
    unless: ["you had to", "i|which took|saw|lied|said ~ that", "i caused|made", "sorry i"],
    span: "clause",
    strength: "firm",
    because: "This may read as if they had only seen it wrongly.",
    ask: "What did you say or do, before anyone took it in any way?",
    source,
    hits: [
      "I'm sorry you took it that way.",
      "Sorry that my message was misunderstood.",
      "I regret that it came across badly.",
      "sorry u misread me",
      "Apologies for any misunderstanding.",
    ],
    misses: [
      "I am sorry you had to find out from a stranger.",
      "I'm sorry I took it out on you.",
      "You saw the message, and I am sorry for writing it.",
      "I am sorry that I misunderstood what you asked of me.",
    ],
  },
  {
    id: "feelings-shift.sorry-it-upset-you",
    fault: "feelings-shift",
    kinds: own,
    pattern: [
      "@sorry ..1 ( that / if )? ~ [ it|this|that ~ ( has / had / may have )? ~ @hurt you|anyone|everyone|people|her|him",
      "@sorry ..1 that? ~ [ it|this|that ( has / had )? ~ made|makes you|everyone|people ~ feel|@state",
    ],
    unless: named,
    span: "match",
    strength: "firm",
    because: "This may read as if “it” had done the hurting, and not a person.",
    ask: "Who did what? Could the sentence begin with “I”?",
    source,
    hits: [
      "I'm sorry that upset you.",
      "sorry it hurt u",
      "I am sorry this has offended people.",
      "Sorry it made you feel bad.",
    ],
    misses: [
      "I am sorry. It hurt you, and you had trusted my answer.",
      "I am sorry I hurt you.",
      "I'm sorry that I upset you with that joke.",
      "I am sorry it upset you when I went through your bag.",
    ],
  },
]
