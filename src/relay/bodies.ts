import type { Bytes } from "#wire"

export type Read =
  | { readonly is: "whole"; readonly bytes: Bytes }
  | { readonly is: "oversize" }
  | { readonly is: "too-many" }
  | { readonly is: "cut" }

/** What all requests together may hold in memory while their bodies come in: many slow senders must not fill it. */
const mostAtOnce = 64 * 1024 * 1024

/** Reads a body up to `most` bytes. A declared length is believed only to refuse early. */
export function createBodies(together = mostAtOnce): (request: Request, most: number) => Promise<Read> {
  let held = 0
  return async (request, most) => {
    if (Number(request.headers.get("content-length") ?? 0) > most) return { is: "oversize" }
    const reader = request.body?.getReader()
    if (reader === undefined) return { is: "whole", bytes: new Uint8Array(0) }
    const parts: Uint8Array[] = []
    let length = 0
    const stop = async (is: "oversize" | "too-many"): Promise<Read> => {
      await reader.cancel().catch(() => undefined)
      return { is }
    }
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        length += value.length
        held += value.length
        if (length > most) return await stop("oversize")
        if (held > together) return await stop("too-many")
        parts.push(value)
      }
    } catch {
      // The sender went away in the middle.
      return { is: "cut" }
    } finally {
      held -= length
    }
    const bytes = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return { is: "whole", bytes }
  }
}
