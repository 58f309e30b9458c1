import { ExitButton, Frame, useSay } from "#kit"
import { options, render } from "preact"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import { crawl, pressables, settled } from "./crawl.tsx"
import type { CrawlOptions, Found, Screen } from "./crawl.tsx"
import { sources, worldOf } from "./sources.ts"
import { Speaking, Stage, spoken } from "./stage.tsx"
import type { Speech } from "./stage.tsx"

// The gallery: a page of the dev build alone (tools/gallery.ts, e2e/gallery.spec.ts), never of the product's.

// Everything is drawn in the turn it changes: many screens, one after the other, without waiting for a next frame.
options.debounceRendering = (draw) => draw()

interface ShowOptions {
  readonly speech: Speech
  readonly between: boolean
}
export interface GalleryTools {
  readonly crawl: (options: CrawlOptions) => Promise<Found>
  /** Draws these screens under each other, each with its name, and presses what leads to it. Returns what broke. */
  readonly show: (screens: readonly Screen[], options: ShowOptions) => Promise<readonly string[]>
}

function Exit(): VNode {
  const say = useSay<typeof en>()
  return <ExitButton label={say("app.leave")} onExit={() => undefined} />
}

async function show(
  screens: readonly Screen[],
  { speech, between }: ShowOptions,
): Promise<readonly string[]> {
  const root = document.getElementById("app")
  if (root === null) throw new Error("no place to draw")
  render(null, root)
  const broken: string[] = []
  const all = sources(between)
  const shown = screens.flatMap((screen) => {
    const source = all[screen.source]
    return source === undefined ? [] : [{ screen, source, world: worldOf(source, spoken[speech].people) }]
  })
  render(
    <Speaking speech={speech}>
      <Frame where="Gallery" exit={<Exit />}>
        {shown.map(({ screen, source, world }): VNode => (
          // A form of its own keeps the choices of one screen apart from the next one's of the same name.
          <form
            key={screen.name}
            class="screen"
            data-screen={screen.name}
            onSubmit={(event) => event.preventDefault()}
          >
            <Stage
              {...{ source, world }}
              who={screen.who}
              place={screen.place}
              onGo={() => undefined}
              onBroken={(why) => broken.push(`${screen.name}: ${why}`)}
            />
          </form>
        ))}
      </Frame>
    </Speaking>,
    root,
  )
  await settled()
  for (const { screen } of shown)
    for (const n of screen.pressed) {
      const here = document.querySelector(`[data-screen="${CSS.escape(screen.name)}"]`)
      if (here !== null) pressables(here)[n]?.click()
      await settled()
    }
  for (const { world } of shown) world.close()
  return broken
}

const tools: GalleryTools = { crawl, show }
Object.assign(globalThis, { gallery: tools })

// Opened by a person, and not by a test that calls what it wants: everything one comes to, in the language the address asks for.
const asked = new URLSearchParams(location.search).get("speech")
const speech = asked === "long" || asked === "pseudo" ? asked : "english"
if (location.search !== "?quiet") void showAll()
async function showAll(): Promise<void> {
  const { screens } = await crawl({ between: false, depth: 1, thorough: false })
  await show(screens, { speech, between: false })
}
