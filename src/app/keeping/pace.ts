// Gives the thread back every few milliseconds while a long thing is read, so that a tap or a key in between is not kept waiting.

/** Called often, between two small steps. Waits only when there was no pause for a while. */
export type Pace = () => Promise<void>

/** Where nobody waits for the thread. */
export const unhurried: Pace = () => Promise.resolve()

const longest = 8

/** `since` counts milliseconds from anywhere. */
export function createPace(since: () => number, breath: () => Promise<void> = giveBack): Pace {
  let last = since()
  return async () => {
    const now = since()
    if (now - last < longest) return
    await breath()
    last = since()
  }
}

/** Goes all the way through, with a pause where one is due. */
export async function paced<T>(steps: Generator<void, T>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await pace()
  }
}

/** Goes all the way through in one breath. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** What waits on this thread comes first. Not a timer: a browser lets each one wait for four milliseconds. */
function giveBack(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener("message", () => {
      port1.close()
      done()
    })
    port1.start()
    port2.postMessage(null)
  })
}
