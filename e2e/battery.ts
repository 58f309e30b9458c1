import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

/** The browser processes of this profile, and of no other. */
function processesOf(profile: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8").includes(`--user-data-dir=${profile}`)
      } catch {
        return false
      }
    })
}

/** The battery falls out: SIGKILL to every process of this browser at once, without a word to any. Throws when there is none to kill. */
export async function batteryOut(profile: string): Promise<void> {
  const pids = processesOf(profile)
  if (pids.length === 0) throw new Error("there is no browser to kill")
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL")
    } catch {
      // It ended together with another.
    }
  }
  while (processesOf(profile).length > 0) await new Promise((done) => setTimeout(done, 20))
  for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
    rmSync(join(profile, lock), { force: true })
}
