import type { Page } from "playwright-core"

/** How often these words stand in the page's memory after it was tidied. */
export async function inMemory(page: Page, words: string): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("HeapProfiler.collectGarbage")
  let heap = ""
  devtools.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => (heap += chunk))
  await devtools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false })
  await devtools.detach()
  return heap.split(words).length - 1
}
