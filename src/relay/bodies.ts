import type { Bytes } from "#wire"

export type Read =
  | { readonly is: "whole"; readonly bytes: Bytes }
  | { readonly is: "oversize" }
  | { readonly is: "too-many" }
  | { readonly is: "cut" }

/** What all requests together may hold in memory while their bodies come in: many slow senders must not fill it. */
const mostAtOnce = 64 * 1024 * 1024
/** A body declared to be this short is read in one piece: a stream for it costs more than checking a signature. */
const short = 128 * 1024
/** What all short ones together may have declared. Whoever declares and does not send only makes others be read as streams. */
const mostDeclared = 16 * 1024 * 1024

/** Reads a body up to `most` bytes. A declared length is believed only to refuse early. */
export function createBodies(together = mostAtOnce): (request: Request, most: number) => Promise<Read> {
  let held = 0
  let declaredNow = 0
  const inOnePiece = async (request: Request, most: number, declared: number): Promise<Read> => {
    declaredNow += declared
    try {
      const bytes = new Uint8Array(await request.arrayBuffer())
      return bytes.length > most ? { is: "oversize" } : { is: "whole", bytes }
    } catch {
      return { is: "cut" }
    } finally {
      declaredNow -= declared
    }
  }
  return async (request, most) => {
    const told = request.headers.get("content-length")
    const declared = Number(told ?? 0)
    if (declared > most) return { is: "oversize" }
    if (told !== null && declared <= short && declaredNow + declared <= mostDeclared)
      return inOnePiece(request, most, declared)
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
