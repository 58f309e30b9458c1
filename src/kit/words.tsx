import { createContext } from "preact"
import type { ComponentChildren, VNode } from "preact"
import { useContext, useEffect, useMemo } from "preact/hooks"

/** A sentence, or one for each plural category of the language (Intl.PluralRules), chosen by the value `n`. `{name}` is filled in. */
export type Sentence = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>
export type Catalogue = Readonly<Record<string, Sentence>>
export type Values = Readonly<Record<string, string | number>>
export type Say<C extends Catalogue = Catalogue> = (key: Extract<keyof C, string>, values?: Values) => string

/** The one way to words. An unknown key or a missing value is our own defect and throws. */
export function createSay(catalogue: Catalogue, locale: string): Say {
  const plural = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(locale)
  return (key, values = {}) => {
    const sentence = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined
    if (sentence === undefined) throw new Error(`no words for ${key}`)
    const text =
      typeof sentence === "string"
        ? sentence
        : (sentence[plural.select(Number(values["n"]))] ?? sentence.other)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      if (value === undefined) throw new Error(`${key} needs ${name}`)
      return typeof value === "number" ? number.format(value) : value
    })
  }
}

interface Language {
  readonly locale: string
  readonly dir: "ltr" | "rtl"
  readonly say: Say
}
const Words = createContext<Language | null>(null)

/** Gives words to everything inside; the language may change while running, and the page's `lang` and `dir` follow. */
export function WordsProvider(props: {
  readonly locale: string
  readonly dir: "ltr" | "rtl"
  readonly catalogue: Catalogue
  readonly children: ComponentChildren
}): VNode {
  const { locale, dir, catalogue } = props
  const language = useMemo(
    () => ({ locale, dir, say: createSay(catalogue, locale) }),
    [locale, dir, catalogue],
  )
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = dir
  }, [locale, dir])
  return <Words.Provider value={language}>{props.children}</Words.Provider>
}

function useLanguage(): Language {
  const language = useContext(Words)
  if (language === null) throw new Error("words are used outside of a WordsProvider")
  return language
}

/** `say` for one catalogue: its type knows which keys there are. */
export function useSay<C extends Catalogue = Catalogue>(): Say<C> {
  return useLanguage().say
}

export function useLocale(): { readonly locale: string; readonly dir: "ltr" | "rtl" } {
  return useLanguage()
}
