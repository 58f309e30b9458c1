import {
  Actions,
  Band,
  Button,
  Choice,
  Editor,
  Heading,
  Lead,
  Text,
  Where,
  Writing,
  announce,
  useSay,
} from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { isForNobody } from "../for-nobody.ts"
import { namedFirst } from "../matter-names.tsx"
import type { RoomPlace } from "../practice.ts"
import { useCoach } from "../use-coach.tsx"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { ways } from "./entries.ts"
import type { Way } from "./entries.ts"
import { keepUnder, keptFor, keptTexts } from "./keep-page.tsx"
import { againstAnother } from "./look.ts"
import { draftKey, drafted, matterOf, placeOf, wayOf } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"
import { AskForgiveness, Beside, EightParts } from "./write-beside.tsx"
import type { en } from "./words/en.ts"

/** One sheet, the coach beside it. It can be written on at once, before it has a name. */
export function WritePage(props: ApologyProps): VNode {
  const { desk, people, reader } = props
  const at = placeOf(props)
  const say = useSay<typeof en>()
  const { texts, write } = useTexts(desk, draftKey(props, at), drafted, keptTexts(keptFor(props, at)))
  const alone = isForNobody(reader)
  const way = wayOf(texts.way)
  return (
    <>
      <Heading level={1}>
        {alone ? say("apology.write-alone") : say("apology.write", { name: people.other })}
      </Heading>
      <Lead>{matterOf(props, at.matter)?.title ?? say("apology.write-lead")}</Lead>
      <Where place="phone" />
      <Against {...props} at={at} />
      <Letter {...props} text={texts.text} way={way} onText={(text) => write("text", text)} />
      <EightParts />
      <AskForgiveness asks={texts.asks === "yes"} onChange={(asks) => write("asks", asks ? "yes" : "no")} />
      {!alone && <WayChoice way={way} onChose={(chosen) => write("way", chosen)} />}
      <WaysOn {...props} at={at} text={texts.text} way={alone ? null : way} />
    </>
  )
}

/** What speaks against another letter on the same matter. Said, and nothing is closed by it. */
export function Against(props: ApologyProps & { readonly at: RoomPlace }): VNode | null {
  const { states, reader, people, at } = props
  const say = useSay<typeof en>()
  const label = matterOf(props, at.matter)
  const against = label === null ? null : againstAnother(states.shared, states.own, reader.shared, label)
  if (against === null) return null
  return (
    <Band tone="clay">
      <Text>
        {say(`apology.against-${against.is}`, {
          name: against.by === null ? people.other : people.nameOf(against.by),
        })}
      </Text>
    </Band>
  )
}

interface LetterProps extends ApologyProps {
  readonly text: string
  readonly way: Way
  readonly onText: (text: string) => void
}
const longest = 20_000

function Letter({ text, way, onText, coach }: LetterProps): VNode {
  const say = useSay<typeof en>()
  const coaching = useCoach(text, (words) => coach(words, "apology"))
  return (
    <Writing margin={<Beside coaching={coaching} begun={/\S/.test(text)} />}>
      <Editor
        label={say(way === "letter" ? "apology.sheet" : "apology.sheet-spoken")}
        hint={say(way === "letter" ? "apology.sheet-hint" : "apology.sheet-spoken-hint")}
        value={text}
        onInput={onText}
        marks={coaching.marks}
        maxLength={longest}
      />
    </Writing>
  )
}

function WayChoice({ way, onChose }: { readonly way: Way; readonly onChose: (way: Way) => void }): VNode {
  const say = useSay<typeof en>()
  return (
    <Choice
      legend={say("apology.way")}
      name="way"
      value={way}
      onChose={onChose}
      options={ways.map((value) => ({
        value,
        label: say(`apology.way-${value}`),
        hint: say(`apology.way-${value}-hint`),
      }))}
    />
  )
}

interface WaysOnProps extends ApologyProps {
  readonly text: string
  /** Null: for nobody in particular, so nothing goes and nothing is said aloud to anyone. */
  readonly way: Way | null
}
function WaysOn(props: WaysOnProps): VNode {
  const { at, text, way, go, matters, people } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [isEmpty, setEmpty] = useState(false)
  const ifWritten = (next: () => void): void => {
    const empty = !/\S/.test(text)
    setEmpty(empty)
    if (empty) announce(sayAll("practices.write-first"))
    else next()
  }
  // Alone, a letter is kept first; sending is there and is not what the page leads to.
  const keepsFirst = way === null || (way === "letter" && !people.together)
  const keepThen = (then: "" | "card"): void => {
    if (at.matter === undefined) go("apology", { page: then === "card" ? "name-card" : "name" })
    else void keepUnder(props, at, at.matter, then, sayAll)
  }
  return (
    <>
      {isEmpty && <Text tone="clay">{sayAll("practices.write-first")}</Text>}
      <Actions>
        <Button kind={keepsFirst ? "main" : "second"} onPress={() => ifWritten(() => keepThen(""))}>
          {sayAll("practices.keep")}
        </Button>
        {way === "letter" && (
          <Button
            kind={keepsFirst ? "second" : "main"}
            onPress={() =>
              ifWritten(() =>
                go("apology", { ...at, page: namedFirst(matters, at) ? "name-review" : "review" }),
              )
            }
          >
            {sayAll("practices.get-ready")}
          </Button>
        )}
        {way !== null && way !== "letter" && (
          <Button kind="main" onPress={() => ifWritten(() => keepThen("card"))}>
            {say("apology.to-card")}
          </Button>
        )}
      </Actions>
    </>
  )
}
