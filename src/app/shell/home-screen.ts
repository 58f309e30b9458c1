// Putting the app on the home screen. Where the browser offers it, the offer comes once, early, and is kept until the person asks for it on "This device".

interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>
}

let offer: InstallOffer | null = null
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Called once, at the start. The browser's own bar stays away: nothing here asks to be installed. */
export function keepInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault()
    offer = event as InstallOffer
    tell()
  })
  addEventListener("appinstalled", () => {
    offer = null
    tell()
  })
}

/** "offered": a button may ask for it. "by-hand": Safari on a phone, where only the person can. Null: it is there already, or cannot be. */
export function homeScreen(): "offered" | "by-hand" | null {
  if (offer !== null) return "offered"
  const { standalone } = navigator as { readonly standalone?: boolean }
  return standalone === false && navigator.maxTouchPoints > 0 ? "by-hand" : null
}

/** Opened from an icon of its own. */
export function isInstalled(): boolean {
  const { standalone } = navigator as { readonly standalone?: boolean }
  return standalone === true || matchMedia("(display-mode: standalone)").matches
}

/** WebKit clears what a site has kept when it was not used for seven days, unless it has an icon of its own. */
export function clearsUnused(): boolean {
  return navigator.vendor.startsWith("Apple")
}

export function onHomeScreenChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** An offer works once. */
export async function putOnHomeScreen(): Promise<void> {
  const was = offer
  offer = null
  tell()
  await was?.prompt()
}
