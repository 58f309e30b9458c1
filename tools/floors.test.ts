import { expect, test } from "vitest"
import { importsOf, lookAt, refuse } from "./floors.ts"
import { root } from "./step.ts"

test("every form of import is seen", () => {
  const source = `import a from "one"\nimport "two"\nexport { b } from "three"\nexport * from "four"\nconst c = import("five")\ntype D = typeof import("six")\n// from "seven"\n`
  expect(importsOf(source)).toEqual(["one", "two", "three", "four", "five", "six"])
})

test("the relay may walk into the cellar and nowhere else", () => {
  expect(refuse("relay/relay.ts", "#wire")).toBeNull()
  for (const door of ["#ledger", "#language", "#practices", "#app", "#kit"])
    expect(refuse("relay/relay.ts", door)).not.toBeNull()
})

test("rooms share no doors, and pure code opens no window", () => {
  expect(refuse("practices/apology/fold.ts", "../promises/fold.ts")).not.toBeNull()
  expect(refuse("practices/apology/fold.ts", "../practice.ts")).toBeNull()
  expect(refuse("practices/apology/fold.ts", "#kit")).not.toBeNull()
  expect(refuse("practices/apology/view.tsx", "#kit")).toBeNull()
})

test("looking at an empty house is an error, not a green light", () => {
  expect(() => lookAt(`${root}/spec`)).toThrow()
})
