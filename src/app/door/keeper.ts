import { good } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { entering, leaving } from "./entering.ts"
import type { Open, Unwritten } from "./entering.ts"
import { isLinkingIn } from "../linking/row.ts"
import { createProfile, hasPassphrase, profilesIn, wrapRow } from "./lock.ts"
import type { Opened, Profile, Stretch } from "./lock.ts"
import type { OpenProfile } from "./open-profile.ts"
import type { SessionDeps } from "../session/open-session.ts"
import type { Keeper } from "./door.ts"
import type { Session } from "../session/session.ts"
import type { Store, StoreFault } from "../store/store.ts"
import { tryPassphrase } from "./try-passphrase.ts"

export interface KeeperDeps extends SessionDeps {
  readonly openStore: () => Promise<Outcome<Store, StoreFault>>
  readonly stretch: Stretch
  /** What this browser lacks, if anything. */
  readonly lacks: () => Promise<"not-secure" | "no-ed25519" | null>
  /** Takes away everything of this site on this device. */
  readonly wipe: () => Promise<void>
  readonly usage: Keeper["usage"]
  /** Asks the browser not to clear this by itself. */
  readonly persist?: () => void
}

// The door of one device. It is small on purpose: keys, record and rooms are fetched when a profile opens.

export function createKeeper(deps: KeeperDeps): Keeper {
  const { tools, stretch } = deps
  let store: Store | null = null
  let open: Open | null = null
  let unwritten: Unwritten | null = null
  let locks = 0

  const opened = async (): Promise<Outcome<Store, StoreFault>> => {
    if (store !== null) return good(store)
    const opening = await deps.openStore()
    if (opening.ok) store = opening.value
    return opening
  }
  const held = async (): Promise<Store> => {
    const opening = await opened()
    if (!opening.ok) throw new Error(`storage ${opening.error.type}`)
    return opening.value
  }
  const drop = (): void => {
    unwritten = open === null ? null : leaving(open, tools)
    open = null
  }
  const lock = (): void => {
    locks += 1
    drop()
  }
  /** Null: another tab has just put a passphrase before it, or it was locked before it was open. */
  const entered = async (profile: Opened, hasPassphrase: boolean, row?: Bytes): Promise<Session | null> => {
    if (open !== null) drop()
    const before = locks
    const into = await entering(deps, held(), { profile, row, hasPassphrase, unwritten })
    if (into === null) return null
    if (open !== null) drop()
    open = into
    unwritten = null
    if (locks !== before) drop()
    return open === into ? into.inner.session : null
  }
  const enter = async (profile: Opened, hasPassphrase: boolean): Promise<Session> => {
    const session = await entered(profile, hasPassphrase)
    if (session === null) throw new Error("locked")
    return session
  }

  const tries = (on: Store, profiles: readonly Profile[], passphrase: string) =>
    tryPassphrase(deps, on, profiles, passphrase)
  /** Null: it is this profile's own passphrase, or it has none. */
  const asked = async (profile: Opened, passphrase: string | null) => {
    const on = await held()
    const profiles = await profilesIn(tools, on)
    if (profiles.some((p) => p.id === profile.id && !hasPassphrase(p))) return null
    const wrong = { ok: false, because: "wrong" } as const
    if (passphrase === null || passphrase === "") return wrong
    const tried = await tries(on, profiles, passphrase)
    if (!tried.ok) return tried
    tried.value.key.fill(0)
    return tried.value.id === profile.id ? null : wrong
  }

  /** A link that was begun here is given up: its keys lie here as they are, and something else is chosen. */
  const withoutLink = async (): Promise<void> => {
    const on = await held()
    if (!(await isLinkingIn(on))) return
    const { leftHere } = await import("../linking/here.ts")
    await leftHere(deps, on)
  }
  /** Done once the passphrase was given again. */
  const trusted = async <T>(own: string | null, act: (now: Open) => Promise<T>) => {
    const now = open
    if (now === null) throw new Error("locked")
    return (await asked(now.profile, own)) ?? act(now)
  }
  const fine = { ok: true } as const
  const done = (own: string | null, act: (inner: OpenProfile) => Promise<void>) =>
    trusted(own, async ({ inner }) => {
      await act(inner)
      return fine
    })
  return {
    state: async () => {
      const lacks = await deps.lacks()
      if (lacks !== null) return { because: lacks }
      const opening = await opened()
      if (!opening.ok) return { because: "no-storage" }
      const profiles = await profilesIn(tools, opening.value)
      if (profiles.length === 0) return "fresh"
      return profiles.some(hasPassphrase) ? "locked" : "open-without-passphrase"
    },
    begin: async () => {
      await withoutLink()
      const made = await createProfile(tools, await held())
      if (!made.ok) throw new Error(`storage ${made.error.type}`)
      return enter(made.value, false)
    },
    unlock: async (passphrase) => {
      const on = await held()
      const profiles = await profilesIn(tools, on)
      const wrong = { ok: false, because: "wrong" } as const
      const into = async (profile: Opened, hasOne: boolean) => {
        const row = profiles.find(({ id }) => id === profile.id)?.row
        const session = await entered(profile, hasOne, row)
        return session === null ? wrong : { ok: true as const, session }
      }
      if (passphrase === null || passphrase === "") {
        const bare = profiles.find((p) => !hasPassphrase(p))
        if (bare === undefined || !("key" in bare.wrap)) return wrong
        return into({ id: bare.id, key: bare.wrap.key }, false)
      }
      const tried = await tries(on, profiles, passphrase)
      return tried.ok ? into(tried.value, true) : tried
    },
    lock,
    setPassphrase: async (passphrase) => {
      const now = open
      if (now === null) throw new Error("locked")
      const on = await held()
      // A fresh key, and every row sealed anew in one batch: the bare key that lay in the store opens nothing written from now on.
      const next = { id: now.profile.id, key: tools.random(32) }
      // In turn with whatever else is stretched here: one salt for all of a device, and two tabs must not both draw the first.
      const row = await deps.exclusive("tries", () => wrapRow(tools, on, stretch, next, passphrase))
      await deps.exclusive(`profile.${next.id}`, async () => {
        // Another tab was faster: with the keys of here every row would be taken for damaged, and none moved along.
        if (!(await now.watch.isCurrent())) throw new Error("locked")
        now.watch.expect(row)
        const moved = await now.vault.moveTo(next.key, [row])
        if (!moved.ok) throw new Error(`storage ${moved.error.type}`)
      })
      if (open !== now) {
        next.key.fill(0)
        return
      }
      open = { ...now, profile: next }
      now.inner.passphraseSet()
      deps.onWritten?.()
    },
    setLockMinutes: async (minutes) => open?.inner.setLockMinutes(minutes),
    saveCopy: (own, forFile, which) =>
      trusted(own, async ({ inner }) => {
        const file = await inner.exportFile(forFile, stretch, which)
        return file === null ? { ok: false, because: "nothing" } : { ok: true, file }
      }),
    keepCopy: (passphrase) =>
      trusted(passphrase, async ({ inner }) => {
        const made = await inner.copyFile(passphrase, stretch)
        return made.ok ? { ok: true, file: made.value } : { ok: false, because: made.error.type }
      }),
    bringBack: async (file, passphrase) => {
      await withoutLink()
      const { broughtBack } = await import("../copy/bring-back.ts")
      const brought = await broughtBack(deps, await held(), file, passphrase)
      return brought.ok ? { ok: true, session: await enter(brought.profile, true) } : brought
    },
    address: deps.address,
    makeSheet: (own) =>
      trusted(own, async ({ inner }) => {
        const made = await inner.makeSheet()
        return made.ok ? { ok: true, sheet: made.value } : { ok: false, because: made.error.type }
      }),
    letOthersGo: (own) => done(own, ({ session }) => session.recovery.removeLost()),
    linkDevice: (own, comesFirst) =>
      trusted(own, async ({ inner }) => {
        const because = await inner.linking.start(comesFirst)
        return because === null ? fine : { ok: false, because }
      }),
    addLinked: (own) => done(own, ({ linking }) => linking.same()),
    letGo: (own, id) => done(own, ({ linking }) => linking.letGo(id)),
    letSee: (own, id) => done(own, ({ linking }) => linking.letSee(id)),
    linkHere: (link) =>
      deps.exclusive("linking", async () => {
        // Asked for while the step before still opened what it brought.
        if (open !== null) return { is: "here", session: open.inner.session }
        const { linkedHere } = await import("../linking/here.ts")
        const linked = await linkedHere(deps, await held(), link)
        return linked.is === "here" ? { is: "here", session: await enter(linked.profile, false) } : linked
      }),
    isLinking: async () => isLinkingIn(await held()),
    leaveLinking: () => withoutLink(),
    move: (own, what) =>
      trusted(own, async ({ inner: { session } }) => {
        const because = "line" in what ? await session.proposals.move(what.line) : null
        if ("ref" in what) await session.proposals.agree(what.ref)
        return because === null ? fine : { ok: false, because }
      }),
    returnWith: async (code) => {
      await withoutLink()
      const { broughtBySheet } = await import("../recovery/bring.ts")
      const brought = await broughtBySheet(deps, await held(), code)
      return brought.ok ? { ok: true, session: await enter(brought.profile, false) } : brought
    },
    forgetEverything: (own) =>
      trusted(own, async () => {
        drop()
        unwritten = null
        store?.close()
        store = null
        await deps.wipe()
        return fine
      }),
    usage: deps.usage,
    askToStay: async () => {
      const asked = "setting.asked-to-stay"
      if (open === null || open.drafts.get(asked) !== "") return
      open.drafts.set(asked, "1")
      if ((await deps.usage()).persisted === false) deps.persist?.()
    },
  }
}
