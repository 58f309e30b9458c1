import { deviceFromBytes, sealFile } from "#ledger"
import { equalBytes } from "#wire"
import type { Bytes } from "#wire"
import { createRelayClient } from "../server/relay-client.ts"
import { browserRelay } from "../server/relay-port.ts"
import { browserTools } from "../tools.ts"
import { fetchWhole, sendBytes } from "./carried.ts"

// For e2e/files.spec.ts: a picture goes to a relay and comes back in a real browser, without screens.

const later = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** Milliseconds for each step, on this machine. Both devices are in this page: what they share is the relay alone. */
async function carried(given: {
  readonly log: readonly number[]
  readonly ana: readonly number[]
  readonly ben: readonly number[]
  readonly length: number
}): Promise<{ readonly same: boolean; readonly seal: number; readonly send: number; readonly open: number }> {
  const t = browserTools()
  const bytesIn = (list: readonly number[]): Bytes => Uint8Array.from(list)
  const [ana, ben] = [deviceFromBytes(bytesIn(given.ana)), deviceFromBytes(bytesIn(given.ben))]
  if (ana === null || ben === null) throw new Error("no keys")
  const log = bytesIn(given.log)
  const client = createRelayClient(browserRelay(location.origin, later, t.random), location.origin, t)
  const inside = Uint8Array.from({ length: given.length }, (_, i) => (i * 31 + (i >> 9)) & 255)
  const times = [performance.now()]
  const file = await sealFile(t, { logId: log, device: ana.id }, { bytes: inside, type: "image/jpeg" })
  if (file === null) throw new Error("not sealed")
  times.push(performance.now())
  const { name, bytes } = file
  const of = { parts: client.files, log }
  const sent = await sendBytes({ ...of, keys: ana }, { blob: name.blob, bytes }, 0, async () => undefined)
  times.push(performance.now())
  const got = await fetchWhole(t, { ...of, keys: ben }, ana.id, name)
  times.push(performance.now())
  const [seal = 0, send = 0, open = 0] = times.slice(1).map((at, i) => Math.round(at - (times[i] ?? 0)))
  return { same: sent.end === "whole" && got.ok && equalBytes(got.value, inside), seal, send, open }
}

const page = { carried }
export type FilesPage = typeof page
Reflect.set(globalThis, "filesPage", page)
