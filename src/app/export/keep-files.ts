import { ownScript } from "../session/trusted.ts"

/** Has the app's own files kept, so that it opens without a connection after the first load. Without it the app works all the same, online. */
export function keepFiles(): void {
  // Trusted Types take the policy's object where the library of types says string.
  void navigator.serviceWorker?.register(ownScript("/sw.js"), { updateViaCache: "none" }).catch(() => null)
}
