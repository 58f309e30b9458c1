import type { Person } from "../../e2e/harness.ts"

/** What held up the page's thread, milliseconds, the longest first. */
export interface Tasks {
  /** By the clock; the browser names them from 50 ms on. */
  readonly byClock: readonly number[]
  /** What the thread itself worked, without what it waited for a processor. */
  readonly worked: readonly number[]
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds by the clock, and of the thread. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** Watches from now on; the answer ends it. */
export async function watching({ context, page }: Person): Promise<() => Promise<Tasks>> {
  const cdp = await context.newCDPSession(page)
  const events: TraceEvent[] = []
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const includedCategories = ["disabled-by-default-devtools.timeline", "__metadata"]
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } })
  return async () => {
    const over = new Promise<void>((done) => cdp.once("Tracing.tracingComplete", () => done()))
    await cdp.send("Tracing.end")
    await over
    await cdp.detach()
    const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)}/${String(tid)}`
    const pages = new Set(
      events.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain").map(threadOf),
    )
    const tasks = events.filter((e) => e.name === "RunTask" && pages.has(threadOf(e)))
    if (tasks.length === 0) throw new Error("the browser told of no task")
    const longest = (all: readonly number[]): readonly number[] =>
      all.map((us) => us / 1000).toSorted((a, b) => b - a)
    return {
      byClock: longest(tasks.map((e) => e.dur ?? 0)).filter((ms) => ms > 50),
      worked: longest(tasks.map((e) => e.tdur ?? 0)),
    }
  }
}
