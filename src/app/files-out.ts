import type { Tools } from "#ledger"
import type { Moment } from "#practices"
import type { Drafts } from "./drafts.ts"
import type { Ground } from "./ground.ts"
import type { OpenProfile } from "./open-profile.ts"

/** The files a profile can be saved in; what makes them is fetched when one is asked for. */
export function filesOut(o: {
  readonly tools: Tools
  readonly ground: Ground
  readonly drafts: Drafts
  readonly clock: () => Moment
}): Pick<OpenProfile, "exportFile" | "copyFile"> {
  const { tools, ground, drafts, clock } = o
  return {
    exportFile: async (forFile, stretch, which) => {
      const { exportFile, otherFile, underPassphrase } = await import("./export-file.ts")
      const file = await (which === "other" ? otherFile : exportFile)(tools, ground.now())
      return file === null || forFile === null ? file : underPassphrase(tools, stretch, forFile, file)
    },
    copyFile: async (passphrase, stretch) => {
      const made = await import("./copy/make-copy.ts")
      await ground.refresh()
      const rows = [...drafts.all()].map(([name, text]) => ({ name, text }))
      const of = { state: ground.now(), drafts: rows, passphrase, day: clock().day }
      return made.makeCopy(tools, stretch, of)
    },
  }
}
