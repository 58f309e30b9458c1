import { cosine, distance, sine } from "./exact.ts"
import { seen } from "./bowl-shape.ts"
import type { Spot } from "./bowl-shape.ts"

/** One break between two shards, from knot to knot. `back` is seen through the mouth of the bowl, on its inside. */
export interface Crack {
  readonly front: readonly (readonly Spot[])[]
  readonly back: readonly (readonly Spot[])[]
  /** The two knots where it ends, as keys: cracks that share one touch. */
  readonly ends: readonly [string, string]
  /** 0 thin to 1 wide; wider near the blow. */
  readonly weight: number
  /** How far its middle lies from the blow. */
  readonly far: number
}
interface Flat {
  readonly u: number
  readonly v: number
}

/** The wall unrolled: `u` round the bowl, `v` up from the foot. */
const round = 1000
const rise = 330

/** Where it was struck: on the side that looks at us, in the upper half. */
function strike(roll: () => number): Flat {
  return { u: -90 + 150 * roll(), v: 165 + 95 * roll() }
}

/** Even numbers from 0 up to 1, the same for the same seed (mulberry32). The bowl is drawn, not drawn by lot. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The middles of the shards: small ones near the blow, in wider and wider rings around it. */
function shards(roll: () => number, blow: Flat): readonly Flat[] {
  const rings = [
    { count: 5, radius: 58 },
    { count: 7, radius: 138 },
    { count: 9, radius: 245 },
    { count: 9, radius: 385 },
  ]
  const sites: Flat[] = []
  for (const { count, radius } of rings) {
    const begin = roll() * Math.PI
    for (let i = 0; i < count; i += 1) {
      const angle = begin + ((i + 0.62 * (roll() - 0.5)) / count) * 2 * Math.PI
      const reach = radius * (0.84 + 0.32 * roll())
      const site = { u: blow.u + cosine(angle) * reach * 1.12, v: blow.v + sine(angle) * reach }
      if (site.v > -60 && site.v < rise + 70 && Math.abs(site.u - blow.u) < round / 2) sites.push(site)
    }
  }
  return sites
}

/** The part of a corner list on one's own side of the line half way to the other shard. */
function keepNearer(corners: readonly Flat[], own: Flat, other: Flat): readonly Flat[] {
  const du = other.u - own.u
  const dv = other.v - own.v
  const limit = (other.u * other.u - own.u * own.u + other.v * other.v - own.v * own.v) / 2
  const over = (p: Flat): number => p.u * du + p.v * dv - limit
  return corners.flatMap((p, i) => {
    const q = corners[(i + 1) % corners.length] ?? p
    const a = over(p)
    const b = over(q)
    const kept = a <= 0 ? [p] : []
    if (a < 0 === b < 0 || a === b) return kept
    const t = a / (a - b)
    return [...kept, { u: p.u + t * (q.u - p.u), v: p.v + t * (q.v - p.v) }]
  })
}

const knot = (p: Flat): string => `${String(Math.round(p.u / 3))},${String(Math.round(p.v / 3))}`

/** Every break once: the borders of the shards (a Voronoi picture on the unrolled wall, joined behind). */
function borders(sites: readonly Flat[]): readonly (readonly [Flat, Flat])[] {
  const around = sites.flatMap(({ u, v }) => [-round, 0, round].map((by) => ({ u: u + by, v })))
  const found = new Map<string, readonly [Flat, Flat]>()
  for (const own of sites) {
    let corners: readonly Flat[] = [
      { u: own.u - round, v: -200 },
      { u: own.u + round, v: -200 },
      { u: own.u + round, v: rise + 200 },
      { u: own.u - round, v: rise + 200 },
    ]
    for (const other of around)
      if (other.u !== own.u || other.v !== own.v) corners = keepNearer(corners, own, other)
    corners.forEach((p, i) => {
      const q = corners[(i + 1) % corners.length] ?? p
      const key = [knot(p), knot(q)].toSorted().join(" ")
      if (distance(p.u - q.u, p.v - q.v) > 5 && !found.has(key)) found.set(key, [p, q])
    })
  }
  return [...found.values()]
}

