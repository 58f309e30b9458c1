import { connect, createServer } from "node:net"
import type { AddressInfo, Socket } from "node:net"

/** A network between a browser and the relay that can go silent as a real one does: nothing is closed, and nothing arrives any more. */
export interface SilentNetwork {
  readonly url: string
  /** Every connection there is goes silent for ever; new ones work. */
  readonly lose: () => void
  /** Resolves when one more live connection was opened than at this call. */
  readonly nextLive: () => Promise<void>
  readonly close: () => void
}

export async function silentNetwork(relayUrl: string): Promise<SilentNetwork> {
  const port = Number(new URL(relayUrl).port)
  let pairs: { readonly near: Socket; readonly far: Socket }[] = []
  let lost: Socket[] = []
  let waiting: (() => void)[] = []
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1")
    const pair = { near, far }
    pairs.push(pair)
    near.on("data", (chunk: Buffer) => {
      if (!pairs.includes(pair)) return
      if (chunk.toString("latin1").startsWith("GET /api/live")) for (const told of waiting.splice(0)) told()
      far.write(chunk)
    })
    far.on("data", (chunk: Buffer) => {
      if (pairs.includes(pair)) near.write(chunk)
    })
    const end = (): void => {
      if (!pairs.includes(pair)) return
      pairs = pairs.filter((p) => p !== pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on("close", end).on("error", end)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    lose: () => {
      lost = [...lost, ...pairs.flatMap(({ near, far }) => [near, far])]
      pairs = []
    },
    nextLive: () => new Promise((told) => (waiting = [...waiting, told])),
    close: () => {
      for (const socket of [...lost, ...pairs.flatMap(({ near, far }) => [near, far])]) socket.destroy()
      server.close()
    },
  }
}
