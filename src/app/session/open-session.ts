import { place as ledgerPlace } from "#ledger"
import type { Tools } from "#ledger"
import type { Moment } from "#practices"
import type { Verify } from "#wire"
import { actions } from "../sending/actions.ts"
import type { Later } from "../drafts/drafts.ts"
import { elsewhereOf } from "../earlier/elsewhere.ts"
import { filesOut } from "../export/files-out.ts"
import { filesDoor } from "../files/door.ts"
import { besideDrafts, withoutHalves } from "../files/putting.ts"
import { openGround } from "../keeping/ground.ts"
import type { Exclusive } from "../keeping/ground.ts"
import { goingOn } from "../server/handing-over.ts"
import { invitersWords } from "../inviting/invite.ts"
import type { InviteDeps } from "../inviting/invite.ts"
import { joinersWords } from "../inviting/join.ts"
import { letOneGo, letOneSee, linkingActions, sayTheSame, startLink } from "../linking/actions.ts"
import { createLooking } from "../server/looking.ts"
import { keyAgreed } from "../moving/agreed.ts"
import { silentSince } from "../apart/silence.ts"
import { dayAt } from "../clock.ts"
import { createNews } from "./news.ts"
import type { OpenProfile } from "../door/open-profile.ts"
import { recoveryActions } from "../recovery/actions.ts"
import { createRecoveryClient } from "../recovery/client.ts"
import { createRelayClient } from "../server/relay-client.ts"
import type { Pace } from "../keeping/pace.ts"
import { rememberWhenIdle } from "../remember/when.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "./session.ts"
import type { AgreedOn } from "../server/signing-in.ts"
import type { Snapshot } from "./shown.ts"
import { sharedOf } from "./shared-of.ts"
import { ownOf, snapshotOf, whereIs } from "./snapshot.ts"
import type { Address, Seen } from "./around.ts"
import type { State } from "../keeping/state.ts"
import { sharedThings } from "./shared-things.ts"
import { takenOutBy } from "../sending/taking-out.ts"
import type { ThrowingDrafts } from "../drafts/throwing.ts"
import type { Vault } from "../keeping/vault.ts"
import { mayBeWritten } from "../sending/writing.ts"
import type { Place } from "../sending/writing.ts"

export interface SessionDeps {
  readonly tools: Tools
  readonly verify: Verify
  readonly clock: () => Moment
  readonly later: Later
  /** The pause before a lost place is fought for again; made of `later` unless given. */
  readonly wait?: (ms: number) => Promise<void>
  readonly relay: RelayPort
  readonly exclusive: Exclusive
  /** The relay's origin. */
  readonly relayOrigin: string
  /** Asked when there is an invitation to show, not before. */
  readonly address: () => Promise<Address>
  /** Calls back when it is worth looking for news: the page came to the front, the connection came back, another tab wrote. Returns what stops it. */
  readonly wake?: (onWake: (why: "look" | "written") => void) => () => void
  readonly onWritten?: () => void
  /** Gives the thread back while much is read. */
  readonly pace?: Pace
  /** Only the laws pass one: a client that forgets to sign again must not pass them. */
  readonly place?: Place
}

