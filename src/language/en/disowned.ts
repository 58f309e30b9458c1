/** In the same sentence, these take the excuse back. */
export const disowned: readonly string[] = [
  "no|not|never ..2 excuse|excuses|reason|justify|justifies|defence|okay|matter|justification",
  "does|do|did|will|can not excuse|justify|make_it|change|matter|undo|take_away",
  "my_fault|still_my|my_choice|my_own|mine_to|on_me|i_chose|but_i_did|and_i_did|even_so|i_should_have|is_mine|was_mine|was_me|i_hurt_you|i_did_hurt|did_hurt_you",
]
