import type { PartRule } from "../rule.ts"

const felt =
  "upset|hurt|angry|scared|frightened|humiliated|embarrassed|ashamed|worried|lonely|alone|sad|disappointed|betrayed|ignored|exhausted|terrified|devastated|heartbroken|furious|confused|cold|tired|shaken|crushed|gutted|mad|invisible|small|stupid|unsafe|let_down|left_out|worthless|used|foolish|anxious|sick|replaced|silly|in_pain|in_tears|unheard|afraid|relieved|raging|hurting|disrespected|abandoned|rejected|pushed|careful|unwanted|unloved|powerless|jumpy|torn|on_edge|frustrated"

/** What it did to the other person; and how it came about, with its owner beside it. */
export const hurtParts: readonly PartRule[] = [
  {
    id: "acknowledges-impact.effect",
    part: "acknowledges-impact",
    heard: true,
    pattern: [
      "i|it|this|that|which|and|lying|what|lie|lies|words|message|joke|they|silence ..3 hurt|hurts|humiliated|frightened|scared|embarrassed|cost|betrayed|broke|damaged|shook|ruined|spoiled|robbed|worried|upset|shamed|wounded|crushed|broken you|your|her|him|us",
      `you were|are|felt|feel|must_have_been|must_be|have_been|must_feel|must_have_felt|had_been|got|are_feeling|were_feeling|are_still|was|seemed|sounded ..2 ${felt}`,
      "you were|are|was left to|with|in|on|waiting|alone|out|standing|wondering|behind",
      "you had|have|have_had to|to_be_the_one !this|no",
      "you had|have|did|must_have trusted|believed|relied|counted|waited|stopped|lost|told_everyone|cried|been|no_idea|nobody|not_slept !nothing",
      "you felt|feel|felt_that|lost|cried|missed|stopped|stood|sat|waited|needed|worried|paid|counted|relied|wanted|spent|trusted|believed|lay|gave_up|thought_you|thought_i|thought_it|doubted|blamed_yourself|no_longer|kept_hoping|kept_waiting|carried|went_without !me_everything",
      "you could|can|did|do|dared not know|sleep|feel|eat|have_anyone|dare|deserve|trust|look|bring|get|stop|concentrate|talk|speak|believe|want_to",
      "made|makes|make|leaving|left|making|let|leave|kept|keep|cost|put|robbed you|her|him feel|look|doubt|wait|worry|think|alone|cry|wonder|question|with|to|small|in|scared|standing|down|waiting|out|feeling|carry|ashamed|two|your|of|through|lonely|believing",
      "how much|hard|painful|lonely|frightening|hurtful|humiliating|badly|deeply|alone|angry|hurt|scared|sad|upset ..6 you|hurt|cost|felt|was|did|is|must|been|it",
      "what|how it|that|this|i did|was|cost|felt|must_have_been|has_done|feels to|like|for|you",
      "you|she|he have|had|were|are every|a|the|right|all_the|good right|reason|to_be to|not|angry|upset|hurt|$",
      "your|her|his trust|hurt|anger|pain|disappointment|fear|sleep|peace_of_mind|confidence|tears|faith !fund",
      "i know|see|understand|realise|hear|can_see|get|can_hear that|how|why|it|you|this ..4 hurt|angry|upset|hurts|pain|painful|hurtful|scared|disappointed|let_down|hard|alone|worried|sad|mad|cross|betrayed",
      "no_wonder|of_course|it_makes_sense|understandably that|it_is? you",
      "it|that|this|which|silence felt|feels|was|must_have_been|sounds|sounded|has_been|had_been|is|must_have_felt|hit|left ..2 like|as_if|as_though|frightening|scary|humiliating|lonely|painful|hurtful|exhausting|awful|horrible|hard|embarrassing|upsetting|unsafe|worse|worst|confusing|betrayal|betrayed|heartbreaking|hard_for_you|to_you|devastating|cruel_to_you",
      "what|the_worst|the_hardest hurt|hurts|part|thing|upset|made_it",
      "it|that hurts|hurt|scares|upsets|worries|matters|mattered|made|makes|cost|took you|to_you",
      "for_you it|this|that was|is|felt",
      "because_of_me|thanks_to_me you",
    ],
    unless: [
      "sorry ..2 you feel|felt|are|were",
      "it|that did_not hurt|cost you",
      "you have to understand|forgive|answer|admit|remember|decide",
      "you feel_free|are_welcome",
    ],
    hits: [
      "It hurt you, and you had trusted my answer.",
      "You had to explain my absence to your parents.",
      "u felt invisible when i looked at my phone",
      "I know you are angry.",
      "You were left waiting in the cold.",
      "You have every right to be angry.",
    ],
    misses: [
      "I lied about where I was.",
      "I'm sorry you feel that way.",
      "I was tired.",
      "I will pay you back.",
      "I am sorry if it hurt you.",
    ],
  },
  {
    id: "explains.reason-beside-owner",
    part: "explains-without-excusing",
    beside: "takes-responsibility",
    pattern: [
      "because|since i was|did|wanted|thought|had|could|felt|am|knew|feared|hoped|cared|liked|told|needed|would|tried|hated|enjoyed|loved|believed !drunk|tired|stressed",
      "out_of|from fear|shame|pride|jealousy|cowardice|spite|anger|embarrassment|laziness|habit|envy|greed|panic|boredom|vanity",
      "i was too|just|also? @low|afraid|ashamed|embarrassed|frightened|proud|lonely|worried|envious|greedy|lazy|panicking|terrified|showing|trying|scared",
      "i wanted|hoped|feared|panicked|was_hoping|hated|liked|enjoyed|did_not_dare|was_afraid|did_not_want to|you|it|that|them|people|and|her|him|the|being|looking|feeling|everyone|,|$",
      "the|my real|true? reason|truth ..4 is|was",
      "i told|had_told myself",
      "that|this is|was why",
      "so that i|nobody|you|they|no_one would|could|looked|did",
      "to avoid|look|seem|feel|save|impress|get|win|hide good|my|a|the|out|you|them|face|your|it|like",
      "it explains|may_explain|might_explain",
    ],
    unless: [
      "because i am_sorry|love",
      "i was sorry|drunk|tired|stressed $",
      "i wanted|want to say|apologise|write|tell",
    ],
    hits: [
      "I was embarrassed; that is mine to deal with, and it was wrong.",
      "I lied because I was afraid of what you would think, and that is no excuse.",
      "i hid it cos i was ashamed. it was my fault",
      "I wanted to look good in front of them. I had no right to use you for it.",
    ],
    misses: [
      "I lied because I was drunk.",
      "I was tired.",
      "It was my fault.",
      "I am sorry because it hurt you.",
    ],
  },
]
