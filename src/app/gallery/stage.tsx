import { WordsProvider, kitWords } from "#kit"
import type { Catalogue, Direction } from "#kit"
import type { Who } from "#practices/examples"
import { views } from "#practices/views"
import { Component } from "preact"
import type { ComponentChildren, VNode } from "preact"
import { useMemo, useSyncExternalStore } from "preact/compat"
import { noKeeper } from "../made-up/no-keeper.ts"
import type { World } from "../made-up/world.ts"
import { unknownHost } from "../shell/host.ts"
import type { Inner } from "../shell/inner.ts"
import type { Place } from "../shell/place.ts"
import { en } from "../words/en.ts"
import { PageOf } from "../shell/page-of.tsx"
import { Troubles } from "../shell/troubles.tsx"
import { catalogueIn, longText, pseudoText } from "./pseudo.ts"
import type { Source } from "./sources.ts"

export type Speech = "english" | "long" | "pseudo"
const english: Catalogue = {
  ...kitWords,
  ...en,
  ...(Object.assign({}, ...views.map((view) => view.words)) as Catalogue),
}
export const spoken: Readonly<
  Record<
    Speech,
    { readonly catalogue: Catalogue; readonly dir: Direction; readonly people: (text: string) => string }
  >
> = {
  english: { catalogue: english, dir: "ltr", people: (text) => text },
  long: { catalogue: catalogueIn(longText, english), dir: "ltr", people: longText },
  pseudo: { catalogue: catalogueIn(pseudoText, english), dir: "rtl", people: (text) => text },
}

export interface StageProps {
  readonly source: Source
  readonly world: World
  readonly who: Who
  readonly place: Place
  readonly onGo: (place: Place) => void
  readonly onBroken: (why: string) => void
}

/** One page of the app on its own, with all it may use; where it would lead is told to `onGo` and not followed. */
export function Stage(props: StageProps): VNode {
  const { world, who, source, place, onGo } = props
  const session = world.sessions[who]
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot)
  const inner = useMemo<Inner>(
    () => ({
      keeper: noKeeper,
      session,
      snapshot,
      moment: source.now,
      way: {
        here: place,
        canGoBack: true,
        go: onGo,
        back: () => undefined,
        begin: onGo,
        coverWith: () => undefined,
      },
      gate: { asking: null, pass: async () => true, answer: async () => undefined, close: () => undefined },
      host: unknownHost,
      link: null,
      exitUrl: "",
      onExitUrl: () => undefined,
      onExit: () => undefined,
      onLock: async () => undefined,
      onLinkUsed: () => undefined,
      onForgot: () => undefined,
      offerPassphrase: () => undefined,
      withdrawOffer: () => undefined,
    }),
    [session, snapshot, source, place, onGo],
  )
  return (
    <Broken onBroken={props.onBroken}>
      <Troubles
        snapshot={snapshot}
        onGoOn={() => undefined}
        onWhy={place.at === "apart" ? null : () => onGo({ at: "apart" })}
      />
      <PageOf inner={inner} place={place} />
    </Broken>
  )
}

export function Speaking(props: { readonly speech: Speech; readonly children: ComponentChildren }): VNode {
  const { catalogue, dir } = spoken[props.speech]
  return (
    <WordsProvider locale="en-GB" dir={dir} catalogue={catalogue}>
      {props.children}
    </WordsProvider>
  )
}

/** A page that throws is told and does not take the others with it. */
class Broken extends Component<{
  readonly onBroken: (why: string) => void
  readonly children: ComponentChildren
}> {
  override state = { broken: false }
  override componentDidCatch(error: unknown): void {
    this.props.onBroken(error instanceof Error ? `${error.message} ${error.stack ?? ""}` : String(error))
    this.setState({ broken: true })
  }
  override render(): ComponentChildren {
    return this.state.broken ? null : this.props.children
  }
}
