import { argon2id } from "@noble/hashes/argon2.js"

// Argon2id in plain JavaScript, away from the page: about a second, on purpose. Not constant-time; it runs on the person's own device only.

interface Asked {
  readonly passphrase: string
  readonly salt: Uint8Array
  readonly cost: { readonly memoryKiB: number; readonly passes: number; readonly lanes: number }
}

addEventListener("message", (event: MessageEvent<Asked>) => {
  const { passphrase, salt, cost } = event.data
  const key = argon2id(passphrase, salt, { m: cost.memoryKiB, t: cost.passes, p: cost.lanes, dkLen: 32 })
  postMessage(Uint8Array.from(key))
})
