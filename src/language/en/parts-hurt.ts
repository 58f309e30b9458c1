import type { PartRule } from "../rule.ts"

/** What it did to the other person; and how it came about, with its owner beside it. */
export const hurtParts: readonly PartRule[] = [
  {
    id: "acknowledges-impact.effect",
    part: "acknowledges-impact",
    heard: true,
    pattern: [
      "( i|it|this|that|which|and|lying|what|lie|lies|words|message ) ~ ( must have / has / have / had / also / did )? ~ ( @hurt|humiliated|frightened|embarrassed|cost|betrayed|broke|damaged|shook|ruined|spoiled|robbed ) ~ ( you|your|him|her|us|the )",
      "you ~ ( had / have had / must have / were / are / would have / may have / have|had|must have been / were|was left / been / got ) ~ ( to / been / left / felt / to be )? ~ ( wait|waiting|explain|lie|cover|carry|find|pay|do|cook|sit|stand|standing|worry|apologise|hear|wonder|wondering|alone|hurt|upset|angry|scared|frightened|humiliated|embarrassed|ashamed|worried|lonely|sad|disappointed|betrayed|ignored|exhausted|terrified|devastated|heartbroken|furious|confused|ask|make|deal|face|cancel|borrow|work|cry|crying|feel|felt|feeling|so|let|made|cold|tired|stay|look|answer|clean|go|call|ring|walk|take|shaken|crushed|gutted|mad|invisible|small|stupid|doubt|doubting|question|questioning|counting|relying|trusting|looking )",
      "you ~ ( are|were|was feeling / had ~ trusted|believed|relied|waited / could|can not / did not ~ know|sleep|feel|eat|have|get|dare|deserve / no longer / felt|feel|lost|cried|missed|stopped|trusted|stood|sat|waited|needed|worried|paid|counted|relied|wanted|spent )",
      "( made|makes|make|leaving|left|making|let ) you ~ ( feel|look|@state|doubt|wait|worry|think|think|alone|cry|wonder|question|with|to|small|in|scared|standing|down )",
      "( how / what ) ~ ( much|hard|painful|lonely|frightening|hurtful|humiliating|badly|deeply|it|that|this|alone|angry|hurt ) ..6 ( you|hurt|cost|felt|was|did|is|must|been )",
      "( you|she|he ~ have|had ~ every|a|the right|reason ) ~ ( to )",
      "( your / his / her ) ~ ( trust|confidence|hurt|anger|pain|disappointment|fear|feelings|faith|sleep|peace )",
      "( i ~ ( know|see|understand|realise|hear|can|get ) ) ..4 ( hurt|angry|upset|hurts|pain|painful|hurtful|scared|disappointed|let down|hard for you|alone|worried )",
      "( no wonder / of course / it makes sense|is understandable / understandably / it is no ) ~ ( surprise|that )? ~ you",
      "( it|that|this ) ~ ( felt|feels|was|must have been|sounds|sounded|has been|had been|is|must have ~ felt ) ..2 ( like / as if / as though / frightening|scary|humiliating|lonely|painful|hurtful|exhausting|awful|horrible|hard|embarrassing|upsetting|unfair|unsafe|scary|worse|worst|hurt|lonely|confusing|betrayal|betrayed|heartbreaking )",
      "( what hurt|hurts / the worst part|thing / the hardest part|thing / what made it )",
      "( left|cost|lost|robbed ) you",
    ],
    unless: ["sorry ..2 you ~ ( feel|felt|are )", "( it / that ) did not ~ ( hurt|cost ) you"],
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
      "( because|cause|since ) ~ ( i ) ~ ( was|did|wanted|thought|had|could|felt|am|knew|feared|hoped|cared|liked|told|needed|have|would|tried )",
      "( out of / from ) ~ ( fear|shame|pride|jealousy|cowardice|spite|anger|embarrassment|laziness|habit|envy|greed|panic )",
      "i ~ ( was ) ~ ( @tired|afraid|ashamed|embarrassed|scared|frightened|proud|jealous|lonely|worried|angry|envious|greedy|lazy|anxious|panicking|terrified|showing|trying )",
      "i ~ ( wanted|hoped|feared|panicked|did not want|did not dare|was hoping|hated ) ~ ( to|you|it|that|them|people|and|her|him|the|,|being|looking|feeling )",
      "( the|my ) ~ ( reason|truth|real ) ..3 ( is|was )",
      "i told myself",
      "that ~ is ~ why",
      "( so / to ) ( avoid / that i / look|seem|feel / save )",
      "( explains|explain ) ~ ( it|why|what|how|this|that|but|and|a )",
    ],
    unless: ["because i ~ ( am sorry|love )", "i was ~ ( sorry )"],
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
