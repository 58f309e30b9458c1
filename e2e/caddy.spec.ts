import { expect, test } from "vitest"
import { benAndAna } from "./walks/ben-and-ana.ts"
import { monday } from "./walks/pair.ts"
import type { Pair } from "./walks/pair.ts"
import { caddyOnPath, startBehindCaddy } from "./walks/behind-caddy.ts"
import { surprises } from "./walks/journeys.ts"

// Hosted for others: app and relay behind a real Caddy with https and a public name. Two phones walk the whole journey there.

const caddy = caddyOnPath()
const why = caddy === null ? " (not run: there is no caddy on PATH; Debian's package has that name)" : ""

test.skipIf(caddy === null)(
  `Ben and Ana walk their journey at phone size through Caddy, and the invitation carries the public address${why}`,
  async () => {
    const place = await startBehindCaddy(caddy ?? "", { now: monday })
    const { url } = place.relay
    const live: string[] = []
    const links: string[] = []
    let found: readonly string[] = ["nobody came to the end"]
    let headers: Readonly<Record<string, string>> = {}
    const ended = async (pair: Pair): Promise<void> => {
      found = surprises(pair)
      headers = (await pair.ana.page.reload())?.headers() ?? {}
      expect(await pair.ana.page.evaluate(() => isSecureContext)).toBe(true)
    }
    await benAndAna({
      look: async (who, screen) => {
        if (screen === "invite-link") links.push((await who.page.getByText("#j=").innerText()).trim())
        if (screen === "account-empty") who.page.on("websocket", (socket) => live.push(socket.url()))
      },
      between: () => Promise.resolve(),
      done: ended,
      place,
    })
    expect(found).toEqual([])
    expect(links.map((link) => new URL(link).origin)).toEqual([url])
    expect(new Set(live)).toEqual(new Set([`${url.replace("https", "wss")}/api/live`]))
    expect(headers["strict-transport-security"]).toBe("max-age=31536000")
  },
)
