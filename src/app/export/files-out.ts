import type { Tools } from "#ledger"
import type { Moment } from "#practices"
import { concat, good } from "#wire"
import type { Drafts } from "../drafts/drafts.ts"
import type { Ground } from "../keeping/ground.ts"
import { givenFiles, withBytes } from "../files/given.ts"
import type { OpenProfile } from "../door/open-profile.ts"
import type { Vault } from "../keeping/vault.ts"

/** The files a profile can be saved in; what makes them is fetched when one is asked for. */
export function filesOut(o: {
  readonly tools: Tools
  readonly ground: Ground
  readonly vault: Vault
  readonly drafts: Drafts
  readonly clock: () => Moment
}): Pick<OpenProfile, "exportFile" | "copyFile"> {
  const { tools, ground, drafts, clock } = o
  return {
    exportFile: async (forFile, stretch, which) => {
      const { exportFile, otherFile, underPassphrase } = await import("./export-file.ts")
      const state = ground.now()
      const given = which === "other" ? [] : await givenFiles(o, state)
      const file = await (which === "other" ? otherFile(tools, state) : exportFile(tools, state, given))
      if (file === null) return null
      const front = forFile === null ? file : await underPassphrase(tools, stretch, forFile, file)
      return withBytes(o.vault, front, given)
    },
    copyFile: async (passphrase, stretch) => {
      const made = await import("../copy/make-copy.ts")
      await ground.refresh()
      const rows = [...drafts.all()].map(([name, text]) => ({ name, text }))
      const state = ground.now()
      const along = await made.filesAlong(o, state.files)
      const files = along.map(({ of }) => of)
      const of = { state, drafts: rows, passphrase, day: clock().day, files }
      const front = await made.makeCopy(tools, stretch, of)
      return front.ok ? good(concat(front.value, ...along.map(({ bytes }) => bytes))) : front
    },
  }
}
