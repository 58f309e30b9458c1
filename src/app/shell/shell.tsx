import { WordsProvider, kitWords } from "#kit"
import type { Catalogue } from "#kit"
import { useEffect, useRef, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { tongue } from "../tongue.ts"
import { first } from "../words/first.ts"
import { now } from "../clock.ts"
import { keepFiles } from "../export/keep-files.ts"
import { askHost, unknownHost } from "./host.ts"
import type { Host } from "./host.ts"
import { keepInstallOffer } from "./home-screen.ts"
import {
  hasLeft,
  leave,
  markLeft,
  onLeftElsewhere,
  onPressedOut,
  onPutAside,
  onThreeShifts,
  wasLeft,
} from "./leave.ts"
import { FirstScreen } from "./first.tsx"
import { ForgottenPage } from "./forgotten.tsx"
import { LockPage } from "./lock.tsx"
import { Refused } from "./refused.tsx"
import type { Refusal } from "./refused.tsx"
import { refusalOf } from "./refusal-of.ts"
import type { Place } from "./place.ts"
import { isLink, takeLinkFromAddress, takeLookFromAddress } from "./link.ts"

export type Phase =
  | { readonly is: "starting" }
  | { readonly is: "refused"; readonly because: Refusal }
  | { readonly is: "first" }
  | { readonly is: "forgotten" }
  | { readonly is: "locked"; readonly asks: boolean; readonly fresh: boolean; readonly isMoved?: boolean }
  | { readonly is: "made-up"; readonly MadeUp: typeof import("../made-up/made-up.tsx").MadeUp }
  | {
      readonly is: "open"
      readonly session: Session
      readonly begin: Place
      readonly Inside: typeof import("./inside.tsx").Inside
    }

/** The whole app: which of its six faces is shown, the exit, and the lock. `clear` takes all of it off the page. */
export function Shell({ clear }: { readonly clear: () => void }): VNode {
  const [keeper, setKeeper] = useState<Keeper | null>(null)
  const [phase, setPhase] = useState<Phase>({ is: "starting" })
  const [host, setHost] = useState<Host>(unknownHost)
  const [exitUrl, setExitUrl] = useState("")
  const [link, setLink] = useState<string | null>(null)

  useEffect(() => {
    setLink(takeLinkFromAddress())
    // Neither opened nor asked for is anything of one's own, as long as one looks around.
    if (takeLookFromAddress() && !wasLeft()) void lookAround()
    else start(setKeeper, setPhase).catch(onFailed)
    void askHost().then(setHost)
    keepFiles()
    keepInstallOffer()
  }, [])

  const closing = { neutralWord: first["app.left"], dropKeys: () => keeper?.lock(), clear }
  const onExit = (): void =>
    leave({ to: exitUrl === "" ? (host.exit[0]?.url ?? "about:blank") : exitUrl, ...closing })
  // Listening goes on while the page is drawn anew: the second Shift may bring a page, and the third still counts.
  const exitNow = useRef(onExit)
  exitNow.current = onExit
  useEffect(
    () =>
      onThreeShifts(
        () => now().at,
        () => exitNow.current(),
      ),
    [],
  )
  useEffect(() => onPressedOut(() => exitNow.current()), [])
  useEffect(() => onPutAside(() => closing))
  useEffect(() => {
    // An invite link opened in this very tab changes the address only. Beginning anew takes its secret out of there; drafts wait, sealed.
    const onHash = (): void => {
      if (isLink(location.hash)) location.reload()
    }
    addEventListener("hashchange", onHash)
    return () => removeEventListener("hashchange", onHash)
  }, [])

  const onFailed = (error: unknown): void => setPhase({ is: "refused", because: refusalOf(error) })
  const open = async (session: Session, begin: Place): Promise<void> => {
    const Inside = hasLeft() ? null : (await import("./inside.tsx")).Inside
    // Left while a passphrase was tried, or while the rooms were fetched: what opened meanwhile closes again.
    if (Inside === null || hasLeft()) return keeper?.lock()
    markLeft(false)
    setPhase({ is: "open", session, begin, Inside })
  }
  const lookAround = async (): Promise<void> => {
    const { MadeUp } = await import("../made-up/made-up.tsx")
    setPhase({ is: "made-up", MadeUp })
  }
  const endLooking = (): void => {
    setPhase({ is: keeper === null ? "starting" : "first" })
    if (keeper === null) start(setKeeper, setPhase).catch(onFailed)
  }
  const lock = async (): Promise<void> => {
    if (phase.is !== "open") return
    const { session } = phase
    const { hasPassphrase: asks, isStale: isMoved = false } = session.snapshot()
    setPhase({ is: "locked", asks, fresh: false, isMoved })
    await session.flush()
    keeper?.lock()
  }
  const lockNow = useRef(lock)
  lockNow.current = lock
  useEffect(() => onLeftElsewhere(() => void lockNow.current()), [])

  return (
    <WordsProvider {...tongue} catalogue={catalogue}>
      <Face
        {...{ phase, keeper, host, link, onExit, open, lock, setPhase, exitUrl, setExitUrl, onLink: setLink }}
        {...{ lookAround, endLooking, onFailed }}
      />
    </WordsProvider>
  )
}

const catalogue: Catalogue = { ...kitWords, ...first }

interface FaceProps {
  readonly phase: Phase
  readonly keeper: Keeper | null
  readonly host: Host
  readonly link: string | null
  readonly onExit: () => void
  readonly open: (session: Session, begin: Place) => Promise<void>
  readonly lock: () => Promise<void>
  readonly onFailed: (error: unknown) => void
  readonly setPhase: (phase: Phase) => void
  readonly exitUrl: string
  readonly setExitUrl: (url: string) => void
  readonly onLink: (fragment: string | null) => void
  readonly lookAround: () => Promise<void>
  readonly endLooking: () => void
}

function Face(props: FaceProps): VNode | null {
  const { phase, keeper, onExit } = props
  if (phase.is === "made-up")
    return <phase.MadeUp host={props.host} onExit={onExit} onOut={props.endLooking} />
  if (phase.is === "starting" || keeper === null)
    return phase.is === "refused" ? <Refused because={phase.because} onExit={onExit} /> : null
  switch (phase.is) {
    case "refused":
      return <Refused because={phase.because} onExit={onExit} />
    case "forgotten":
      return <ForgottenPage onExit={onExit} />
    case "first":
      return (
        <FirstScreen
          keeper={keeper}
          host={props.host}
          link={props.link}
          onLink={props.onLink}
          onExit={onExit}
          onOpen={props.open}
          onFailed={props.onFailed}
          onLook={() => void props.lookAround()}
        />
      )
    case "locked":
      return (
        <LockPage
          key={String(phase.asks)}
          asks={phase.asks}
          isMoved={phase.isMoved === true}
          onExit={onExit}
          onOpen={async (passphrase) => {
            if (phase.fresh) {
              markLeft(false)
              props.setPhase({ is: "first" })
              return { ok: true }
            }
            try {
              const answer = await keeper.unlock(passphrase)
              // The passphrase was still being set when this closed. By now it is, and is asked for.
              if (!answer.ok && !phase.asks) props.setPhase({ ...phase, asks: true })
              if (!answer.ok) return answer
              await props.open(answer.session, placeFor(props.link))
            } catch (error) {
              props.onFailed(error)
            }
            return { ok: true }
          }}
        />
      )
    case "open":
      return (
        <phase.Inside
          key={phase.session}
          keeper={keeper}
          session={phase.session}
          begin={phase.begin}
          host={props.host}
          link={props.link}
          exitUrl={props.exitUrl}
          onExitUrl={props.setExitUrl}
          onExit={onExit}
          onLock={props.lock}
          onLinkUsed={() => props.onLink(null)}
          onForgot={() => props.setPhase({ is: "forgotten" })}
        />
      )
  }
}

/** What was opened with the address is gone on with once the pages are open. */
function placeFor(link: string | null): Place {
  if (link === null) return { at: "today" }
  return link.startsWith("#l=") ? { at: "link" } : { at: "join" }
}

async function start(setKeeper: (keeper: Keeper) => void, setPhase: (phase: Phase) => void): Promise<void> {
  if (!globalThis.isSecureContext || globalThis.crypto?.subtle === undefined)
    return setPhase({ is: "refused", because: "not-secure" })
  const { createKeeper, browserDeps } = await import("../core.ts")
  const keeper = createKeeper(browserDeps())
  const state = await keeper.state()
  setKeeper(keeper)
  if (typeof state === "object") return setPhase({ is: "refused", because: state.because })
  if (state === "fresh")
    return setPhase(wasLeft() ? { is: "locked", asks: false, fresh: true } : { is: "first" })
  setPhase({ is: "locked", asks: state === "locked", fresh: false })
  // The pages behind the lock come while somebody looks for the button. Not to a page that was left: it asks for nothing.
  if (!wasLeft()) void import("./inside.tsx").catch(() => undefined)
}
