import { expect, test } from "vitest"
import { clockFrom, enter, phone, relayOrigin } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"
import { sheetOf } from "../testing/sheets.ts"

// What stands on a sheet is what somebody types months later, perhaps on another computer.

async function sheetAt(app: string, usableElsewhere: boolean) {
  const clock = clockFrom()
  const address = async () => ({ app, relay: relayOrigin, usableElsewhere })
  const keeper = phone({ clock, relay: honestRelay(clock), more: { address } })
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "The loan", mine: "unsure", what: "" })
  return sheetOf(keeper)
}

test("a sheet made at this computer's own name says that it works nowhere else", async () => {
  expect(await sheetAt("http://localhost:4700/", false)).toMatchObject({
    relay: "http://localhost:4700",
    usableElsewhere: false,
  })
})

test("where the server has a public address, that one stands on the sheet", async () => {
  expect(await sheetAt("https://garden.example/", true)).toMatchObject({
    relay: "https://garden.example",
    usableElsewhere: true,
  })
})
