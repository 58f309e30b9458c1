/** In the same sentence, these take the excuse back. */
export const disowned: readonly string[] = [
  "never|no|not ..2 defence|excuse|excuses|justification|justifies|justify|matter|okay|reason",
  "can|did|do|does|will not change|excuse|justify|make_it|matter|take_away|undo",
  "and_i_did|but_i_did|did_hurt_you|even_so|i_chose|i_did_hurt|i_hurt_you|i_should_have|is_mine|mine_to|my_choice|my_fault|my_own|on_me|still_my|was_me|was_mine",
]
