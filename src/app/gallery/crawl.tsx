import { everyone } from "#practices/examples"
import type { Who } from "#practices/examples"
import { render } from "preact"
import type { Place } from "../shell/place.ts"
import { sources, worldOf } from "./sources.ts"
import type { Source } from "./sources.ts"
import { Speaking, Stage } from "./stage.tsx"

// Finds every screen by pressing everything once and once more, from the four main places and the door of each room: as a hand would, in
// each state, with both readers' eyes. What is drawn alike is one screen.

export interface Screen {
  readonly source: number
  readonly who: Who
  readonly place: Place
  /** Which of the things one can press were pressed there, in order. */
  readonly pressed: readonly number[]
  readonly name: string
  /** Where three are, not two. */
  readonly three: boolean
}
export interface Found {
  readonly screens: readonly Screen[]
  readonly broken: readonly string[]
  /** Pages of rooms that were come to, as "room page". */
  readonly pages: readonly string[]
}

const rooms = ["matters", "account", "apology", "promises"]
const main: readonly Place[] = [
  { at: "today" },
  { at: "rooms" },
  { at: "looking-back" },
  { at: "help" },
  ...rooms.map((room): Place => ({ at: "room", room, place: { page: "" }, start: null })),
]
const pressable = "button:not([aria-disabled=true]), input[type=radio], input[type=checkbox], summary"
const turn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener("message", () => {
      port1.close()
      done()
    })
    port1.start()
    port2.postMessage(0)
  })
export async function settled(): Promise<void> {
  for (let n = 0; n < 6; n++) await turn()
}

/** What one can press in here, as a hand finds it. */
export function pressables(within: Element): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(pressable)].filter(
    (one) => one.closest("[hidden], [inert]") === null,
  )
}

export interface CrawlOptions {
  /** Also the state after each step of a story. */
  readonly between: boolean
  /** How many times something is pressed on one page. */
  readonly depth: number
  /** Presses everything again where another story has a page that looks alike: what lies behind it may not. */
  readonly thorough: boolean
}

export async function crawl(options: CrawlOptions): Promise<Found> {
  const ground = document.createElement("main")
  document.body.append(ground)
  const seen = new Set<string>()
  const screens: Screen[] = []
  const broken: string[] = []
  const pages = new Set<string>()
  for (const [index, source] of sources(options.between).entries())
    for (const who of everyone) {
      const waiting: Place[] = [...(source.places ?? main)]
      let come = 0
      const known = new Set(waiting.map((place) => JSON.stringify(place)))
      for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
        const here = place
        come += 1
        if (here.at === "room") pages.add(`${here.room} ${here.place.page}`)
        const goes: Place[] = []
        const tries: (readonly number[])[] = [[]]
        for (let pressed = tries.shift(); pressed !== undefined; pressed = tries.shift()) {
          const path = pressed
          const name = `${source.id}, ${who}, ${placeName(here)} ${String(come)}${path.length === 0 ? "" : ` +${path.join("+")}`}`
          const drawn = await draw(ground, { source, who, place: here, pressed: path }, goes, (why) =>
            broken.push(`${name}: ${why}`),
          )
          const isNew = !seen.has(drawn.html)
          if (drawn.went || (path.length > 0 && !isNew)) continue
          if (isNew) {
            seen.add(drawn.html)
            const three = source.three === true
            screens.push({ source: index, who, place: here, pressed: path, name, three })
          }
          // Forgetting everything begins the page anew: that one button is left alone.
          const known = !isNew && !options.thorough && source.over !== true
          const deeper = here.at !== "forget" && !known && path.length < options.depth
          if (deeper) for (let n = 0; n < drawn.count; n++) tries.push([...path, n])
        }
        for (const next of source.places === undefined ? goes : []) {
          const key = JSON.stringify(next)
          if (known.has(key)) continue
          known.add(key)
          waiting.push(next)
        }
      }
    }
  ground.remove()
  return { screens, broken, pages: [...pages].toSorted() }
}

function placeName(place: Place): string {
  return place.at === "room" ? `${place.room} ${place.place.page}`.trim() : place.at
}

async function draw(
  ground: HTMLElement,
  {
    source,
    who,
    place,
    pressed,
  }: {
    readonly source: Source
    readonly who: Who
    readonly place: Place
    readonly pressed: readonly number[]
  },
  goes: Place[],
  onBroken: (why: string) => void,
): Promise<{ readonly html: string; readonly count: number; readonly went: boolean }> {
  const world = worldOf(source, (text) => text)
  let went = false
  const onGo = (next: Place): void => {
    went = true
    goes.push(next)
  }
  render(
    <Speaking speech="english">
      <Stage {...{ source, world, who, place, onGo, onBroken }} />
    </Speaking>,
    ground,
  )
  await settled()
  for (const n of pressed) {
    pressables(ground)[n]?.click()
    await settled()
  }
  const html = ground.innerHTML.replace(/ (id|for|name|aria-[a-z]+)="[^"]*P\d[^"]*"/g, "")
  const count = pressables(ground).length
  render(null, ground)
  world.close()
  return { html, count, went }
}
