import { WordsProvider, kitWords } from "#kit"
import type { Catalogue, Direction } from "#kit"
import type { Who } from "#practices/examples"
import { views } from "#practices/views"
import { Component } from "preact"
import type { ComponentChildren, VNode } from "preact"
import { useMemo, useSyncExternalStore } from "preact/compat"
import { noKeeper } from "../made-up/no-keeper.ts"
import type { World } from "../made-up/world.ts"
import { DevicePage, ForgetPage } from "../shell/device.tsx"
import { GoingPage } from "../shell/going.tsx"
import { HelpPage, UnsafePage } from "../shell/help.tsx"
import { unknownHost } from "../shell/host.ts"
import type { Inner } from "../shell/inner.ts"
import { InvitePage } from "../shell/invite.tsx"
import { JoinPage } from "../shell/join.tsx"
import { KeepCopyPage } from "../shell/keep-copy.tsx"
import { LookingBack } from "../shell/looking-back.tsx"
import { CameBackPage } from "../shell/came-back.tsx"
import { PassphrasePage } from "../shell/passphrase.tsx"
import type { Place } from "../shell/place.ts"
import { RoomPage } from "../shell/room.tsx"
import { Rooms } from "../shell/rooms.tsx"
import { SaveCopyPage } from "../shell/save-copy.tsx"
import { SharedPage } from "../shell/shared.tsx"
import { ServerPage } from "../shell/server.tsx"
import { AskedPage, InviteMorePage } from "../shell/three.tsx"
import { Today } from "../shell/today.tsx"
import { en } from "../words/en.ts"
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
      offerPassphrase: () => undefined,
      withdrawOffer: () => undefined,
    }),
    [session, snapshot, source, place, onGo],
  )
  return (
    <Broken onBroken={props.onBroken}>
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

function PageOf({ inner, place }: { readonly inner: Inner; readonly place: Place }): VNode {
  switch (place.at) {
    case "today":
      return <Today inner={inner} />
    case "rooms":
      return <Rooms inner={inner} />
    case "looking-back":
      return <LookingBack inner={inner} />
    case "help":
      return <HelpPage inner={inner} />
    case "unsafe":
      return <UnsafePage />
    case "device":
      return <DevicePage inner={inner} />
    case "forget":
      return <ForgetPage inner={inner} />
    case "save-copy":
      return <SaveCopyPage inner={inner} />
    case "keep-copy":
      return <KeepCopyPage inner={inner} />
    case "came-back":
      return <CameBackPage inner={inner} />
    case "going":
      return <GoingPage inner={inner} />
    case "shared":
      return <SharedPage inner={inner} />
    case "passphrase":
      return <PassphrasePage inner={inner} />
    case "server":
      return <ServerPage inner={inner} onRead={() => undefined} />
    case "invite":
      return <InvitePage inner={inner} />
    case "invite-more":
      return <InviteMorePage inner={inner} />
    case "asked":
      return <AskedPage inner={inner} asked={place.ref} />
    case "join":
      return <JoinPage inner={inner} />
    case "room":
      return <RoomPage inner={inner} room={place.room} at={place.place} start={place.start} />
  }
}
