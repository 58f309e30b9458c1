import { crawled, ready } from "../gallery-walk.ts"
import { person } from "../harness.ts"
import { servePage } from "../test-page.ts"
import type { GalleryTools } from "../../src/app/gallery/main.tsx"
import type { Look } from "./steps.ts"

/** What is said above a page when something does not go as it should, one after the other, as the gallery draws it. */
export async function troublesShown(look: Look): Promise<void> {
  const gallery = await servePage("src/app/gallery/main.tsx")
  const who = await person("Ana")
  await ready(who.page, gallery.url)
  const { screens } = await crawled(who.page, { between: false, depth: 1, thorough: false })
  // Whoever presses everything has also chosen the dark.
  await ready(who.page, gallery.url)
  const shown = screens.filter(({ name, pressed }) => name.startsWith("trouble: ") && pressed.length === 0)
  for (const screen of shown.filter((one) => one.who === "ana")) {
    await who.page.evaluate(
      (one) =>
        (globalThis as unknown as { gallery: GalleryTools }).gallery.show([one], {
          speech: "english",
          between: false,
        }),
      screen,
    )
    await look(who, (screen.name.split(",")[0] ?? "").replaceAll(/[^a-z]+/g, "-"))
  }
  await who.close()
  gallery.close()
}
