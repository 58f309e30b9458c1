import type { Json } from "#wire"

/** A body as it may be signed: every text whole (no half of a sign), without byte order marks, in Unicode's composed form. That is the writer's duty (LEDGER, DATA). */
export function asData(body: unknown): Json {
  if (typeof body === "string") return body.toWellFormed().replaceAll("\ufeff", "").normalize("NFC")
  if (body === null || typeof body === "number" || typeof body === "boolean") return body
  if (Array.isArray(body)) return body.map(asData)
  if (typeof body !== "object") throw new Error("a body of another shape")
  const fields = Object.entries(body).filter(([, value]) => value !== undefined)
  return Object.fromEntries(fields.map(([key, value]) => [key, asData(value)]))
}
