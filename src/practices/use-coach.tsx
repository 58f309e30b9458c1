import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import type { CoachReading } from "./view.ts"
import type { Mark, Note } from "#kit"

export interface Coaching {
  readonly marks: readonly Mark[]
  readonly notes: readonly Note[]
  readonly present: readonly string[]
  readonly off: boolean
  readonly fine: (id: string) => void
}

interface Read {
  readonly text: string
  readonly reading: CoachReading
}
const nothing: CoachReading = { marks: [], present: [] }
/** Long enough not to interrupt a word, short enough to be beside the sentence. */
const pause = 300

/** The coach reads along when the hand rests. What a person has called fine stays put away while the page is open. */
export function useCoach(text: string, read: ((text: string) => CoachReading | null) | null): Coaching {
  const [done, setDone] = useState<Read>({ text: "", reading: nothing })
  const [fine, setFine] = useState<ReadonlySet<string>>(new Set())
  const readRef = useRef(read)
  useEffect(() => {
    readRef.current = read
  })
  useEffect(() => {
    const look = (): void => {
      if (readRef.current === null) return
      const reading = readRef.current(text)
      if (reading === null) later = setTimeout(look, pause)
      else setDone({ text, reading })
    }
    let later = setTimeout(look, pause)
    return () => clearTimeout(later)
  }, [text])
  return useMemo(() => {
    const open = done.reading.marks.flatMap((mark) => {
      const quote = done.text.slice(mark.start, mark.end)
      const id = `${mark.rule} ${quote}`
      return fine.has(id) ? [] : [{ ...mark, id, quote }]
    })
    return {
      marks: open.map(({ id, start, end, strength }) => ({
        id: `${id} ${start}`,
        start,
        end,
        tone: strength === "firm" ? "clay" : "gold",
      })),
      notes: open.map(({ id, start, quote, because, ask, strength }) => ({
        id: `${id} ${start}`,
        quote,
        because,
        ask,
        strength,
      })),
      present: done.reading.present,
      off: done.reading.off === true,
      fine: (id) => setFine((before) => new Set([...before, id.replace(/ \d+$/, "")])),
    }
  }, [done, fine])
}
