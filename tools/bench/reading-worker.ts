import { steps } from "./reading.ts"
import type { Steps } from "./reading.ts"

addEventListener("message", (event: MessageEvent<keyof Steps>) => {
  const doing: Promise<unknown> = steps[event.data]()
  doing.then(
    (done) => postMessage({ done }),
    (error: unknown) => postMessage({ failed: String(error) }),
  )
})
