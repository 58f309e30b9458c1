import type { BrowserContext, Request } from "playwright-core"

// The page one leaves to, and the plain page one came from. Both lie on servers that are not there: the test answers in their place.

export type Answers = "at once" | "after 3 s" | "never" | "with 204" | "with 500" | "not at all"
export const plainUrl = "https://plain.example/"
const everydayWords = "<title>Weather</title><h1>Rain later</h1>"

export interface Everyday {
  answers: Answers
  /** Requests to any foreign host, as they begin. */
  readonly asked: {
    readonly url: string
    readonly at: number
    readonly kind: string
    readonly referrer: string
  }[]
}

/** Answers for every https address. */
export async function everyday(context: BrowserContext, ownUrl: string): Promise<Everyday> {
  const world: Everyday = { answers: "at once", asked: [] }
  const note = (request: Request): void => {
    const url = request.url()
    if (!/^https?:/.test(url) || url.startsWith(plainUrl)) return
    // Of one's own server only what is asked for is told apart later.
    const kind = request.isNavigationRequest() ? "navigation" : request.resourceType()
    world.asked.push({
      url: url.replace(ownUrl, "own:"),
      at: Date.now(),
      kind,
      referrer: request.headers()["referer"] ?? "",
    })
  }
  context.on("request", note)
  await context.route("https://**", async (route) => {
    const url = route.request().url()
    if (url.startsWith(plainUrl))
      return route.fulfill({
        contentType: "text/html",
        body: `<title>Plain</title><h1>Plain page</h1><a href="${ownUrl}">there</a>`,
      })
    if (world.answers === "not at all") return route.abort("connectionrefused")
    if (world.answers === "never") return
    if (world.answers === "with 204") return route.fulfill({ status: 204 })
    if (world.answers === "after 3 s") await new Promise((done) => setTimeout(done, 3000))
    const status = world.answers === "with 500" ? 500 : 200
    return route.fulfill({ status, contentType: "text/html", body: everydayWords }).catch(() => undefined)
  })
  return world
}
