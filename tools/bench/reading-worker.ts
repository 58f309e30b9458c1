import { fetchedLog, reading } from "./reading.ts"

addEventListener("message", () => {
  void fetchedLog()
    .then(reading)
    .then(
      (read) => postMessage(read),
      (error: unknown) => postMessage({ failed: String(error) }),
    )
})
