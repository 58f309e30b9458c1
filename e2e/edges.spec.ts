import { afterAll, beforeAll, expect, test } from "vitest"
import type { VerifyPage } from "../src/app/testing/verify-page.ts"
import { signedMessage, toHex } from "../src/wire/index.ts"
import { hexOf, readVectors } from "../tools/vectors/read.ts"
import { person } from "./harness.ts"
import { servePage } from "./test-page.ts"
import type { TestPage } from "./test-page.ts"

// ATTACKS 10: the same vectors as in Node (src/wire/vectors.test.ts) and in Python (spec/verify), through the app's own verify, in a real browser.

let served: TestPage
beforeAll(async () => {
  served = await servePage("src/app/testing/verify-page.ts")
})
afterAll(() => served.close())

type Signed = readonly [key: string, signature: string, message: string]
interface Asked {
  readonly name: string
  readonly stands: boolean
  readonly of: Signed
}

function asked(): readonly Asked[] {
  return ["edges", "signatures"].flatMap((file) =>
    readVectors(file).vectors.map((v) => {
      const message = hexOf(v, "message")
      const tag = v["tag"]
      const covered = typeof tag === "string" ? signedMessage(tag, message) : message
      const of = [toHex(hexOf(v, "key")), toHex(hexOf(v, "signature")), toHex(covered)] as const
      return { name: `${file}: ${v.name}`, stands: v.type === "ok", of }
    }),
  )
}

test("10: of every signature on which libraries differ, this browser says what Node and Python say", async () => {
  const ana = await person("Ana")
  await ana.page.goto(served.url)
  await ana.page.waitForFunction(() => Object.hasOwn(globalThis, "verifyPage"))
  const all = asked()
  const said = await ana.page.evaluate(
    (signed) => (globalThis as unknown as { verifyPage: VerifyPage }).verifyPage.stands(signed),
    all.map(({ of }) => of),
  )
  expect(all.filter(({ stands }, i) => said[i] !== stands).map(({ name }) => name)).toEqual([])
  expect(said).toHaveLength(all.length)
  expect(all.filter(({ stands }) => stands).length).toBeGreaterThan(90)
  expect(all.filter(({ stands }) => !stands).length).toBeGreaterThan(150)
  // It looks: one bit of a message that stands.
  const good = all.find(({ stands, of }) => stands && of[2].length > 2)
  if (good === undefined) throw new Error("nothing stands")
  const [key, signature, message] = good.of
  const turned = `${message.slice(0, -1)}${message.endsWith("0") ? "1" : "0"}`
  const again = await ana.page.evaluate(
    (signed) => (globalThis as unknown as { verifyPage: VerifyPage }).verifyPage.stands(signed),
    [[key, signature, turned] as const],
  )
  expect(again).toEqual([false])
  await ana.close()
})
