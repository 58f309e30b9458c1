import type { Keeper, LinkedHere } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { LinkingStep } from "../session/shown.ts"
import { settle } from "./duo.ts"

// Ana has a phone, and links a laptop. Tests only.

export interface Linked {
  readonly laptop: Session
  readonly words: readonly number[]
}
export interface LinkOptions {
  readonly comesFirst?: boolean
  readonly own?: string | null
}

export function stepIn(session: Session): LinkingStep["step"] | "none" {
  return session.snapshot().linking?.step ?? "none"
}

/** The link that the phone shows. */
export async function linkOf(phone: Keeper, ana: Session, o: LinkOptions = {}): Promise<string> {
  const begun = await phone.linkDevice(o.own ?? null, o.comesFirst === true)
  if (!begun.ok) throw new Error(begun.because)
  await settle()
  await ana.sync()
  const { linking } = ana.snapshot()
  if (linking?.step !== "link") throw new Error(linking?.step ?? "none")
  return linking.link
}

/** Both look until both show words; the same ones. */
export async function toWords(ana: Session, laptop: Keeper, link: string): Promise<readonly number[]> {
  let here: LinkedHere = { is: "none" }
  for (let n = 0; n < 4; n += 1) {
    here = await laptop.linkHere(n === 0 ? link : null)
    await ana.sync()
  }
  const there = ana.snapshot().linking
  if (here.is !== "waits" || here.words === null || there?.step !== "compare")
    throw new Error(`${JSON.stringify(here)} ${JSON.stringify(there)}`)
  if (here.words.join() !== there.words.join()) throw new Error("other words")
  return here.words
}

export async function linked(
  of: { readonly phone: Keeper; readonly ana: Session; readonly laptop: Keeper },
  o: LinkOptions = {},
): Promise<Linked> {
  const words = await toWords(of.ana, of.laptop, await linkOf(of.phone, of.ana, o))
  const said = await of.phone.addLinked(o.own ?? null)
  if (!said.ok) throw new Error(said.because)
  for (let n = 0; n < 3; n += 1) await of.ana.sync()
  const here = await of.laptop.linkHere(null)
  if (here.is !== "here") throw new Error(JSON.stringify(here))
  await here.session.sync()
  return { laptop: here.session, words }
}
