import type { Session } from "../session/session.ts"

// What a person has set on this device. It lies with the drafts, sealed; before the lock is opened nobody can tell what was chosen.

export const themes = ["system", "light", "dark"] as const
export type Theme = (typeof themes)[number]
export const coachVoices = ["on", "quiet", "off"] as const
export type CoachVoice = (typeof coachVoices)[number]

const themeKey = "setting.theme"
const coachKey = "setting.coach"

export function themeOf(session: Session): Theme {
  const chosen = session.draft(themeKey)
  return themes.find((theme) => theme === chosen) ?? "system"
}

export function chooseTheme(session: Session, theme: Theme): void {
  session.setDraft(themeKey, theme)
  showTheme(theme)
}

/** For the whole page, and the browser's own bar round it. "system" is what the style sheet does without being told. */
export function showTheme(theme: Theme): void {
  const { documentElement: root } = document
  if (theme === "system") delete root.dataset["theme"]
  else root.dataset["theme"] = theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes("dark") ? "dark" : "light"
    meta.content = papers[theme === "system" ? own : theme]
  }
}
/** As --paper in the style sheet. */
const papers = { light: "#FAF7F2", dark: "#191714" } as const

export function coachVoiceOf(session: Session): CoachVoice {
  const chosen = session.draft(coachKey)
  return coachVoices.find((voice) => voice === chosen) ?? "on"
}

export function chooseCoachVoice(session: Session, voice: CoachVoice): void {
  session.setDraft(coachKey, voice)
}

/** The place in the shared record up to which this person has compared words with somebody. Never sent: nobody else's business. */
const comparedKey = "setting.compared"
export function comparedUpTo(session: Pick<Session, "draft">): number {
  return Number(session.draft(comparedKey) || "-1")
}
export function setComparedUpTo(session: Pick<Session, "setDraft">, seq: number): void {
  session.setDraft(comparedKey, String(seq))
}

/** Somebody was asked in, or asked to come in, and has not yet been told here that it has happened. */
const awaitedKey = "setting.awaited"
export function isAwaited(session: Pick<Session, "draft">): boolean {
  return session.draft(awaitedKey) !== ""
}
export function setAwaited(session: Pick<Session, "setDraft">, isNow: boolean): void {
  session.setDraft(awaitedKey, isNow ? "1" : "")
}

/** Devices of one's own (hex) that are not to be asked about on Today again: what is shared here is not for them, or not now. */
const unaskedKey = "setting.unasked"
export function wasUnasked(session: Pick<Session, "draft">, id: string): boolean {
  return session.draft(unaskedKey).split(" ").includes(id)
}
export function setUnasked(session: Pick<Session, "draft" | "setDraft">, id: string): void {
  session.setDraft(unaskedKey, [...session.draft(unaskedKey).split(" "), id].join(" ").trim())
}
