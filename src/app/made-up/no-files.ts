import type { Session } from "../session/session.ts"

/** Nothing of a made-up pair is kept, so there is no room for files either. */
export const noFiles: Session["files"] = {
  put: async () => ({ ok: false, error: { type: "no-room" } }),
  beside: () => [],
  take: async () => undefined,
  look: async () => ({ ok: false, error: { type: "missing" } }),
  name: async () => ({ ok: false, error: { type: "gone" } }),
  read: async () => ({ ok: false, error: { type: "missing" } }),
  bytes: () => 0,
}
