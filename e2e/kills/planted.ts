import { buildPlanted } from "../planted-build.ts"

/** What the planted build lays on its page: the open session, and at which write of its database the browser is to die (0: at none). */
const here =
  "(globalThis.planted ??= { session: null, profile: null, writes: 0, at: 0, after: false, isDead: false })"
const die =
  "{ planted.isDead = true; globalThis.dieNow(); return new Promise<Outcome<null, StoreFault>>(() => undefined) }"

/** The app whose database asks to be killed: while a write is on its way, or right after it is done. From then on nothing more is written. */
export function buildMortal(): Promise<string> {
  return buildPlanted("a browser that dies at a write", [
    {
      file: "app/store/indexed-db.ts",
      from: "    batch: (ops) => written(db, ops),",
      to: `    batch: async (ops) => {
      const planted = ${here.replace("globalThis.", "(globalThis as any).")}
      if (planted.isDead) return new Promise<Outcome<null, StoreFault>>(() => undefined)
      planted.writes += 1
      const isHere = planted.writes === planted.at
      const writing = written(db, ops)
      if (isHere && !planted.after) ${die.replace("globalThis.", "(globalThis as any).")}
      const done = await writing
      if (isHere) ${die.replace("globalThis.", "(globalThis as any).")}
      return done
    },`,
    },
    {
      file: "app/door/keeper.ts",
      from: "    open = { profile, vault, drafts: throwing, inner, watch }\n    return inner.session",
      to: `    open = { profile, vault, drafts: throwing, inner, watch }
    ;Object.assign(${here.replace("globalThis.", "(globalThis as any).")}, { session: inner.session, profile: inner })
    return inner.session`,
    },
  ])
}
