/** Vectors that were wrong from the day they were written, as "file: name". Each with the reason beside it; nobody's verifier is held against them. */
export const withdrawn: ReadonlySet<string> = new Set<string>([])
