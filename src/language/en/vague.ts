import type { Rule } from "../rule.ts"
import { all, told } from "./kinds.ts"

const source = "Lazare 2004; Lewicki, Polin & Lount 2016"

export const vague: readonly Rule[] = [
  {
    id: "vague.sorry-for-everything",
    fault: "vague",
    kinds: told,
    pattern: [
      "@sorry ..2 [ for|about ~ ( @vaguely / all / it / that / this / things / any / what / how / the way / the ways / the things / some things / those things ) ( i )? ~ ( have / had / may have )? ~ ( did / done / said / happened / was / acted / behaved / been / caused / went / go / turned / have / put / are / ended / handled / have turned )? ( out / on / things / it / you / us / through / that )? $",
      "@sorry ..2 [ for|about ~ my|our ~ ( part / role / recent / past / bad / poor / awful / terrible / stupid / horrible / whole / appalling )? ~ behaviour|conduct|actions|action|attitude|mistake|mistakes|part|role|faults|failings|failures|wrongs|shortcomings|ways|words|choices|mess|stupidity|past $",
      "@sorry ..2 [ for|about ~ ( the / this / that / last / yesterday* / all the / all this / all that / earlier / before / recent / the other / our ) ~ ( other / whole / entire / recent )? ~ ( day / night / week / weekend / evening / situation / mess / incident / trouble / thing / issue / drama / circumstances / events / past / stuff / hurt / pain / problems / argument / fight / row / matter / time )? $",
      "@sorry ..2 [ for ~ ( hurting / upsetting / disappointing / letting / being / messing / screwing / doing / failing / causing / wronging / acting / behaving ) ~ ( you / a / an / such / like / the way / so / it / things / this / that / up / everything / wrong / bad / her / him / everyone )? ~ ( down / up / bad / idiot / difficult / awful / horrible / stupid / jerk / pain / that / this / things / pain / person / partner / friend / everything )? $",
      "@sorry ..2 [ for whatever|anything|everything ~ ( it )? ~ i|that|you|it",
    ],
    unless: [
      "@sorry ..2 for ,.6 : ",
      "when|by|because|about|after|where|with|while|since i|my|you|lying|telling|taking|reading|not",
      "for what i did|said|wrote|told|called|posted to|about|on|at|with|when|in|last|that|after|behind",
      "sorry about that , ",
    ],
    span: "match",
    strength: "soft",
    answered: "naming",
    because: "This may leave them guessing what you are sorry for.",
    ask: "Which one thing do you have in mind? What would a stranger need to hear to see it?",
    source,
    hits: [
      "I'm sorry for everything.",
      "Sorry about what happened.",
      "I apologise for my behaviour.",
      "soz for the other day",
      "I am sorry for hurting you.",
      "I'm sorry for whatever I did.",
    ],
    misses: [
      "I'm sorry for what I did: I read your diary.",
      "I'm sorry for what I said about your mother.",
      "I am sorry for everything you had to carry because I lied to you.",
      "I apologise for my behaviour on Friday, when I shouted at your sister.",
      "I am sorry for taking the money.",
    ],
  },
  {
    id: "vague.messed-up",
    fault: "vague",
    kinds: told,
    pattern: [
      "[ i|we ~ ( have / had / know i / did )? ~ ( messed|mess|screwed|screw|stuffed|fucked|cocked ) ~ ( up / things / it / everything ) ~ ( up )? ~ ( badly / big / massively / bad / time / so )? $",
      "[ i|we ~ ( have / had )? ~ ( made / done / did ) ~ ( a / some / many / lots of / a lot of / so many / the / my share of / terrible / something / things / wrong / bad / stupid ) ~ ( big / huge / terrible / stupid / bad / silly / few / serious / awful / many )? ~ ( mistake / mistakes / wrong / bad / things / stupid / terrible / choice / choices / decisions / stuff / error / errors ) ~ ( i am not / that )? $",
      "[ i|we ~ ( was / have been / acted / behaved / were / did not act|behave ) ~ ( not )? ~ ( badly / poorly / inappropriately / out of line / out of order / in a way / at my best / stupid / like an idiot / like a / terrible / awful / a bad / an idiot / my best / wrongly / shamefully ) ~ ( person|partner|friend|idiot|fool )? $",
      "[ i|we ~ did ~ ( what i did / some / a few ) ~ ( things / stuff ) ( i / that )",
    ],
    unless: [": ", "by|when|because|telling|reading|lying|taking|about ~ i|my|you|your|lying|telling"],
    span: "match",
    strength: "soft",
    answered: "naming",
    because: "This may say that something was wrong without saying what.",
    ask: "What exactly did you do? One act is enough to begin.",
    source,
    hits: [
      "I messed up.",
      "I made a mistake.",
      "i did some bad things",
      "I behaved badly.",
      "I know I screwed up big time.",
    ],
    misses: [
      "I messed up: I told Tom your secret.",
      "I made a mistake when I opened your letter.",
      "I behaved badly. I shouted at you in front of Ana.",
      "You said I messed up, and you are right.",
    ],
  },
]
