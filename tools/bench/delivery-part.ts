import { delivery } from "./delivery.ts"
import type { Delivered } from "./delivery.ts"
import { sealedLogs } from "./sealed.ts"
import { printRuns, quantile } from "./table.ts"

const cases = [
  { name: "1 pair", pairs: 1, entries: 300, rest: 10 },
  { name: "100 pairs at once", pairs: 100, entries: 20, rest: 200 },
] as const

/** From one device's acknowledged append to another's knowing, in milliseconds. */
export async function deliveryPart(runs: number): Promise<void> {
  for (const { name, pairs, entries, rest } of cases) {
    const logs = await sealedLogs(pairs, entries)
    const all: { readonly relay: Delivered; readonly floor: Delivered }[] = []
    for (let n = 0; n < runs; n += 1)
      all.push({ floor: await delivery("floor", logs, rest), relay: await delivery("relay", logs, rest) })
    const rows = (["floor", "relay"] as const).flatMap((which) =>
      (["acknowledged", "told", "had"] as const).flatMap((what) =>
        [0.5, 0.99].map((at) => ({
          name: `${which}, ${says[what]}, p${String(at * 100)}`,
          runs: all.map((pass) => quantile(pass[which][what], at)),
        })),
      ),
    )
    printRuns(`Delivery, ${name}: milliseconds, ${String(pairs * entries)} entries a run`, rows)
  }
}

const says = {
  acknowledged: "sent → acknowledged",
  told: "acknowledged → the other is told",
  had: "acknowledged → the other has it",
}
