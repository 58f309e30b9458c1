import type { Keeper } from "../door/door.ts"

/** There is nothing to open, to lock or to forget. */
export const noKeeper: Keeper = {
  state: async () => "fresh",
  begin: () => Promise.reject(new Error("nothing is kept of a made-up pair")),
  unlock: async () => ({ ok: false, because: "wrong" }),
  lock: () => undefined,
  setPassphrase: async () => undefined,
  setLockMinutes: async () => undefined,
  saveCopy: async () => ({ ok: false, because: "nothing" }),
  keepCopy: async () => ({ ok: false, because: "nothing" }),
  bringBack: async () => ({ ok: false, because: "gone" }),
  address: async () => ({ app: "", relay: "", usableElsewhere: true }),
  makeSheet: async () => ({ ok: false, because: "stopped" }),
  letOthersGo: async () => ({ ok: false, because: "wrong" }),
  linkDevice: async () => ({ ok: false, because: "stopped" }),
  addLinked: async () => ({ ok: false, because: "wrong" }),
  letGo: async () => ({ ok: false, because: "wrong" }),
  letSee: async () => ({ ok: false, because: "wrong" }),
  linkHere: async () => ({ is: "none" }),
  isLinking: async () => false,
  leaveLinking: async () => undefined,
  move: async () => ({ ok: false, because: "cannot" }),
  returnWith: async () => ({ ok: false, because: "gone" }),
  forgetEverything: async () => ({ ok: false, because: "wrong" }),
  askToStay: async () => undefined,
  usage: async () => ({ bytes: null, persisted: null }),
}
