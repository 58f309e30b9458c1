import type { Session } from "../session/session.ts"

/** Two who never were invite nobody. */
export const noInvitation: Session["invite"] = {
  start: async () => undefined,
  cancel: async () => undefined,
  accept: async () => undefined,
  answer: async () => undefined,
  join: async () => ({ ok: false, because: "used" }),
  leaveWaiting: async () => undefined,
}

/** And have no other space. */
export const noElsewhere: Session["elsewhere"] = {
  other: () => null,
  begin: async () => undefined,
  earlier: () => [],
  at: () => null,
  own: () => [],
  bring: async () => undefined,
}
