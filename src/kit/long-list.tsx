import { createContext, Fragment } from "preact"
import type { VNode } from "preact"
import { useContext, useId, useLayoutEffect, useRef, useState } from "preact/hooks"
import { Button } from "./button.tsx"
import { monthsOf } from "./months.ts"
import type { Month } from "./months.ts"
import { useLocale, useSay } from "./words-provider.tsx"
import type { en } from "./words/en.ts"

/** Which part of a list is drawn, counted from its newest. */
export interface Stretch {
  readonly from: number
  readonly to: number
}
/** Where each list was left, by its name: whoever comes back to it finds it so. It holds numbers only, and whoever provides it takes it away. */
export const ListPlaces = createContext<Map<string, Stretch> | null>(null)

export interface LongListProps<T> {
  readonly name: string
  readonly of: readonly T[]
  /** YYYY-MM-DD. */
  readonly dayOf: (one: T) => string
  /** Which end of `of` is the newest. They are drawn in the order they have there. */
  readonly newest: "first" | "last"
  readonly keyOf: (one: T) => string
  readonly render: (one: T) => VNode
  /** How many stand there at first, and how many more come with a press. Where it is given, the list is a short one among others, and is not gone through by the month. */
  readonly most?: number
}

/** How many of a list are drawn at first. */
export const listPiece = 30

/** A list that may be long: its newest part, and ways to what is earlier. A page stays quick to draw, whatever was written in years. Up to `most` it is a list like any other. */
export function LongList<T>(props: LongListProps<T>): VNode {
  const { of, newest, most = listPiece } = props
  const places = useContext(ListPlaces)
  const begun = places?.get(props.name) ?? { from: 0, to: most }
  const [left, setStretch] = useState<Stretch>(begun)
  const months = useMonths(props)
  // Where it grew shorter meanwhile and its ways are gone, it begins at its newest: nothing is left behind that could not be reached.
  const isThere = left.from < of.length && of.length > most && (left.from === 0 || months.length > 1)
  const { from, to } = isThere ? left : { from: 0, to: Math.max(most, left.to - left.from) }
  const earlier = useRef<HTMLDivElement>(null)
  const focus = useRef<Element | "next" | null>(null)
  const isFirst = newest === "first"
  const shown = isFirst ? of.slice(from, to) : of.slice(Math.max(0, of.length - to), of.length - from)
  const go = (next: Stretch): void => {
    places?.set(props.name, next)
    setStretch(next)
  }
  // Reading goes on at the first that was not there before.
  useLayoutEffect(() => {
    const after = focus.current === "next" ? earlier.current : focus.current
    focus.current = null
    const next = after?.nextElementSibling
    if (next instanceof HTMLElement) focusOn(next)
  }, [from, to])
  const more = (): void => {
    focus.current = isFirst ? (earlier.current?.previousElementSibling ?? null) : "next"
    go({ from, to: to + most })
  }
  const ways = of.length > most && (
    <Earlier
      months={months}
      at={earlier}
      from={from}
      hasEarlier={to < of.length}
      onMore={more}
      onMonth={(at) => go({ from: at, to: at + most })}
    />
  )
  return (
    <>
      {!isFirst && ways}
      {shown.map((one) => (
        <Fragment key={props.keyOf(one)}>{props.render(one)}</Fragment>
      ))}
      {isFirst && ways}
    </>
  )
}

/** The months it can be gone through by; none where it is a short one, or one among others. */
function useMonths<T>({ of, newest, dayOf, most }: LongListProps<T>): readonly Month[] {
  const { locale } = useLocale()
  if (most !== undefined || of.length <= listPiece) return []
  return monthsOf(newest === "first" ? of : of.toReversed(), dayOf, locale)
}

/** On what can be pressed in it, else on itself: a line that is only read. So is what has a name of its own: a key that is held for long presses nothing in it. */
function focusOn(one: HTMLElement): void {
  const button = one.role === "group" ? null : one.querySelector<HTMLElement>("button")
  if (button === null) one.tabIndex = -1
  const stop = button ?? one
  stop.focus()
}

function Earlier(props: {
  readonly months: readonly Month[]
  readonly at: { current: HTMLDivElement | null }
  readonly from: number
  readonly hasEarlier: boolean
  readonly onMore: () => void
  readonly onMonth: (at: number) => void
}): VNode {
  const { months, from, at: place, hasEarlier, onMore, onMonth } = props
  const say = useSay<typeof en>()
  const id = useId()
  const current = months.findLast((month) => month.at <= from)
  return (
    <div class="kit-earlier" ref={place}>
      {months.length > 1 && (
        <div class="kit-field">
          <label class="kit-label" for={id}>
            {say("kit.list-month")}
          </label>
          <select
            id={id}
            class="kit-input"
            autocomplete="off"
            value={String(current?.at ?? 0)}
            onChange={(event) => onMonth(Number(event.currentTarget.value))}
          >
            {months.map(({ at, title }) => (
              <option key={at} value={String(at)}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      {hasEarlier && (
        <Button kind="second" onPress={onMore}>
          {say("kit.list-earlier")}
        </Button>
      )}
    </div>
  )
}
