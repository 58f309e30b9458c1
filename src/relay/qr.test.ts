import { expect, test } from "vitest"
import { qrLines } from "./qr.ts"
import { decodeQR } from "qr/decode.js"

// The code is read back by the reader of the same package, from a picture made of the lines: what a camera would see of the terminal.

/** Four by four points a module; blocks of half a line each. */
function pictureOf(lines: readonly string[]): {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
} {
  const size = 4
  const modules = lines.flatMap((line) => [
    [...line].map((c) => c === "█" || c === "▀"),
    [...line].map((c) => c === "█" || c === "▄"),
  ])
  const [height, width] = [modules.length * size, (modules[0]?.length ?? 0) * size]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(y / size)]?.[Math.floor(x / size)] === true)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { width, height, data }
}

test.each(["https://seam.example", "https://a-rather-long-name.of-a-host.example.org:8443/"])(
  "%s is read back from the lines as it was",
  (address) => {
    expect(decodeQR(pictureOf(qrLines(address, false)))).toBe(address)
  },
)

test("on a terminal every line sets its own colours and gives the old ones back", () => {
  const plain = qrLines("https://seam.example", false)
  expect(qrLines("https://seam.example", true)).toEqual(plain.map((line) => `\u001B[30;107m${line}\u001B[0m`))
  expect(new Set(plain.map((line) => line.length)).size).toBe(1)
})
