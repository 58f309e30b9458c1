import { spawn, spawnSync } from "node:child_process"
import { createHash, X509Certificate } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import type { AddressInfo } from "node:net"
import { delimiter, join } from "node:path"
import { freshFolder, startRelay } from "../harness.ts"
import type { TestRelay } from "../harness.ts"

// A relay as it is hosted for others: behind a real Caddy with a certificate of Caddy's own authority, which only this test's browsers trust.

/** A name no computer has; the browsers are told that it is this one. It is not "localhost", for which browsers make exceptions. */
const host = "goldseam.test"

export interface BehindCaddy {
  readonly relay: TestRelay
  /** For the browsers: where the name leads, and what they need to trust the certificate. */
  readonly args: readonly string[]
  readonly how: string
}

export function caddyOnPath(): string | null {
  const places = (process.env["PATH"] ?? "").split(delimiter)
  return places.map((place) => join(place, "caddy")).find((path) => existsSync(path)) ?? null
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** The ten lines of docs/hosting.md, but for the authority and the ports. */
function caddyfile(folder: string, port: number, relayUrl: string): string {
  return `{
  admin off
  auto_https disable_redirects
  skip_install_trust
  storage file_system ${join(folder, "storage")}
}
https://${host}:${String(port)} {
  tls internal
  reverse_proxy ${new URL(relayUrl).host}
}
`
}

export async function startBehindCaddy(
  caddy: string,
  options: { readonly now?: number },
): Promise<BehindCaddy> {
  const folder = freshFolder()
  const port = await freePort()
  const url = `https://${host}:${String(port)}`
  const relay = await startRelay({ ...options, publicUrl: url })
  const file = join(folder, "Caddyfile")
  writeFileSync(file, caddyfile(folder, port, relay.url))
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const server = spawn(caddy, ["run", "--config", file, "--adapter", "caddyfile"], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  server.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")))
  const stop = async (): Promise<void> => {
    server.kill("SIGTERM")
    await relay.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const authority = join(folder, "storage", "pki", "authorities", "local")
  try {
    await until(() => existsSync(join(authority, "intermediate.crt")) && said.includes("serving initial"))
    const trust = trustIn(folder, authority)
    return {
      relay: { ...relay, url, stop },
      args: [`--host-resolver-rules=MAP ${host} 127.0.0.1`, ...trust.args],
      how: trust.how,
    }
  } catch (error) {
    await stop()
    throw new Error(`Caddy did not start: ${said.slice(-2000)}`, { cause: error })
  }
}

async function until(isThere: () => boolean): Promise<void> {
  for (let n = 0; n < 200 && !isThere(); n += 1) await new Promise((done) => setTimeout(done, 50))
  if (!isThere()) throw new Error("ten seconds were not enough")
}

/** The authority is trusted as on a person's own computer, in a store of this test alone; without the tool for that, exactly this one key is let pass. */
function trustIn(
  folder: string,
  authority: string,
): { readonly args: readonly string[]; readonly how: string } {
  const store = join(folder, ".pki", "nssdb")
  mkdirSync(store, { recursive: true })
  const certutil = (...args: readonly string[]): boolean =>
    spawnSync("certutil", ["-d", `sql:${store}`, ...args]).status === 0
  const name = "the test's authority"
  const root = join(authority, "root.crt")
  if (certutil("-N", "--empty-password") && certutil("-A", "-t", "C,,", "-n", name, "-i", root)) {
    // Chromium looks for the store below HOME.
    process.env["HOME"] = folder
    return { args: [], how: "its authority is in the browsers' own store" }
  }
  const { publicKey } = new X509Certificate(readFileSync(join(authority, "intermediate.crt")))
  const key = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64")
  return {
    args: [`--ignore-certificate-errors-spki-list=${key}`],
    how: "exactly its key is let pass, for want of certutil",
  }
}
