import { rmSync } from "node:fs"
import { join } from "node:path"
import type { ChildProcess } from "node:child_process"
import { expect, test } from "vitest"
import { checkEntries, emptyLog, entryHash, sameEntry } from "#wire"
import type { Entry } from "#wire"
import { appending, entriesOf, reading } from "./testing/asking.ts"
import { firstLine, freshFolder, kill, spawnHere } from "./testing/processes.ts"
import { createKeys, seenFrom, startLog, verify } from "./testing/writer.ts"
import type { Keys, WrittenLog } from "./testing/writer.ts"

// A real process, killed in the middle. A kill does not test the disk's own cache: that synchronous=FULL is set is read back when the store opens.

const kills = 20

interface Writer {
  readonly keys: Keys
  readonly log: WrittenLog
  readonly acked: Entry[]
}

async function readAll(log: WrittenLog, url: string, from = 0): Promise<readonly Entry[]> {
  const all: Entry[] = []
  for (;;) {
    const more = await entriesOf(await fetch(reading(log.id, from + all.length, url)))
    if (more.length === 0) return all
    all.push(...more)
  }
}

/** Writes one entry after the other until told to stop. Without an answer it asks again with the same bytes, as a phone does. */
async function writing(writer: Writer, at: () => string, goesOn: () => boolean): Promise<void> {
  const { keys, log, acked } = writer
  while (goesOn()) {
    const entry = await log.content(keys)
    for (;;) {
      const answer = await fetch(appending(log.id, [entry], at())).catch(() => null)
      if (answer === null) {
        await new Promise((done) => setTimeout(done, 20))
        continue
      }
      if (answer.status === 200) acked.push(entry)
      else if (answer.status === 409) {
        log.forget(entry)
        const news = await readAll(log, at(), (log.state().head?.seq ?? -1) + 1).catch(() => [])
        log.follow(news)
      } else throw new Error(`refused with ${String(answer.status)}`)
      break
    }
  }
}

test(`killed ${String(kills)} times under four writers: all that was acknowledged stands, with no gap and nothing twice`, async () => {
  const folder = freshFolder()
  const file = join(folder, "relay.db")
  let child: ChildProcess = spawnHere("process.ts", [file, "0"])
  const url = await firstLine(child)
  const { port } = new URL(url)

  const keys = await Promise.all([createKeys(), createKeys(), createKeys(), createKeys()])
  const [ben, ana, cem, dora] = keys
  const shared = await startLog(ben)
  const { entry: invite, invited } = await shared.invite(ben)
  const admit = await shared.admit(ben, ana, invited)
  const opened = [shared.genesis, invite, admit]
  expect((await fetch(appending(shared.id, opened, url))).status).toBe(200)
  // Two write to one log, each with their own view of it; two write alone.
  const herView = await seenFrom(shared.id, shared.genesis)
  herView.follow(opened)
  const alone = await Promise.all([cem, dora].map((k) => startLog(k)))
  for (const log of alone) expect((await fetch(appending(log.id, [log.genesis], url))).status).toBe(200)
  const [cems, doras] = alone
  if (cems === undefined || doras === undefined) throw new Error("too few")
  const writers: readonly Writer[] = [
    { keys: ben, log: shared, acked: [] },
    { keys: ana, log: herView, acked: [] },
    { keys: cem, log: cems, acked: [] },
    { keys: dora, log: doras, acked: [] },
  ]
  let goesOn = true
  const all = Promise.all(
    writers.map((w) =>
      writing(
        w,
        () => url,
        () => goesOn,
      ),
    ),
  )
  for (let i = 0; i < kills; i += 1) {
    await new Promise((done) => setTimeout(done, 60 + ((i * 37) % 140)))
    await kill(child)
    child = spawnHere("process.ts", [file, port])
    await firstLine(child)
  }
  await new Promise((done) => setTimeout(done, 200))
  goesOn = false
  await all
  let stored = 0
  for (const log of [shared, cems, doras]) {
    const entries = await readAll(log, url)
    const checked = await checkEntries(verify, emptyLog(log.id), entries)
    expect(checked.fault).toBeNull()
    const names = entries.map((entry) => entryHash(entry).join())
    expect(new Set(names).size).toBe(names.length)
    for (const writer of writers.filter((w) => w.log.id.join() === log.id.join()))
      expect(writer.acked.filter((entry) => !entries.some((e) => sameEntry(e, entry)))).toEqual([])
    stored += entries.length
  }
  const acked = writers.reduce((sum, w) => sum + w.acked.length, 0)
  expect(acked).toBeGreaterThan(kills * 4)
  process.stdout.write(
    `${String(kills)} kills, ${String(acked)} acknowledged, ${String(stored)} stored, 0 lost\n`,
  )
  await kill(child)
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

test("a disk that is full answers 'full', goes on reading, and loses nothing; the process stays up", async () => {
  const folder = freshFolder()
  // 400 blocks of 512 bytes: no file of this process may grow beyond 200 KB.
  const child = spawnHere("process.ts", [join(folder, "relay.db"), "0"], 400)
  const url = await firstLine(child)
  const ben = await createKeys()
  const log = await startLog(ben)
  const stored: Entry[] = [log.genesis]
  expect((await fetch(appending(log.id, stored, url))).status).toBe(200)
  const refused: string[] = []
  for (let i = 0; i < 60 && refused.length < 3; i += 1) {
    const entry = await log.content(ben, 16_384)
    const answer = await fetch(appending(log.id, [entry], url))
    if (answer.status === 200) stored.push(entry)
    else {
      refused.push(`${String(answer.status)} ${await answer.text()}`)
      log.forget(entry)
    }
  }
  expect(refused).toEqual(Array.from({ length: 3 }, () => '507 {"type":"full"}'))
  expect(stored.length).toBeGreaterThan(3)
  expect(await readAll(log, url)).toEqual(stored)
  expect(child.exitCode).toBeNull()
  await kill(child)
  const again = spawnHere("process.ts", [join(folder, "relay.db"), "0"])
  const urlAgain = await firstLine(again)
  expect(await readAll(log, urlAgain)).toEqual(stored)
  expect((await fetch(appending(log.id, [await log.content(ben)], urlAgain))).status).toBe(200)
  await kill(again)
  rmSync(folder, { recursive: true, force: true })
})
