import { ExitButton, Frame, ListPlaces, Text, WordsProvider, kitWords, useFocusOnHeading, useSay } from "#kit"
import { seamsOf } from "#practices"
import { views } from "#practices/views"
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "preact/compat"
import { useErrorBoundary } from "preact/hooks"
import type { VNode } from "preact"
import type { Catalogue, Stretch } from "#kit"
import { now as readNow } from "../clock.ts"
import type { Moment } from "../../practices/practice.ts"
import type { Keeper } from "../door/door.ts"
import type { Clock, Session } from "../session/session.ts"
import { tongue } from "../tongue.ts"
import { en } from "../words/en.ts"
import { Gate } from "./gate.tsx"
import type { Host } from "./host.ts"
import { useLockOffer } from "./lock-offer.ts"
import { PassphraseForm } from "./passphrase.tsx"
import { PageOf } from "./page-of.tsx"
import { isSending, mainPlaceOf } from "./place.ts"
import type { Place } from "./place.ts"
import { Refused } from "./refused.tsx"
import { showTheme, themeOf } from "./settings.ts"
import { Thrown } from "./thrown.tsx"
import { Troubles } from "./troubles.tsx"
import { UpdateReady } from "./update-ready.tsx"
import { useGate } from "./use-gate.ts"
import { useWay } from "./way.ts"
import { useAutoLock } from "./auto-lock.ts"
import type { Inner } from "./inner.ts"

interface Props {
  readonly keeper: Keeper
  readonly session: Session
  readonly begin: Place
  readonly host: Host
  readonly link: string | null
  readonly exitUrl: string
  readonly onExitUrl: (url: string) => void
  readonly onExit: () => void
  readonly onLock: () => Promise<void>
  readonly onLinkUsed: () => void
  readonly onForgot: () => void
  /** Set when one looks around with a made-up pair: their clock, and what stands above every page. */
  readonly madeUp?: { readonly clock: Clock; readonly notice: VNode }
}

const catalogue: Catalogue = {
  ...kitWords,
  ...en,
  ...(Object.assign({}, ...views.map((view) => view.words)) as Catalogue),
}

/** Everything behind the lock. It is drawn only while the keys are here, and taken away whole. */
export function Inside(props: Props): VNode {
  // A defect of ours is no reason for a blank page.
  const broke: unknown = useErrorBoundary()[0]
  return (
    <WordsProvider {...tongue} catalogue={catalogue}>
      {broke === undefined ? <House {...props} /> : <Refused because="broke" onExit={props.onExit} />}
    </WordsProvider>
  )
}

function House(props: Props): VNode {
  const { session } = props
  const say = useSay<typeof en>()
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot)
  const clock = props.madeUp?.clock ?? readNow
  const [moment, setMoment] = useState(clock)
  const way = useWay()
  const gate = useGate(session)
  const lockOffer = useLockOffer(session)
  const [lists] = useState(() => new Map<string, Stretch>())
  // Once for each session that is opened; where the way has led since is not its business.
  useEffect(() => {
    lists.clear()
    way.begin({ at: "today" })
    if (props.begin.at !== "today") way.go(props.begin)
    props.onExitUrl(session.draft("setting.exit"))
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session])
  useEffect(() => {
    showTheme(themeOf(session))
    return () => showTheme("system")
  }, [session])
  useEffect(() => {
    // Half a minute: days and clock times on the screen need no more.
    const every = setInterval(() => setMoment(clock()), 30_000)
    return () => clearInterval(every)
  }, [clock])
  useEffect(() => {
    if (snapshot.isStale === true) void props.onLock()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [snapshot.isStale])
  useAutoLock({ session, minutes: snapshot.lockMinutes, onLock: props.onLock })
  const inner = useMemo<Inner>(
    () => ({
      ...props,
      snapshot,
      moment,
      way,
      gate,
      offerPassphrase: lockOffer.make,
      withdrawOffer: lockOffer.withdraw,
    }),
    [props, snapshot, moment, way, gate, lockOffer.make, lockOffer.withdraw],
  )
  // A sending, and a question before it, come first; the offer can wait for them.
  const isOffering = lockOffer.open && gate.asking === null && !isSending(way.here)
  const takeAway = gate.asking !== null ? gate.close : isOffering ? lockOffer.end : null
  // With the page itself: a step back in the very next moment already means the question that is seen.
  useLayoutEffect(() => way.coverWith(takeAway))
  useFocusOnHeading(gate.asking ?? (isOffering ? "offer" : JSON.stringify(way.here)))
  const main = mainPlaceOf(way.here)
  const canGoBack = way.canGoBack || takeAway !== null
  const nav = (["today", "rooms", "looking-back", "help"] as const).map((id) => ({
    id,
    label: say(`app.${id}`),
    current: id === main,
    onPress: () => way.go({ at: id }),
  }))
  return (
    <Frame
      where={canGoBack ? say("app.back") : weekday(moment)}
      {...(canGoBack ? { onBack: way.back } : {})}
      exit={<ExitButton label={say("app.leave")} onExit={props.onExit} />}
      nav={nav}
      bowl={{ seed: snapshot.bowl, seams: seamsOf(snapshot.house, snapshot.reader).length }}
      navLabel={say("app.main-nav")}
    >
      {props.madeUp?.notice}
      <Troubles
        snapshot={snapshot}
        onGoOn={() => void inner.session.goOn()}
        onWhy={way.here.at === "apart" ? null : () => way.go({ at: "apart" })}
      />
      {gate.asking !== null && <Gate inner={inner} />}
      {isOffering && <PassphraseForm inner={inner} onEnd={lockOffer.end} />}
      <Thrown inner={inner} />
      <div hidden={gate.asking !== null || isOffering}>
        <ListPlaces.Provider value={lists}>
          <PageOf inner={inner} place={way.here} />
        </ListPlaces.Provider>
      </div>
      {!snapshot.hasPassphrase && !isOffering && <Text tone="second">{say("app.lock-none")}</Text>}
      <UpdateReady inner={inner} />
    </Frame>
  )
}

/** Where one is on Today: in the week. */
function weekday({ at, zone }: Moment): string {
  return new Intl.DateTimeFormat(tongue.locale, { weekday: "long", timeZone: zone }).format(at)
}
