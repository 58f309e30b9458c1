// How a clause may hold words without standing behind them. Each pattern opens a stretch that lasts to the end of its clause.

/** Someone's words are being told: what follows was said, thought or felt, then or by another. */
export const reported: readonly string[] = [
  "you|he|she|they|we said|say|says|told|tell|felt|feel|feels|thought|think|thinks|believe|believed|heard|asked|called|mentioned|explained|described|wanted|wrote|noticed|worry|worried|fear|feared",
  "and|then said|told|wrote|claimed|pretended|swore",
  "you were|are|have|had told|thinking|feeling|saying|hearing|wondering|telling|told|been told|been telling",
  "you|she|he|they ( did not / do not / never ) want|wanted|need|feel|felt|think|believe",
  "i said|told|shouted|yelled|wrote|texted|called|claimed|implied|suggested|insisted|joked|dismissed|pretended|acted|treated|blamed|accused|answered|replied|laughed|promised|swore|announced|repeated|argued|tell",
  "i ( kept / was / am used to / used to / went on / started / began ) saying|telling|insisting|say|tell|pretending|claiming",
  "i convinced|persuaded|let|made|left|had ( you / myself / her / him ) think|thinking|believe|believing|feel|feeling|felt|with|to|it|that",
  "i ( made / tried to make ) ( out / it / you / her / him ) .*3 like|sound|look|feel|seem|doubt|wonder",
  "what i|you heard|hear|told|said|am hearing ..3 is|was",
  "it sounds|sounded|seemed|felt ( to you )? like|as|that",
  "( for / to ) you it|this|that|all",
  "( my / the / your ) ( first / old / usual )? words|instinct|excuse|excuses|story|line|answer|version|message|reply|defence|thought",
  "by|from saying|telling|calling|pretending|acting|claiming|blaming|laughing|implying|treating|promising|swearing",
  "for saying|telling|calling|pretending|acting|claiming|blaming|laughing|implying|treating|promising|swearing|making",
  "that|which i called|calling",
]

/** What follows is refused, denied or not asked. */
export const refused: readonly string[] = [
  "i|we ( will not / am not going to / do not / did not want to / refuse to / am not / am not here to / can not / could not / should not / would not / no longer / will never / never / am never going to ) ( want to / want / have to / get to / ask / have the right to )? say|saying|pretend|pretending|blame|blaming|hide|hiding|excuse|excusing|use|using|claim|ask|asking|expect|expecting|tell|telling|make|making|call|calling|need|offer|offering|write|writing|suggest|suggesting|plead|argue|arguing|promise|promising|try|trying|dress|add|adding|say|soften|want|wanting|assume|demand|push|rush|add|play",
  "( it would be / it is / that would be / would be ) easy|easier|tempting|wrong|unfair|dishonest|cheap to",
  "i could say|tell|blame|claim|pretend|point|list|give|write|argue|use",
  "rather|instead than|of",
  "not|never because|to|as|that|about|asking|saying|your",
  "without saying|asking|any|blaming|expecting|making|adding|hiding",
  "( there is / there was / i have / i had / i see ) no",
  "no excuse|excuses|but|buts|ifs|if|reason|right|need|pressure|one|matter",
  "nobody|none|neither|nothing|no-one",
  "you|she|he ( do not / need not / never / did not / should not / owe me / are not / will not / would not ) ( have|had|need|needed|deserve|deserved|owe|expected|supposed|obliged|get )? ( to / me )?",
  "please do not feel|think|worry|hurry|answer|reply|forgive",
  "( i / i have ) ( no right / no business )",
  "hide|hiding|shelter behind",
  "whether ( or not )? ( i / it / you / that )",
]

/** Where a held stretch ends even before the sentence does. */
export const lets = /^(?:but|however|although|though|so|because|yet)$/
export const stops = /^[;.?]$/
/** After a comma, these begin a clause that stands for itself; "that" and "or" go on with the list. */
export const anew = /^(?:i|you|it|we|and|she|he|they|this|those|my|your|what|can|please|there|let)$/
