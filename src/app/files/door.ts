import { bad, good } from "#wire"
import { fileNameData, readFileName } from "#ledger"
import type { Session } from "../session/session.ts"
import { reading } from "./fetching.ts"
import type { FetchingDeps } from "./fetching.ts"
import { bytesHere, insideOf, isWhole } from "./kept.ts"
import type { KeptFile } from "./kept.ts"
import { naming, putting, without } from "./putting.ts"
import type { BesideDraft, FilesDoor } from "./session-files.ts"

/** What a session does with files. `isHidden`: a draft that was thrown away a moment ago. */
export function filesDoor(deps: FetchingDeps, isHidden: (draft: string) => boolean): Session["files"] {
  const { ground } = deps
  const beside = (draft: string): readonly KeptFile[] =>
    isHidden(draft)
      ? []
      : ground
          .now()
          .files.filter((file) => file.draft === draft && isWhole(file))
          .toSorted((a, b) => a.n - b.n)
  const door: FilesDoor = {
    put: async (draft, file) => {
      const put = await putting(deps, draft, file)
      return put.ok ? good(shown(put.value)) : put
    },
    beside: (draft) => beside(draft).map(shown),
    take: (id) => without(ground, id),
    look: async (id) => {
      const file = ground.now().files.find((one) => one.id === id && isWhole(one))
      const inside = file === undefined ? null : await insideOf(deps, file)
      return inside === null ? bad({ type: "missing" }) : good(inside)
    },
    name: async (id) => {
      const named = await naming(deps, id)
      if (!named.ok) return named
      const { sealed } = named.value
      if (sealed === null) throw new Error("sealed, and yet without a name")
      return good(fileNameData(sealed.name))
    },
    read: async (ref, value) => {
      const name = readFileName(value)
      return name === null ? bad({ type: "missing" }) : reading(deps, { ref, blob: name.blob })
    },
    bytes: () => bytesHere(ground.now().files),
  }
  return door
}

function shown({ id, size, type }: KeptFile): BesideDraft {
  return { id, size, type }
}
