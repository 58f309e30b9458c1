import { equalBytes, isActive, partCount } from "#wire"
import type { Ref } from "#practices"
import type { State } from "../keeping/state.ts"
import { isOver } from "../people/here.ts"
import { sendFile } from "./carrying.ts"
import type { FetchingDeps } from "./fetching.ts"
import { refsOf } from "./held-by.ts"
import { isThere, isWhole, partHere, withFile, withThere } from "./kept.ts"
import type { KeptFile } from "./kept.ts"
import type { FileParts } from "./parts.ts"

// A relay that lost something, or another one, is given this device's own files again (spec/relay.md §14): with the same bytes, and for no entry that went. Whether
// anybody looked at one of them has no part in it.

/** Marks all that is this device's own. It belongs into the write of what showed that the relay went back, so that it is known for as long as that is. */
export function toGiveAgain(state: State): State {
  const standing = standingIn(state)
  const marked = (file: KeptFile): KeptFile => {
    const { sealed } = file
    if (sealed === null || !isOwn(state, file) || !isWhole(file)) return file
    // What was not begun, and stands nowhere, is not the relay's to know.
    if (sealed.there === null && !standing.has(sealed.ref ?? "")) return file
    if (sealed.there !== null && !isThere(file)) return again(file, sealed.there)
    // A relay that has it takes the last part as the same; one that has not says where to begin.
    return again(file, partCount(file.length) - 1)
  }
  const files = state.files.map(marked)
  return files.every((file, n) => file === state.files[n]) ? state : { ...state, files }
}

function again(file: KeptFile, there: number): KeptFile {
  const { sealed } = file
  if (sealed === null || (sealed.again === true && sealed.there === there)) return file
  return { ...file, sealed: { ...sealed, there, again: true } }
}

/** This very device stored it, for the log of now: nobody can store under another one's name. */
function isOwn({ shared }: State, { sealed }: KeptFile): boolean {
  return (
    shared !== null &&
    sealed !== null &&
    equalBytes(sealed.log, shared.state.logId) &&
    equalBytes(sealed.device, shared.device.id)
  )
}

function standingIn({ shared }: State): ReadonlySet<Ref> {
  return new Set(refsOf(shared?.entries ?? []))
}

/** Somebody of this device chose that it goes, and that has not gone yet. */
function isTakenBack({ queue }: State, ref: Ref): boolean {
  return queue.some((q) => (q.is === "redact" ? q.target === ref : q.ref === ref && q.unwanted))
}

/** What may be given again, as the state is now, whole there or not. */
function mayBeGiven(state: State): readonly KeptFile[] {
  const { shared } = state
  const marked = state.files.filter((file) => file.sealed?.again === true && isOwn(state, file))
  if (marked.length === 0 || shared === null || shared.state.members.length < 2 || isOver(state)) return []
  if (!isActive(shared.state, shared.device.id)) return []
  const standing = standingIn(state)
  return marked.filter(({ sealed }) => {
    const ref = sealed?.ref ?? ""
    return sealed?.there !== null && standing.has(ref) && !isTakenBack(state, ref)
  })
}

/** At most `most` parts of them; the rest at the next look. What the relay cannot take now waits for it, too. */
export async function giveAgain(
  { ground, relay, vault }: Pick<FetchingDeps, "ground" | "relay" | "vault">,
  most: number,
): Promise<void> {
  let left = most
  const counting: FileParts = {
    ...relay.files,
    put: (at, part, keys) => {
      left -= 1
      return relay.files.put(at, part, keys)
    },
  }
  for (;;) {
    const { shared } = ground.now()
    const file = mayBeGiven(ground.now()).find((one) => !isThere(one))
    if (file === undefined || file.sealed === null || shared === null || left <= 0) return
    const { id, length, sealed } = file
    const noted = async (there: number): Promise<boolean> =>
      mayBeGiven(await ground.turn(async (now) => withThere(now, id, there))).some((one) => one.id === id)
    const on = { parts: counting, keys: shared.device, log: sealed.log }
    const of = { blob: sealed.name.blob, size: length, part: (n: number) => partHere(vault, file, n) }
    const { end } = await sendFile(on, of, { from: sealed.there ?? 0, most: left }, noted)
    if (end === "lost" || (typeof end === "object" && end.is === "refused"))
      await ground.turn(async (now) => notAgain(now, id))
    else if (end !== "whole" && end !== "left") return
  }
}

/** Not before the relay goes back once more. */
function notAgain(state: State, id: string): State {
  const file = state.files.find((one) => one.id === id)
  if (file === undefined || file.sealed === null) return state
  const { again: _, ...sealed } = file.sealed
  return { ...state, files: withFile(state.files, { ...file, sealed: { ...sealed, there: null } }) }
}