/** A broken edge is never straight: each half steps a little aside, the more the longer it is. */
function jag(a: Flat, b: Flat, roll: () => number, depth: number): readonly Flat[] {
  const long = distance(b.u - a.u, b.v - a.v)
  if (depth === 0 || long < 9) return [a, b]
  const aside = (roll() - 0.5) * long * 0.17
  const at = 0.4 + 0.2 * roll()
  const mid = {
    u: a.u + (b.u - a.u) * at - ((b.v - a.v) / long) * aside,
    v: a.v + (b.v - a.v) * at + ((b.u - a.u) / long) * aside,
  }
  return [...jag(a, mid, roll, depth - 1), ...jag(mid, b, roll, depth - 1).slice(1)]
}

/** Cuts a line into the runs for which `here` holds. */
function runs(line: readonly Flat[], here: (p: Flat) => boolean): readonly (readonly Flat[])[] {
  const all: Flat[][] = []
  let run: Flat[] = []
  for (const p of line) {
    if (here(p)) run.push(p)
    else {
      if (run.length > 1) all.push(run)
      run = []
    }
  }
  if (run.length > 1) all.push(run)
  return all
}

const turnOf = (p: Flat): number => (p.u / round) * 2 * Math.PI
const onWall = (p: Flat): boolean => p.v >= -2 && p.v <= rise + 1

/** All breaks of a bowl; the same seed always breaks the same way. */
export function cracks(seed: number): readonly Crack[] {
  const roll = dice(seed)
  const blow = strike(roll)
  return borders(shards(roll, blow)).flatMap(([a, b]) => {
    const line = densely(jag(a, b, roll, 4))
    const view = (inner: number) => (p: Flat) => seen(turnOf(p), Math.min(1, Math.max(0, p.v / rise)), inner)
    const front = runs(line, (p) => onWall(p) && cosine(turnOf(p)) > -0.02).map((run) => run.map(view(0)))
    const back = runs(line, (p) => onWall(p) && cosine(turnOf(p)) < 0.25).map((run) => run.map(view(7)))
    if (front.length === 0 && back.length === 0) return []
    const far = distance((a.u + b.u) / 2 - blow.u, (a.v + b.v) / 2 - blow.v)
    return [{ front, back, ends: [knot(a), knot(b)] as const, weight: Math.max(0, 1 - far / 320), far }]
  })
}

/** Short steps, so that a line bends with the wall and ends where the wall ends. */
function densely(line: readonly Flat[]): readonly Flat[] {
  return line.flatMap((p, i) => {
    const q = line[i + 1]
    if (q === undefined) return [p]
    const steps = Math.max(1, Math.ceil(distance(q.u - p.u, q.v - p.v) / 8))
    return Array.from({ length: steps }, (_, k) => ({
      u: p.u + ((q.u - p.u) * k) / steps,
      v: p.v + ((q.v - p.v) * k) / steps,
    }))
  })
}

/** The order in which breaks are filled: each touches one that is filled already, so gold grows and never stands about in pieces. */
export function inOrder(all: readonly Crack[]): readonly Crack[] {
  const left = all.filter((crack) => crack.front.length > 0).toSorted((a, b) => a.far - b.far)
  const filled: Crack[] = []
  const reached = new Set<string>()
  while (left.length > 0) {
    const at = left.findIndex(({ ends }) => ends.some((end) => reached.has(end)))
    const [next] = left.splice(Math.max(0, at), 1)
    if (next === undefined) break
    filled.push(next)
    for (const end of next.ends) reached.add(end)
  }
  return filled
}

export interface Broken {
  readonly all: readonly Crack[]
  /** The same cracks in the order in which they are filled; those on the far side are never filled. */
  readonly order: readonly Crack[]
}

/** The whole bowl of a seed. */
export function broken(seed: number): Broken {
  const all = cracks(seed)
  return { all, order: inOrder(all) }
}
