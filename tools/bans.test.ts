import { readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { expect, test } from "vitest"
import { walk } from "./floors.ts"
import { root } from "./step.ts"

// CARE §12 and B1, as far as source text can show it: what no file of the product may name.
const banned: readonly (readonly [what: string, stem: RegExp])[] = [
  ["location", /[.{]\s*geolocation\b|\bgetCurrentPosition\b|\bwatchPosition\b/],
  ["motion sensors", /DeviceMotionEvent|DeviceOrientationEvent|\bAccelerometer\b/],
  ["contacts, battery, bluetooth", /navigator\.(contacts|getBattery|bluetooth)\b/],
  ["badge and vibration", /\bsetAppBadge\b|\.vibrate\(/],
  ["telemetry", /\bsendBeacon\b|google-analytics|sentry\.io|posthog|plausible\.io/],
  ["another origin's files", /(src|href)=["']https?:\/\//],
  [
    "markup from strings",
    /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/,
  ],
  ["code from strings", /\beval\(|new Function\(/],
]

function faultsIn(text: string): readonly string[] {
  return banned.filter(([, stem]) => stem.test(text)).map(([what]) => what)
}

test("no file of the product names what Goldseam never does", () => {
  const files = walk(join(root, "src")).filter((file) => !/\.test\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(50)
  const faults = files.flatMap((file) =>
    faultsIn(readFileSync(file, "utf8")).map((what) => `${relative(root, file)}: ${what}`),
  )
  expect(faults).toEqual([])
})

test("the look is a real one: each ban sees its planted fault", () => {
  const planted = [
    "navigator.geolocation",
    "new DeviceMotionEvent",
    "navigator.contacts",
    "navigator.setAppBadge(1)",
    "navigator.sendBeacon(u)",
    '<img src="https://x">',
    "el.innerHTML = text",
    "eval(text)",
  ]
  expect(planted.map((code) => faultsIn(code).length > 0)).toEqual(planted.map(() => true))
})
