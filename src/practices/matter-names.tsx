import { Actions, Button, Choice, Field, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Day, Ref, RoomPlace, Standing, Target } from "./practice.ts"
import { useSayDay } from "./say-day.tsx"
import { useTexts } from "./use-texts.tsx"
import type { Drafting } from "./use-texts.tsx"
import type { MatterLabel, Waiting } from "./view.ts"
import type { en } from "./words/en.ts"

/** The matter a page is about, by its own or its shared id. */
export function labelOf(matters: readonly MatterLabel[], id: Ref | undefined): MatterLabel | null {
  return id === undefined
    ? null
    : (matters.find((m) => m.id === id || m.own === id || m.shared === id) ?? null)
}

/** True when two ids name the same matter: one private, one shared, or both the same. */
export function sameMatter(matters: readonly MatterLabel[], a: Ref, b: Ref): boolean {
  return a === b || (labelOf(matters, a) !== null && labelOf(matters, a) === labelOf(matters, b))
}

/** The matter's shared id, if the other person sees its name, or will with what already waits. */
export function openedAs(
  label: MatterLabel | null,
  standing: Standing,
  waiting: readonly Waiting[],
): Ref | null {
  const shared = label?.shared ?? null
  if (shared === null) return null
  return Object.hasOwn(standing.matters, shared) || waiting.some((w) => w.ref === shared) ? shared : null
}

/** True once the other person sees the matter's name; one that only waits to go is still its writer's alone. */
export function isSeenByBoth(label: MatterLabel | null, standing: Standing): boolean {
  const shared = label?.shared ?? null
  return shared !== null && Object.hasOwn(standing.matters, shared)
}

/** A gentle name for what has none yet: the day. */
export function useDayName(): (day: Day) => string {
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  return (day) => say("practices.name-day", { day: sayDay(day) })
}

interface Naming {
  readonly keep: (title: string) => Promise<Target>
  /** Null: the person chose not to send. */
  readonly open: (title: string, from: Ref | null) => Promise<Target | null>
}

/** The private matter a page is kept under: the one it has, or a new one under this name. */
export async function ownMatter(naming: Naming, label: MatterLabel | null, title: string): Promise<Ref> {
  return label?.id ?? (await naming.keep(title)).ref
}

/** The shared matter a page is sent under. It goes before the page, so that the page is about something. */
export async function sharedMatter(
  naming: Naming,
  opened: Ref | null,
  own: Ref | null,
  title: string,
): Promise<Ref | null> {
  return opened ?? (await naming.open(title, own))?.ref ?? null
}

/** True when a page begun without a matter should be asked first which it belongs to; where there is none yet, the page before sending names it. */
export function namedFirst(matters: readonly MatterLabel[], at: RoomPlace): boolean {
  return at.matter === undefined && matters.length > 0
}

interface Props {
  readonly desk: Drafting
  /** What the page's own drafts lie under. */
  readonly page: string
  readonly matters: readonly MatterLabel[]
  readonly day: Day
  readonly failed: boolean
  /** The page goes on from here towards sending, and is not left. */
  readonly onward: boolean
  readonly onBack: () => void
  /** `named`: once it has its name, that lies on the desk no more. */
  readonly onKeep: (matter: MatterLabel | null, title: string, named: () => void) => Promise<void>
}

/** Two things of one day are told apart in every list, also when nobody names them. */
export function unlike(name: string, matters: readonly MatterLabel[]): string {
  const isTaken = (title: string): boolean => matters.some((m) => m.title === title)
  let n = 1
  while (isTaken(n === 1 ? name : `${name} (${n})`)) n += 1
  return n === 1 ? name : `${name} (${n})`
}

/** Asked once, when a page begun without a matter is kept: what is it about, and what shall it be called? */
export function NamePage({ desk, page, matters, day, failed, onward, onBack, onKeep }: Props): VNode {
  const say = useSay<typeof en>()
  const dayName = unlike(useDayName()(day), matters)
  const [chosen, setChosen] = useState(matters.length > 0 ? "" : "new")
  const { texts, write, dropping } = useTexts(desk, page, ["name"], { name: dayName })
  const title = texts.name
  const [busy, setBusy] = useState(false)
  const keep = async (): Promise<void> => {
    setBusy(true)
    const named = dropping()
    await onKeep(labelOf(matters, chosen), /\S/.test(title) ? title : dayName, named)
    setBusy(false)
  }
  return (
    <>
      <Heading level={1}>{say(matters.length > 0 ? "practices.name-which" : "practices.name-title")}</Heading>
      {matters.length === 0 && <Lead>{say("practices.name-lead")}</Lead>}
      {matters.length > 0 && (
        <Choice
          legend={say("practices.name-choose")}
          name="matter"
          value={chosen}
          onChose={setChosen}
          options={[
            ...matters.map((m) => ({ value: m.id, label: m.title })),
            { value: "new", label: say("practices.name-new") },
          ]}
        />
      )}
      {chosen === "new" && (
        <Field
          label={say("practices.name-field")}
          value={title}
          onInput={(text) => write("name", text)}
          maxLength={200}
        />
      )}
      {failed && <Text tone="clay">{say("practices.not-kept")}</Text>}
      <Actions>
        <Button kind="second" onPress={onBack}>
          {say("practices.back")}
        </Button>
        <Button kind="main" disabled={busy || chosen === ""} onPress={() => void keep()}>
          {say(onward ? "practices.go-on" : "practices.keep")}
        </Button>
      </Actions>
    </>
  )
}
