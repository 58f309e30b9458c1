import { sealFile } from "#ledger"
import { openMemoryStore } from "#relay"
import { equalBytes, partCount } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../../tools/vectors/chain.ts"
import { ana, ben, mallory } from "../../../tools/vectors/people.ts"
import { control } from "../../../tools/vectors/record-parts.ts"
import { createRelayClient } from "../server/relay-client.ts"
import type { RelayPort } from "../server/relay-port.ts"
import { fetchWhole, sendBytes } from "../testing/carried.ts"
import { clockFrom, relayOrigin, toolsOf } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"

// A picture from Ana's phone to the real relay and to Ben's, over a connection that breaks wherever it can (spec/ledger.md §23, spec/relay.md §14).

const t = toolsOf()
const log = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
])
const { logId } = log
const noted = async (): Promise<void> => undefined

async function sealed(length: number) {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 9)) & 255)
  const file = await sealFile(t, { logId, device: ana.id }, { bytes, type: "image/jpeg" })
  if (file === null) throw new Error("not sealed")
  return { ...file, inside: bytes, of: { blob: file.name.blob, bytes: file.bytes } }
}

/** The relay, what stands before it on the wire, and who carries. */
async function world(store = openMemoryStore()) {
  const asked: string[] = []
  let wire: (request: Request, on: RelayPort["fetch"]) => Promise<Response> = (request, on) => on(request)
  const relay = honestRelay(clockFrom(), { store })
  const port: RelayPort = {
    fetch: (request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname.split("/")[2] ?? ""}`)
      return wire(request, relay.fetch)
    },
  }
  const client = createRelayClient(port, relayOrigin, t)
  await client.append(logId, log.entries, ben)
  const by = (keys: typeof ana) => ({ parts: client.files, keys, log: logId })
  return { asked, by, store, client, on: (next: typeof wire) => (wire = next) }
}

const isPut = (request: Request): boolean => request.method === "PUT"

for (const how of ["before it arrives", "after it arrived"] as const)
  test(`cut at every part, ${how}: it goes on from what was acknowledged, and Ben opens it`, async () => {
    const w = await world()
    const file = await sealed(1_500_000)
    const count = partCount(file.bytes.length)
    expect(count).toBe(7)
    let kept = 0
    for (let cut = 0; cut < count; cut += 1) {
      let puts = 0
      w.on(async (request, on) => {
        if (!isPut(request) || (puts += 1) <= 1) return on(request)
        if (how === "after it arrived") await on(request)
        throw new TypeError("the connection was lost")
      })
      const sent = await sendBytes(w.by(ana), file.of, kept, async (now) => {
        kept = now
      })
      expect(sent.count).toBe(kept)
      expect(sent.end).toEqual(cut === count - 1 ? "whole" : { is: "away" })
      if (cut < count - 2)
        expect(await fetchWhole(t, w.by(ben), ana.id, file.name)).toEqual({
          ok: false,
          error: { type: "missing" },
        })
    }
    w.on((request, on) => on(request))
    const got = await fetchWhole(t, w.by(ben), ana.id, file.name)
    expect(got.ok && equalBytes(got.value, file.inside)).toBe(true)
    // One part at most goes twice.
    expect(w.asked.filter((one) => one === "PUT files").length).toBeLessThanOrEqual(2 * count)
  })

test("a relay that lost the first half is given it again, once, from the beginning", async () => {
  const w = await world()
  const file = await sealed(900_000)
  await w.store.files.drop(logId, { devices: [ana.id], ids: [file.name.blob] })
  const counts: number[] = []
  const sent = await sendBytes(w.by(ana), file.of, 2, async (count) => void counts.push(count))
  expect(sent.end).toBe("whole")
  expect(counts[0]).toBe(0)
  expect((await fetchWhole(t, w.by(ben), ana.id, file.name)).ok).toBe(true)
})

test("what the relay no longer has is missing, and what it gives changed is opened for nobody", async () => {
  const w = await world()
  const file = await sealed(400_000)
  await sendBytes(w.by(ana), file.of, 0, noted)
  const fetched = async (name = file.name, device: Bytes = ana.id) => {
    const got = await fetchWhole(t, w.by(ben), device, name)
    return got.ok ? "ok" : got.error.type
  }
  expect(await fetched()).toBe("ok")
  expect(await fetched({ ...file.name, key: t.random(32) })).toBe("file-key")
  expect(await fetched({ ...file.name, size: 399_999 })).toBe("file-padding")
  expect(await fetched(file.name, ben.id)).toBe("file-id")
  const bent = (change: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>, size?: string) =>
    w.on(async (request, on) => {
      const answer = await on(request)
      if (request.method !== "GET" || !request.url.endsWith("/1")) return answer
      const headers = new Headers(answer.headers)
      if (size !== undefined) headers.set("Goldseam-Size", size)
      return new Response(change(new Uint8Array(await answer.arrayBuffer())), { headers })
    })
  bent((bytes) => Uint8Array.from(bytes, (byte, i) => (i === 5000 ? byte ^ 1 : byte)))
  expect(await fetched()).toBe("file-id")
  bent((bytes) => Uint8Array.from(bytes.subarray(1)))
  expect(await fetched()).toBe("away")
  bent((bytes) => Uint8Array.from(bytes), "65615")
  expect(await fetched()).toBe("missing")
  w.on((request, on) => on(request))
  await w.store.files.drop(logId, { devices: [ana.id], ids: [file.name.blob] })
  expect(await fetched()).toBe("missing")
})

test("only whose it is lets it go", async () => {
  const w = await world()
  const file = await sealed(1000)
  await sendBytes(w.by(ana), file.of, 0, noted)
  const at = { log: logId, blob: file.name.blob }
  expect(await w.client.files.drop(at, ben)).toBe("gone")
  expect((await fetchWhole(t, w.by(ben), ana.id, file.name)).ok).toBe(true)
  expect(await w.client.files.drop(at, mallory)).toBe("away")
  expect(await w.client.files.drop(at, ana)).toBe("gone")
  expect(await fetchWhole(t, w.by(ben), ana.id, file.name)).toMatchObject({ error: { type: "missing" } })
})

test("what a relay cannot take now goes later, and what it will never take is said", async () => {
  const w = await world()
  const file = await sealed(1000)
  const answers = async (status: number, type: string) => {
    w.on(async (request, on) =>
      isPut(request) ? new Response(JSON.stringify({ type }), { status }) : on(request),
    )
    return (await sendBytes(w.by(ana), file.of, 0, noted)).end
  }
  expect(await answers(507, "full")).toEqual({ is: "full" })
  expect(await answers(429, "too-many")).toEqual({ is: "limit" })
  expect(await answers(404, "nothing-here")).toEqual({ is: "away" })
  expect(await answers(400, "out-of-order")).toEqual({ is: "away" })
  expect(await answers(403, "refused")).toEqual({ is: "refused", because: "refused" })
  w.on(async (request, on) => (isPut(request) ? new Response("<html>log in</html>") : on(request)))
  expect((await sendBytes(w.by(ana), file.of, 0, noted)).end).toEqual({ is: "away" })
})
