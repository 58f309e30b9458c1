import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

// Contrast as WCAG counts it, read from the style sheet itself: whoever changes a colour there is told here.

const css = readFileSync(new URL("./css/tokens.css", import.meta.url), "utf8")

type Colours = ReadonlyMap<string, string>

function coloursIn(block: string): Colours {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = "", hex = ""]) => [name, hex]),
  )
}

/** The block that begins with this selector; its last closing brace is where the next rule begins. */
function block(begin: string): string {
  const at = css.indexOf(begin)
  if (at < 0) throw new Error(`tokens.css has no ${begin}`)
  return css.slice(at, css.indexOf("}", at))
}

const light = coloursIn(block(":root {"))
const dark = coloursIn(block(":root:not([data-theme"))
const chosenDark = coloursIn(block(':root[data-theme="dark"]'))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

function tooFaint(
  colours: Colours,
  over: readonly string[],
  on: readonly string[],
  least: number,
): readonly string[] {
  const of = (name: string): string => colours.get(name) ?? "no such colour"
  return over.flatMap((text) =>
    on.flatMap((ground) => {
      const found = contrast(of(text), of(ground))
      return found >= least ? [] : [`--${text} on --${ground}: ${found.toFixed(2)}`]
    }),
  )
}

const grounds = ["paper", "sheet", "wash"]

for (const [name, colours] of [
  ["light", light],
  ["dark", dark],
] as const) {
  test(`in the ${name}, every colour words are set in can be read on every ground they lie on`, () => {
    expect(tooFaint(colours, ["ink", "ink-2", "gold", "clay", "sage"], grounds, 4.5)).toEqual([])
  })

  test(`in the ${name}, words on the main button and on a kept mark can be read`, () => {
    expect(tooFaint(colours, ["paper"], ["ink", "sage-fill"], 4.5)).toEqual([])
  })

  test(`in the ${name}, the edges of fields, the ring of focus and marks stand out from their ground; so does the seam, where it alone shows the place`, () => {
    expect(tooFaint(colours, ["edge", "gold", "clay", "sage"], grounds, 3)).toEqual([])
    expect(tooFaint(colours, ["seam"], ["paper", "sheet"], 3)).toEqual([])
  })
}

test("the dark a person chose is the dark the system has", () => {
  expect([...chosenDark]).toEqual([...dark])
})

test("black on white counts twenty-one, and a hairline is too faint to carry meaning", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5)
  expect(tooFaint(light, ["line"], ["paper"], 3)).toHaveLength(1)
})
