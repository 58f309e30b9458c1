import { Button, Heading, Lead, Own, Sheet, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { byWriter, everybodyEver } from "../everyone.ts"
import { sameMatter } from "../matter-names.tsx"
import type { Ref } from "../practice.ts"
import { useSayDay } from "../say-day.tsx"
import { unheard } from "../still-heard.tsx"
import type { MatterLabel, Voice } from "../view.ts"
import { Remarks } from "./remarks.tsx"
import { voices as ownVoices } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** Two columns where there is room, one under the other on a phone. */
const besideEachOther = {
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 17rem), 1fr))",
  gap: "24px",
  alignItems: "start",
} as const

/** What each has said about this matter, beside each other, never made into one. */
export function Sides(props: MattersProps): VNode | null {
  const { people } = props
  const say = useSay<typeof en>()
  const here = voicesHere(props)
  if (here.length === 0) return null
  const mine = here.filter((v) => v.mine)
  const others = byWriter(
    here.flatMap((v) => (v.mine || v.writer === null ? [] : [{ ...v, writer: v.writer }])),
  )
  const n = others.length + (mine.length > 0 ? 1 : 0)
  // What somebody's closed page says is a side too.
  const isMore = n > 2 || everybodyEver(people).n > 1
  return (
    <>
      <Heading level={2}>
        {say(n < 2 ? "matters.sides-one" : isMore ? "matters.sides-more" : "matters.sides")}
      </Heading>
      {n > 1 && <Lead>{say(isMore ? "matters.sides-lead-more" : "matters.sides-lead")}</Lead>}
      <div style={besideEachOther}>
        {mine.length > 0 && <Side {...props} title={say("matters.side-me")} voices={mine} />}
        {others.map(({ writer, of }) => (
          <Side
            {...props}
            key={writer}
            title={say("matters.side-other", { name: people.nameOf(writer) })}
            voices={of}
          />
        ))}
      </div>
    </>
  )
}

function voicesHere({ voices, states, reader, matters, at, desk }: MattersProps): readonly Voice[] {
  const all = voices ?? ownVoices(states, reader)
  return aboutMatter(all, matters, at.matter ?? "", (own) => desk.sharedOf(own))
}

/** The voices of one matter. A kept page that went as it is stands once, as what was sent. */
export function aboutMatter(
  voices: readonly Voice[],
  matters: readonly MatterLabel[],
  matter: Ref,
  sharedOf: (own: Ref) => Ref | null,
): readonly Voice[] {
  const sent = new Set(voices.flatMap((v) => (v.target === null ? [] : [v.ref])))
  return voices.filter((v) => {
    const became = v.target === null ? sharedOf(v.ref) : null
    return sameMatter(matters, v.matter, matter) && !(became !== null && sent.has(became))
  })
}

/** The others who are here see it too, so it may be put beside the words of one who left. */
function canRemark(props: MattersProps, { ref }: Voice): boolean {
  return unheard(props, { ref, writer: props.reader.shared ?? props.reader.own }) === null
}

interface SideProps extends MattersProps {
  readonly title: string
}
function Side(props: SideProps & { readonly voices: readonly Voice[] }): VNode {
  const { title, voices } = props
  return (
    <section aria-label={title}>
      <Heading level={3}>{title}</Heading>
      {voices.map((voice) => (
        <OneVoice {...props} key={voice.ref} voice={voice} />
      ))}
    </section>
  )
}

function OneVoice(props: SideProps & { readonly voice: Voice }): VNode {
  const { voice } = props
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const sayDay = useSayDay()
  return (
    <Sheet>
      <Text tone="second">
        {say("matters.voice-day", { what: sayAny(voice.title), day: sayDay(voice.day) })}
      </Text>
      {voice.target === null && <Text tone="second">{say("matters.side-only-you")}</Text>}
      {voice.parts.map((part) => (
        <div key={part.label}>
          <Text tone="second">{sayAny(part.label)}</Text>
          <Own>{part.text}</Own>
        </div>
      ))}
      <Remarks {...props} to={voice.ref} />
      {!voice.mine && voice.target !== null && canRemark(props, voice) && (
        <Button
          kind="quiet"
          onPress={() => props.go("matters", { ...props.at, page: "remark", about: voice.ref })}
        >
          {say("matters.remark")}
        </Button>
      )}
    </Sheet>
  )
}
