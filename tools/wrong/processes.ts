import { equal } from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { chmodSync, chownSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { freshFolder } from "../../e2e/harness.ts"
import { compareWords, goTo, joins, press } from "../../e2e/walks/steps.ts"
import { root } from "../step.ts"
import { makesInvite, noLook, opensTheAccount, sendsAnAccount } from "./hands.ts"
import { instead } from "./plants.ts"
import { listening } from "./real-relay.ts"
import { forgetFolder, saidOn } from "./world.ts"
import type { Case } from "./world.ts"

// What goes wrong around the relay's own process: real processes, a real folder.

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  )

const second: Case = {
  name: "a second npm start on the same data folder",
  plant: [instead("relay/main.ts", "!takeFolder(folder)", "false")],
  walk: async (world) => {
    const folder = freshFolder()
    try {
      const first = await world.realRelay({ folder })
      const child = world.spawn({ folder, command: [join(root, "tools/run.mjs"), "start"] })
      const heard = listening(child)
      const sentence = await heard.says(/Goldseam is running already/)
      equal(await heard.ended, 1)
      equal(await isUp(first.url), true)
      return {
        sentence: sentence.replaceAll(folder, "…"),
        way: "the address the first one said, Ctrl+C there, or another folder",
        kept: "the first goes on, with its data",
      }
    } finally {
      forgetFolder(folder)
    }
  },
}

/** Root may write everywhere; somebody else stands in for a person who may not. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

const readOnly: Case = {
  name: "a data folder that may only be read",
  plant: [instead("relay/main.ts", 'say(isNewer ? "relay.newer" : "relay.folder", { folder, start })', '""')],
  walk: async (world) => {
    const folder = freshFolder()
    try {
      const first = await world.realRelay({ folder })
      await first.stop()
      const size = (): string =>
        readdirSync(folder)
          .filter((name) => name.endsWith(".db"))
          .map((name) => String(statSync(join(folder, name)).size))
          .join()
      const before = size()
      if (somebody !== undefined) chownSync(folder, 0, 0)
      chmodSync(folder, 0o555)
      const child = world.spawn({ folder, ...(somebody === undefined ? {} : { as: somebody }) })
      const heard = listening(child)
      const sentence = await heard.says(/cannot be written/)
      equal(await heard.ended, 1)
      equal(heard.said().trim().split("\n").length, 1)
      equal(size(), before)
      return {
        sentence: sentence.replaceAll(folder, "…"),
        way: "another folder, with the command that does it",
        kept: "the data in it: not touched",
      }
    } finally {
      chmodSync(folder, 0o755)
      forgetFolder(folder)
    }
  },
}

const fullDisk: Case = {
  name: "a full disk under the relay",
  plant: [
    instead("app/server/relay-answers.ts", 'type === "full"', "false"),
    instead("relay/log-routes.ts", 'appended.error === "full"', "false"),
  ],
  walk: async (world) => {
    const folder = freshFolder()
    try {
      const relay = await world.realRelay({ folder, mostBlocks: 200_000 })
      const [ben, ana] = [await world.person("Ben"), await world.person("Ana")]
      const link = await makesInvite(ben, relay)
      await joins(ana, link, "Ana", noLook)
      await compareWords(ben, ana, noLook)
      limit(relay.pid, "1")
      await sendsAnAccount(ben, "I was at the races with Tom.")
      await goTo(ben, "Today")
      const sentence = await saidOn(ben.page, /The server has no room to keep more/)
      const told = await relay.says(/The disk is full/)
      await ben.page.reload()
      await press(ben, "Open")
      await saidOn(ben.page, /The server has no room/)
      limit(relay.pid, "unlimited")
      await opensTheAccount(ana, "I was at the races with Tom.")
      await relay.says(/There is room again/)
      await ben.page.locator("main", { hasText: "no room to keep" }).waitFor({ state: "detached" })
      return {
        sentence: `${sentence} … to the host: ${told.replaceAll(folder, "…")}`,
        way: "make room; both go on by themselves",
        kept: "what stood at the relay; what was sent meanwhile waited on the device and arrived once",
      }
    } finally {
      forgetFolder(folder)
    }
  },
}

/** How long a file that process may write from now on: 1 byte is a disk that is full. */
function limit(pid: number, bytes: string): void {
  const done = spawnSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`], { encoding: "utf8" })
  if (done.status !== 0) throw new Error(`prlimit: ${done.stderr}`)
}

export const processes: readonly Case[] = [second, readOnly, fullDisk]
