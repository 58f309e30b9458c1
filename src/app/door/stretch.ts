/// <reference types="vite/client" />
// The bundler makes this module; only its types are in a file.
// oxlint-disable-next-line import/default
import workerUrl from "./argon.worker.ts?worker&url"
import type { Stretch } from "./lock.ts"
import { ownScript } from "../session/trusted.ts"

/** Argon2id in a worker that lives for this one passphrase. */
export const stretchInWorker: Stretch = (passphrase, salt, cost) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(ownScript(workerUrl), { type: "module" })
    worker.addEventListener("message", (event: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate()
      resolve(event.data)
    })
    worker.addEventListener("error", () => {
      worker.terminate()
      reject(new Error("the lock's worker did not start"))
    })
    // A worker takes no address: it is the only one that hears this.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ passphrase, salt, cost })
  })
