// A handler switched off: the words that are it, and what stands there without it. Nothing of this is in the product; a build for tests and a loader for a test's
// own relay put it in.

export interface Edit {
  /** Below src/. */
  readonly file: string
  readonly from: string
  /** The same place, given what is true while the handler is off. */
  readonly to: (off: string) => string
}

/** An expression that becomes another one while the handler is off. */
export function instead(file: string, from: string, to: string): Edit {
  return { file, from, to: (off) => `(${off} ? (${to}) : (${from}))` }
}

/** What is true in the app's page while this case is switched off; a test sets it before any script of the page runs. */
export function offInPage(name: string): string {
  return `globalThis.wrongOff === ${JSON.stringify(name)}`
}

/** The edited text, or why it cannot be edited: a handler that was moved must be planted anew. */
export function edited(code: string, { file, from, to }: Edit, off: string): string {
  const parts = code.split(from)
  if (parts.length !== 2) throw new Error(`${String(parts.length - 1)} places in ${file} for: ${from}`)
  return parts.join(to(off))
}
