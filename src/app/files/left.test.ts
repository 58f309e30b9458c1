import { expect, test, vi } from "vitest"
import type { Session } from "../session/session.ts"
import { duo, linkFrom, looks, settle, together } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { phone } from "../testing/people.ts"
import { pictureOf, picturesIn, sees, sendBeside, show, shownIn } from "../testing/pictures.ts"

// Files where a person has more than one device, and where a shared log is left behind.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const picture = pictureOf(500_000)

test("what Ana sent from her phone she sees on her laptop, and takes back there: it is gone from all three devices and from the relay", async () => {
  const d = await together()
  const laptop = phone({ relay: d.relay, clock: d.clock })
  const { laptop: here } = await linked({ phone: d.phones.ana.keeper, ana: d.ana, laptop })
  const ref = await show(d.ana, "Garden", [picture])
  for (const one of [d.ana, d.ben, here]) for (let i = 0; i < 2; i += 1) await one.sync()
  expect([await sees(here, "Garden", picture), await sees(d.ben, "Garden", picture)]).toEqual([
    "same",
    "same",
  ])
  await here.takeBack(ref)
  for (const one of [here, d.ana, d.ben]) for (let i = 0; i < 2; i += 1) await one.sync()
  expect([d.ana, d.ben, here].map((one) => [one.files.bytes(), shownIn(one).length])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ])
  await show(here, "From the laptop", [picture])
  for (const one of [here, d.ana, d.ben]) for (let i = 0; i < 2; i += 1) await one.sync()
  expect([
    await sees(d.ana, "From the laptop", picture),
    await sees(d.ben, "From the laptop", picture),
  ]).toEqual(["same", "same"])
})

const tellAll = async (...all: readonly Session[]): Promise<void> => {
  for (let i = 0; i < 2; i += 1) for (const one of all) await one.sync()
}

test("a space that was put away keeps the pictures that are here, as it keeps its words; what had not come is asked for no more", async () => {
  const d = await together()
  const large = pictureOf(1_200_000, 1)
  await show(d.ana, "Small", [picture])
  await show(d.ana, "Large", [large])
  await looks(d)
  await d.ben.going.choose("close")
  await looks(d)
  await d.ben.elsewhere.begin({ again: false })
  const held = d.ben.files.bytes()
  expect(held).toBeGreaterThan(500_000)
  await d.restart("ben")
  const earlier = d.ben.elsewhere.at(0)
  if (earlier === null) throw new Error("nothing put away")
  d.asked.length = 0
  expect([await sees(earlier, "Small", picture), await sees(earlier, "Large", large)]).toEqual([
    "same",
    "missing",
  ])
  expect(d.asked).toEqual([])
  await expect(earlier.files.name("x")).rejects.toThrow("house.only-read")
  expect(d.ben.files.bytes()).toBe(held)
})

test("who began a space alone and joins the other's instead keeps what waited there, with its picture: it is not sent, and nothing of it is lost", async () => {
  const { ana, ben } = await duo()
  await linkFrom(ana)
  await ana.sync()
  await ana.files.put("pictures:Waits", { bytes: picture, type: "image/jpeg" })
  await ana.files.put("pictures:Draft", { bytes: picture, type: "image/jpeg" })
  const ref = await sendBeside(ana, "Waits")
  expect(ana.whereIs(ref)).toMatchObject({ at: "waiting", for: "invite" })
  const link = await linkFrom(ben)
  await ana.invite.join(link, "Ana")
  for (let round = 0; round < 6; round += 1) {
    await tellAll(ben, ana)
    await settle()
    if (ben.snapshot().invite.step === "request") await ben.invite.accept()
    for (const session of [ben, ana])
      if (session.snapshot().invite.step === "compare") await session.invite.answer("same")
  }
  await tellAll(ben, ana)
  expect([ana.snapshot().together, ben.snapshot().together]).toEqual([true, true])
  const [waits] = ana.snapshot().waiting
  expect(ana.whereIs(waits?.ref ?? "")).toEqual({ at: "not-sent", because: "house.file-elsewhere" })
  const [named] = picturesIn(waits?.body)
  const read = await ana.files.read(waits?.ref ?? "", named)
  expect(read.ok && read.value.join() === picture.join()).toBe(true)
  // What lay beside a draft was sealed for nobody yet: it goes to the space of now.
  await sendBeside(ana, "Draft")
  await tellAll(ana, ben)
  expect([await sees(ben, "Draft", picture), shownIn(ben).length]).toEqual(["same", 1])
})
