import { Frame, ListPlaces, WordsProvider, useSay } from "#kit"
import type { Stretch } from "#kit"
import { recordKindOf } from "#practices"
import { madeUpRef, madeUpVersion, writers } from "#practices/examples"
import type { Heard } from "#practices/examples"
import { options, render } from "preact"
import type { VNode } from "preact"
import type { Place } from "../../src/app/shell/place.ts"
import { spoken, Stage } from "../../src/app/gallery/stage.tsx"
import { worldOf } from "../../src/app/gallery/sources.ts"
import type { Source } from "../../src/app/gallery/sources.ts"

// Ten thousand things that Ben shared in a year and Ana never opened: the most that any of her pages ever has to draw.

options.debounceRendering = (draw) => draw()

const line = "I told you I was at work that Friday. I was not, and I let you believe it for weeks. "
const page = line.repeat(6).trim()
const empty = { did: "", how: "", why: "", hid: "", impact: "", later: "" }
const months = ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]
const bodies = [
  ["matters.hurt-said", { happened: page, did: "", need: "" }],
  ["account.told", { ...empty, did: page }],
  ["apology.sent", { text: page, way: "letter", repairs: [] }],
  [
    "promises.made",
    { when: "When I am late", will: page.slice(0, 300), zone: "Europe/Berlin", repeat: "once" },
  ],
] as const

/** The oldest `back` of them were taken back by Ben, as far as their room lets him. */
function things(count: number, back: number): readonly Heard[] {
  const entry = (n: number, kind: string, body: object): Heard => {
    const day = `${months[Math.floor(((n % count) / count) * months.length)] ?? "2026-06"}-${String(1 + (n % 28)).padStart(2, "0")}`
    const due = kind === "promises.made" ? { due: `${day}T18:00` } : {}
    const [ref, version] = [madeUpRef("ben", "shared", n), madeUpVersion(n)]
    const of = kind === "matters.opened" || "target" in body ? {} : { matter: madeUpRef("ben", "shared", 0) }
    return {
      who: "ben",
      entry: {
        log: "shared",
        kind,
        body: { ...body, ...of, ...due },
        ref,
        version,
        writer: writers.ben,
        day,
        recordKind: recordKindOf(kind) ?? 1,
      },
    }
  }
  const opened = entry(0, "matters.opened", { title: "The Friday" })
  return [
    opened,
    ...Array.from({ length: count - 1 }, (_, n) => {
      const [kind, body] = bodies[n % bodies.length] ?? bodies[0]
      return entry(n + 1, kind, body)
    }),
    ...Array.from({ length: back }, (_, n) => n)
      .filter((n) => bodies[n % bodies.length]?.[0] !== "promises.made")
      .map((n) => {
        const [room] = (bodies[n % bodies.length]?.[0] ?? "").split(".")
        return entry(count + n, `${room ?? ""}.taken-back`, { target: madeUpRef("ben", "shared", n + 1) })
      }),
  ]
}

const places: Readonly<Record<string, Place>> = {
  Today: { at: "today" },
  Rooms: { at: "rooms" },
  "Looking back": { at: "looking-back" },
  "What is shared": { at: "shared" },
  ...Object.fromEntries(
    ["matters", "account", "apology", "promises"].map((room): [string, Place] => [
      room,
      { at: "room", room, place: { page: "" }, start: null },
    ]),
  ),
}

const gone: Place = {
  at: "room",
  room: "matters",
  place: { page: "read", about: madeUpRef("ben", "shared", 1) },
  start: null,
}

let drawn: (who: "ana" | "ben", name: string) => number = () => Number.NaN
/** `waits`: so many more of Ben's have not gone yet. */
async function begin(
  count: number,
  back = 0,
  waits = 0,
): Promise<{ readonly placed: number; readonly aside: readonly string[] }> {
  const zone = "Europe/Berlin"
  const now = { at: Date.parse("2026-11-16T17:50:00Z"), day: "2026-11-16", zone }
  const source: Source = { id: "10,000", heard: things(count, back), now, begun: false }
  const world = worldOf(source, (text) => text)
  const told = { ...empty, did: page, matter: madeUpRef("ben", "shared", 0) }
  for (let n = 0; n < waits; n += 1) await world.sessions.ben.queue("account.told", told, { holdMinutes: 60 })
  document.querySelector("#drawn")?.remove()
  const root = document.createElement("div")
  root.id = "drawn"
  document.body.append(root)
  const lists = new Map<string, Stretch>()
  drawn = (who, name) => {
    render(null, root)
    const place = name === "A page that was taken back" ? gone : places[name]
    if (place === undefined) throw new Error(`no place ${name}`)
    const began = performance.now()
    render(
      <WordsProvider locale="en-GB" dir="ltr" catalogue={spoken.english.catalogue}>
        <Framed>
          <ListPlaces.Provider value={lists}>
            <Stage
              {...{ source, world, who, place, onGo: () => undefined, onBroken: (why) => console.error(why) }}
            />
          </ListPlaces.Provider>
        </Framed>
      </WordsProvider>,
      root,
    )
    // What the browser does before it can paint is part of it.
    root.getBoundingClientRect()
    return performance.now() - began
  }
  const { house } = world.sessions.ana.snapshot()
  return {
    placed: count - house.setAside.length,
    aside: [...new Set(house.setAside.map((one) => one.because))],
  }
}

function Framed({ children }: { readonly children: VNode }): VNode {
  const say = useSay()
  return (
    <Frame where={say("app.rooms")} exit={<></>}>
      {children}
    </Frame>
  )
}

Object.assign(globalThis, {
  screens: {
    begin,
    draw: (who: "ana" | "ben", name: string) => drawn(who, name),
    names: Object.keys(places),
  },
})
