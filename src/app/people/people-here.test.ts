import { expect, test } from "vitest"
import { looks } from "../testing/duo.ts"
import { back, pairOfTwo, sheetOf } from "../testing/sheets.ts"

// "People and devices" is the signed record itself, at every moment and on every device.

const shape = (session: Awaited<ReturnType<typeof pairOfTwo>>["ana"]) =>
  session.snapshot().here?.map(({ isMe, devices, hasSheet, mayLetGo }) => ({
    isMe,
    devices: devices.map(({ isThis, came }) => `${came}${isThis ? ", this" : ""}`),
    hasSheet,
    mayLetGo,
  }))

test("each sees both with their devices, the same ones; that the other has a sheet is not told", async () => {
  const pair = await pairOfTwo()
  await sheetOf(pair.keepers.ana)
  await looks(pair)
  expect(shape(pair.ana)).toEqual([
    { isMe: false, devices: ["first"], hasSheet: false, mayLetGo: false },
    { isMe: true, devices: ["first, this"], hasSheet: true, mayLetGo: false },
  ])
  expect(shape(pair.ben)).toEqual([
    { isMe: true, devices: ["first, this"], hasSheet: false, mayLetGo: false },
    { isMe: false, devices: ["first"], hasSheet: false, mayLetGo: false },
  ])
  const ids = ({ ana }: Pick<typeof pair, "ana">) =>
    ana.snapshot().here?.flatMap(({ devices }) => devices.map(({ id }) => id))
  expect(ids({ ana: pair.ben })).toEqual(ids(pair))
})

test("a device that came with a sheet stands first, may let the others go, and is gone from every screen with the record", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const empty = pair.empty()
  const ana = await back(empty, code)
  await looks({ ana, ben: pair.ben })
  await pair.ana.sync()
  expect(shape(ana)?.[1]).toMatchObject({ devices: ["sheet, this", "first"], mayLetGo: true })
  // The one that was there before stands behind it, and cannot let it go.
  expect(shape(pair.ana)?.[1]).toMatchObject({ devices: ["sheet", "first, this"], mayLetGo: false })
  expect(shape(pair.ben)?.[1]?.devices).toEqual(["sheet", "first"])
  await empty.setPassphrase("four plain words here")
  expect(await empty.letOthersGo(null)).toEqual({ ok: false, because: "wrong" })
  expect(await empty.letOthersGo("something else")).toEqual({ ok: false, because: "wrong" })
  expect(await empty.letOthersGo("four plain words here")).toEqual({ ok: true })
  await looks({ ana, ben: pair.ben })
  expect(shape(ana)?.[1]).toMatchObject({ devices: ["sheet, this"], mayLetGo: false })
  expect(shape(pair.ben)?.[1]?.devices).toEqual(["sheet"])
})
