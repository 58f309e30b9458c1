import { createContext } from "preact"
import type { ComponentChildren, VNode } from "preact"
import { useContext, useEffect, useLayoutEffect, useMemo } from "preact/hooks"
import { createSay } from "./words.ts"
import type { Catalogue, Say } from "./words.ts"

export type Direction = "ltr" | "rtl"
interface Spoken {
  readonly say: Say
  readonly locale: string
  readonly dir: Direction
}

const SpokenHere = createContext<Spoken | null>(null)

export interface WordsProviderProps {
  readonly locale: string
  readonly dir: Direction
  readonly catalogue: Catalogue
  readonly children?: ComponentChildren
}

/** Gives every component below it its words. The language may change while the page runs; the page's `lang` and `dir` follow. */
export function WordsProvider({ locale, dir, catalogue, children }: WordsProviderProps): VNode {
  const spoken = useMemo(() => ({ say: createSay(catalogue, locale), locale, dir }), [catalogue, locale, dir])
  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = dir
  }, [locale, dir])
  // Effects run after the first paint: the words stand there in a system face before any font is asked for.
  useEffect(() => void import("./css/fonts.css"), [])
  return <SpokenHere.Provider value={spoken}>{children}</SpokenHere.Provider>
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenHere)
  if (spoken === null) throw new Error("No WordsProvider above this component")
  return spoken
}

/** The words of one floor or room: `useSay<typeof en>()`. Without a type any key may be said, and an unknown one throws. */
export function useSay<C extends Catalogue = Catalogue>(): Say<C> {
  // One catalogue holds the words of all floors; the type argument names the part the caller wrote.
  return useSpoken().say
}

export function useLocale(): { readonly locale: string; readonly dir: Direction } {
  const { locale, dir } = useSpoken()
  return { locale, dir }
}