export async function openSession(
  deps: SessionDeps,
  of: {
    readonly vault: Vault
    readonly drafts: ThrowingDrafts
    readonly profile: string
    readonly hasPassphrase: boolean
    readonly isCurrent: () => Promise<boolean>
  },
): Promise<OpenProfile> {
  const { tools, verify, clock } = deps
  const place = deps.place ?? ledgerPlace
  const ground = await openGround({
    tools,
    vault: of.vault,
    exclusive: deps.exclusive,
    profile: of.profile,
    isCurrent: of.isCurrent,
    onWritten: () => deps.onWritten?.(),
    onRefused: (refused) => storageRefuses(refused),
    ...(deps.pace === undefined ? {} : { pace: deps.pace }),
  })
  const news = createNews()
  let seen: Seen = {
    connection: "on",
    server: null,
    noNews: null,
    filesWait: null,
    isStale: false,
    hasPassphrase: of.hasPassphrase,
    storageRefuses: false,
    thrownAway: false,
    address: null,
    origin: deps.relayOrigin,
    words: null,
  }
  let shown: Snapshot | null = null
  const change = (part: Partial<Seen>): void => {
    seen = { ...seen, ...part }
    shown = null
    news.tell()
  }
  const storageRefuses = (refuses: boolean): void => {
    if (refuses !== seen.storageRefuses) change({ storageRefuses: refuses })
  }
  const client = createRecoveryClient(deps.relay, deps.relayOrigin)
  const looking = createLooking({
    ...deps,
    place,
    ground,
    copies: client,
    vault: of.vault,
    onCarried: (filesWait) => {
      if (filesWait !== seen.filesWait) change({ filesWait })
    },
    onConnection: (synced) => {
      const server = synced === "on" || synced === "off" ? null : synced
      const connection = synced === "off" ? "off" : "on"
      const { at, zone } = clock()
      const since = silentSince(ground.now(), synced, at)
      const noNews = since === null ? null : dayAt(since, zone)
      if (connection !== seen.connection || server !== seen.server || noNews !== seen.noNews)
        change({ connection, server, noNews })
    },
  })
  const showWords = async (): Promise<void> => {
    const words = await wordsOf({ tools, verify }, ground.now())
    if (JSON.stringify(words) !== JSON.stringify(seen.words)) change({ words })
  }
  const idle = rememberWhenIdle(ground, deps.later)
  const onState = (): void => {
    idle.plan()
    shown = null
    news.tell()
    void showWords()
    looking.plan()
    const { inviting, linking } = ground.now()
    if (inviting !== null || linking !== null) askAddress()
  }
  let asking: Promise<void> | null = null
  const ask = async (): Promise<void> => change({ address: await deps.address() })
  const askAddress = (): void => {
    asking ??= ask()
  }
  ground.subscribe(onState)
  onState()
  const act = actions({ ...deps, place, ground, look: looking.look })
  void act.privateBook().catch(() => undefined)
  const keysMoved = (): void => {
    // What these keys would seal from here on, nobody could open again.
    of.vault.close()
    change({ isStale: true, hasPassphrase: true })
  }
  const otherTabWrote = async (): Promise<void> => {
    if (!(await of.isCurrent())) return keysMoved()
    await ground.refresh().catch(() => undefined)
    if (await of.drafts.refresh()) change({})
  }
  const stopWaking = deps.wake?.((why) => void (why === "look" ? looking.wake() : otherTabWrote()))
  void looking.look()
  const { drafts } = of
  const { look } = looking
  const agreedOn: AgreedOn = (log) => keyAgreed(ground.now(), deps.relayOrigin, log)
  const relay = createRelayClient(deps.relay, deps.relayOrigin, tools, agreedOn)
  const files = filesDoor({ ...deps, vault: of.vault, ground, relay }, drafts.isHidden)
  await withoutHalves(ground).catch(() => undefined)
  const linkingDeps = { ...deps, place, ground, client, look, privateBook: act.privateBook }
  const session: Session = {
    snapshot: () => (shown ??= snapshotOf(ground.now(), seen, clock().zone)),
    subscribe: news.subscribe,
    may: (kind, body) => mayBeWritten(ground.now(), kind, body, clock().day),
    keep: act.keep,
    queue: act.queue,
    sendNow: act.sendNow,
    takeBack: act.takeBack,
    shared: () => sharedThings(ground.now()),
    takeAllBack: act.takeAllBack,
    takeOut: act.takeOut,
    takenOutBy: (ref) => takenOutBy(ground.now(), ref),
    going: act.going,
    proposals: act.proposals,
    invite: act.invite,
    linking: linkingActions(linkingDeps),
    recovery: recoveryActions({ ...deps, place, ground, client, look: looking.look }),
    whereIs: (ref) => whereIs(ground.now(), ref, clock()),
    draft: drafts.get,
    setDraft: drafts.set,
    dropDraft: drafts.drop,
    throwAwayDrafts: drafts.throwAway,
    restoreDrafts: drafts.restore,
    flush: drafts.flush,
    files,
    sharedOf: (own) => sharedOf(ground.now(), own),
    ownOf: (shared) => ownOf(ground.now(), shared),
    elsewhere: elsewhereOf({
      ...deps,
      ground,
      show: (state) => snapshotOf(state, seen, clock().zone),
      live: () => session,
    }),
    sync: looking.look,
    goOn: async () => {
      await goingOn({ ground, tools, relay })
      await looking.look()
    },
  }
  return {
    session,
    setLockMinutes: async (lockMinutes) =>
      void (await ground.turn(async (state) => ({ ...state, lockMinutes }))),
    passphraseSet: () => change({ hasPassphrase: true }),
    ...filesOut({ tools, ground, drafts, clock, vault: of.vault }),
    linking: {
      start: (comesFirst) => startLink(linkingDeps, comesFirst),
      same: () => sayTheSame(linkingDeps),
      letGo: (id) => letOneGo(linkingDeps, id),
      letSee: (id) => letOneSee(linkingDeps, id),
    },
    makeSheet: async () => {
      const making = await import("../recovery/making.ts")
      return making.makeSheet({ ...deps, place, ground, client, look, privateBook: act.privateBook })
    },
    keysMoved,
    storageRefuses,
    beside: besideDrafts(ground),
    thrownAway: (isThere) => change({ thrownAway: isThere }),
    close: () => {
      stopWaking?.()
      looking.stop()
      idle.stop()
      ground.close()
      seen = { ...seen, words: null }
      shown = null
      news.clear()
    },
  }
}

async function wordsOf(deps: InviteDeps, state: State): Promise<readonly number[] | null> {
  return state.joining === null ? invitersWords(deps, state) : joinersWords(state.joining)
}
