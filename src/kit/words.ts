/** One language's words. A plural entry is chosen by the value `n`. Placeholders are written `{name}`. */
export type Catalogue = Readonly<Record<string, Entry>>
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>
export type Entry = string | Plural
export type Values = Readonly<Record<string, string | number>>

type Named<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never
type Text<E> = E extends string ? E : E[keyof E] & string
type Wanted<E> = Named<Text<E>> | (E extends string ? never : "n")
/** `string extends …`: a catalogue not written `as const` keeps its keys typed and its values free. */
type Given<E> = E extends unknown
  ? string extends Text<E>
    ? [values?: Values | undefined]
    : [Wanted<E>] extends [never]
      ? [values?: Values]
      : [values: Values & Readonly<Record<Wanted<E>, string | number>>]
  : never

/** Says a key in the chosen language. Values a sentence asks for by `{name}` are required by the types. */
export type Say<C extends Catalogue = Catalogue> = <K extends keyof C & string>(
  key: K,
  ...values: Given<C[K]>
) => string

/** Nothing, or the end of a sentence and a space: what a capital letter follows. */
const beginsSentence = /(?:^|[.?…]\s)$/

function capital(value: string, locale: string): string {
  const [first = ""] = value
  return first.toLocaleUpperCase(locale) + value.slice(first.length)
}

const placeholder = /\{([^{}]+)\}/g

/**
 * The one place where a key becomes a sentence. An unknown key, a missing value and a plural without a number are defects of ours and throw:
 * a screen with a hole in its sentence is worse than one that stops in a test.
 */
export function createSay<C extends Catalogue = Catalogue>(catalogue: C, locale: string): Say<C> {
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const textOf = (key: string, values: Values): string => {
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined
    if (entry === undefined) throw new Error(`No words for "${key}"`)
    if (typeof entry === "string") return entry
    const n = Object.hasOwn(values, "n") ? values["n"] : undefined
    if (typeof n !== "number") throw new Error(`"${key}" has plural forms and was given no number "n"`)
    return entry[plurals.select(n)] ?? entry.other
  }
  return (key, ...given) => {
    const values: Values = given[0] ?? {}
    return textOf(key, values).replace(placeholder, (_, name: string, at: number, text: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      if (value === undefined) throw new Error(`"${key}" was not given {${name}}`)
      if (typeof value === "number") return numbers.format(value)
      return beginsSentence.test(text.slice(0, at)) ? capital(value, locale) : value
    })
  }
}
