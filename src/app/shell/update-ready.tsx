import { Button, Text, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** A new version is here and waits. The offer stands only on the two pages where nothing is written; elsewhere nothing tells of it. */
export function UpdateReady({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const [worker, setWorker] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    void navigator.serviceWorker
      ?.getRegistration()
      .then((registration) => setWorker(registration?.waiting ?? null))
  }, [inner.moment, inner.way.here])
  if (worker === null || (inner.way.here.at !== "today" && inner.way.here.at !== "device")) return null
  return (
    <Text tone="second">
      {say("app.device-version")}{" "}
      <Button kind="quiet" onPress={() => void switchTo(worker, inner.onLock)}>
        {say("app.device-version-use")}
      </Button>
    </Text>
  )
}

/** The words are sealed and the keys gone first; the page begins anew only when the new version is the one that answers. */
async function switchTo(worker: ServiceWorker, lock: () => Promise<void>): Promise<void> {
  await lock()
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true })
  // A worker of this origin; it takes no address.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage("use-now")
}
