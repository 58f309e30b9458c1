import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

let held: DatabaseSync | null = null

/**
 * Takes the data folder for this process; false when another one has it. The lock is the system's own, on a file beside the database: it goes with the process,
 * however that ends, so that nothing has to be tidied up after a power cut. Throws when the folder cannot be written.
 */
export function takeFolder(folder: string): boolean {
  const lock = new DatabaseSync(join(folder, "running.lock"))
  try {
    // Whoever was just told to stop gets a moment to do so.
    lock.exec("PRAGMA busy_timeout=2000; PRAGMA journal_mode=OFF; BEGIN EXCLUSIVE")
    held = lock
    return held.isTransaction
  } catch (error) {
    lock.close()
    if (isBusy(error)) return false
    throw error
  }
}

function isBusy(error: unknown): boolean {
  const code: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "errcode") : undefined
  return typeof code === "number" && (code & 0xff) === 5
}
