import type { ExitPage } from "./leave.ts"
import { everydayPages } from "./leave.ts"

/** What this server says of itself at /host.json; everything has a default, because the app must open without it. */
export interface Host {
  readonly operator: string | null
  readonly publicUrl: string | null
  readonly exit: readonly ExitPage[]
  readonly local: boolean
  /** Its address with its key, for who would come here (spec/relay.md §13); null: it did not say its key. */
  readonly line: string | null
}

export const unknownHost: Host = {
  operator: null,
  publicUrl: null,
  exit: everydayPages,
  local: isLocalName(location.hostname),
  line: null,
}

function isLocalName(name: string): boolean {
  return name === "localhost" || name === "127.0.0.1" || name === "[::1]"
}

/** Asks once, at the start; an answer that is not of this shape is as good as none. */
export async function askHost(): Promise<Host> {
  try {
    const response = await fetch("/host.json")
    const told: unknown = await response.json()
    if (typeof told !== "object" || told === null) return unknownHost
    const text = (key: string): string | null => {
      const value: unknown = Object.hasOwn(told, key) ? Reflect.get(told, key) : null
      return typeof value === "string" && value !== "" ? value : null
    }
    const [publicUrl, key] = [text("publicUrl"), text("key")]
    return {
      operator: text("operator"),
      publicUrl,
      line: key === null ? null : `${originOf(publicUrl)}/#k=${key}`,
      exit: [...exitPages(Reflect.get(told, "exit")), ...everydayPages],
      local: unknownHost.local,
    }
  } catch {
    return unknownHost
  }
}

/** On the computer it runs on it is reached under another name than by everybody else. */
function originOf(publicUrl: string | null): string {
  return publicUrl !== null && URL.canParse(publicUrl) ? new URL(publicUrl).origin : location.origin
}

function exitPages(told: unknown): readonly ExitPage[] {
  if (!Array.isArray(told)) return []
  return told.flatMap((page: unknown) => {
    if (typeof page !== "object" || page === null) return []
    const name: unknown = Reflect.get(page, "name")
    const url: unknown = Reflect.get(page, "url")
    if (typeof url !== "string" || !url.startsWith("https://")) return []
    const known = everydayPages.some((p) => p.url === url)
    return known
      ? []
      : [{ name: typeof name === "string" && name !== "" ? name : new URL(url).hostname, url }]
  })
}
