import type { BrowserContext } from "playwright-core"

// What a page tells while it is being left: it may be gone a moment later, so each thing is told at once and never read afterwards.

export interface Told {
  readonly kind: "exit" | "seen" | "gone" | "frame" | "spoken" | "fuss" | "restored"
  readonly what: string
  /** Milliseconds, by the clock that the tests read too. */
  readonly at: number
}

/** Watches for these words from each page's first moment on. What is told is added to the returned list as it comes. */
export async function beacons(context: BrowserContext, words: string): Promise<Told[]> {
  const told: Told[] = []
  await context.exposeBinding("exitBeacon", (_, line: string) => {
    told.push(JSON.parse(line) as Told)
  })
  await context.addInitScript(watch, words)
  return told
}

/** Runs in the page. */
function watch(words: string): void {
  type Tell = (line: string) => Promise<void>
  const clock = performance.now.bind(performance)
  const tell = (kind: string, what = "", at = clock()): void => {
    const line = JSON.stringify({ kind, what, at: performance.timeOrigin + at })
    void (Reflect.get(globalThis, "exitBeacon") as Tell | undefined)?.(line)
  }
  const isShown = (): boolean => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>("textarea, input")]
    const all = [document.title, document.documentElement?.textContent ?? "", ...fields.map((f) => f.value)]
    return all.some((text) => text.includes(words))
  }
  let was = false
  const look = (): void => {
    const is = isShown()
    if (is !== was) tell(is ? "seen" : "gone")
    was = is
  }
  let hasLeft = false
  const onExit = (at: number): void => {
    hasLeft = true
    tell("exit", String(isShown()), at)
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>("textarea, input")]
    const shown = (): string =>
      `${document.title}|${document.body.innerText}${fields
        .filter((f) => f.isConnected)
        .map((f) => f.value)
        .join("")}`
    // After the first frame that was drawn.
    requestAnimationFrame(() => setTimeout(() => tell("frame", shown()), 0))
  }
  // A finger leaves at its end, a key by the click it makes: whichever comes first.
  for (const kind of ["pointerup", "click"] as const)
    addEventListener(
      kind,
      ({ target, timeStamp }) => {
        if (!hasLeft && target instanceof Element && target.closest(".kit-exit") !== null) onExit(timeStamp)
      },
      true,
    )
  let shifts = 0
  addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      shifts = key === "Shift" ? shifts + 1 : 0
      if (shifts === 3) onExit(timeStamp)
    },
    true,
  )
  addEventListener(
    "pageshow",
    ({ persisted }) => {
      if (persisted) tell("restored", String(isShown()))
    },
    true,
  )
  const spoken = "[role=status], [role=alert], [role=log], [aria-live]"
  new MutationObserver((changes) => {
    look()
    if (!hasLeft) return
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const within = element?.closest(spoken)
      const regions =
        within === null || within === undefined ? [...(element?.querySelectorAll(spoken) ?? [])] : [within]
      for (const region of regions)
        if (/\S/.test(region.textContent)) tell("spoken", region.textContent.trim())
    }
    for (const one of document.getAnimations()) tell("fuss", `animation ${one.playState}`)
  }).observe(document, { childList: true, subtree: true, characterData: true })
  const poll = (): void => {
    look()
    setTimeout(poll, 5)
  }
  poll()
  const fuss = (on: object, name: string): void => {
    const before = Reflect.get(on, name) as (...given: unknown[]) => unknown
    Reflect.set(on, name, function (this: unknown, ...given: unknown[]) {
      if (hasLeft) tell("fuss", name)
      return before.apply(this, given)
    })
  }
  fuss(Navigator.prototype, "vibrate")
  fuss(HTMLMediaElement.prototype, "play")
  fuss(Element.prototype, "animate")
  fuss(SpeechSynthesis.prototype, "speak")
  fuss(AudioNode.prototype, "connect")
}
