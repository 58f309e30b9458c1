import { refOf } from "./chain.ts"
import { targetOf } from "./log-redacts.ts"
import { addDevice, laptop, mira } from "./own-keys.ts"
import { ana, ben } from "./people.ts"
import { control, going, redacting } from "./record-parts.ts"
import type { Chapter } from "./record-parts.ts"

// What was kept together is let go together: by all who belonged when it was written.

export const keptCases: Chapter = async ({ two, three }, onAfter) => {
  const [on, onThree] = [onAfter("two"), onAfter("three")]
  const kept = targetOf(two.entries[5], ben, "kept")
  const bens = targetOf(two.entries[4], ben, "bens")
  const anas = targetOf(two.entries[3], ana, "anas")
  const byThree = targetOf(three.entries.at(-1), ben, "kept by three")
  return [
    await on("redact: kept words, by their author alone", [redacting([kept]), "ok"]),
    await on("redact: kept words, by the other alone", [redacting([kept], { by: ana }), "ok"]),
    await on(
      "redact: kept words, by both",
      [redacting([kept]), "ok"],
      [redacting([kept], { by: ana }), "ok"],
    ),
    await on(
      "redact: kept words, by their author twice",
      [redacting([kept]), "ok"],
      [redacting([kept]), "ok"],
    ),
    await on(
      "redact: kept words, by both and once more",
      [redacting([kept]), "ok"],
      [redacting([kept], { by: ana }), "ok"],
      [redacting([kept]), "ok"],
    ),
    await on(
      "redact: kept words beside one's own",
      [redacting([bens, kept]), "ok"],
      [redacting([anas, kept], { by: ana }), "ok"],
    ),
    await on(
      "redact: kept words beside the other's own",
      [redacting([kept, anas]), "not-author"],
      [redacting([kept], { by: ana }), "ok"],
    ),
    await on(
      "redact: kept words, by one's other device",
      [control(await addDevice(laptop)), "ok"],
      [redacting([kept], { by: laptop }), "ok"],
      [redacting([kept], { by: ana }), "ok"],
    ),
    await on(
      "redact: kept words, by one who has left",
      [going("leave", { by: ana }), "ok"],
      [redacting([kept]), "ok"],
      [redacting([kept], { by: ana }), "ok"],
    ),
    await onThree("redact: kept words of before she came, by the third", [
      redacting([kept], { by: mira }),
      "not-author",
    ]),
    await onThree(
      "redact: kept words of before the third came, by the two",
      [redacting([kept]), "ok"],
      [redacting([kept], { by: ana }), "ok"],
    ),
    await onThree(
      "redact: kept words of three, by two",
      [redacting([byThree]), "ok"],
      [redacting([byThree], { by: ana }), "ok"],
    ),
    await onThree(
      "redact: kept words of three, by all",
      [redacting([byThree]), "ok"],
      [redacting([byThree], { by: ana }), "ok"],
      [redacting([byThree], { by: mira }), "ok"],
    ),
    await onThree(
      "redact: kept words of three; one left before and takes part",
      [going("leave", { by: mira }), "ok"],
      [redacting([byThree], { by: mira }), "ok"],
      [redacting([byThree]), "ok"],
      [redacting([byThree], { by: ana }), "ok"],
    ),
    await on("redact: kept words that are void", [{ kind: 4, uid: "late", header: { epoch: 1 } }, "epoch"]),
    await on("redact: an operation", [
      redacting([{ ...targetOf(two.entries[1], ben, "invite"), uid: refOf(ben, "invite").slice(16) }]),
      "target",
    ]),
  ]
}
