import { readdirSync, readFileSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"
import { gzipSync } from "node:zlib"
import type { Bytes } from "#wire"

/** The built app as bytes, read once. It knows nothing of what they mean. */
export interface Files {
  readonly answer: (pathname: string, acceptsGzip?: boolean) => Response
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
}

/** All that Chromium knows today and this app has no use for. Not among them: writing to the clipboard, which "Copy the link" does on a tap. */
const denied = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "captured-surface-control",
  "clipboard-read",
  "compute-pressure",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "keyboard-map",
  "language-detector",
  "language-model",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "private-state-token-issuance",
  "private-state-token-redemption",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "speaker-selection",
  "storage-access",
  "summarizer",
  "sync-xhr",
  "translator",
  "usb",
  "window-management",
  "xr-spatial-tracking",
]

/** On every answer of the app's origin, exactly these. */
export function appHeaders(publicUrl: string | null): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": [...denied.map((feature) => `${feature}=()`), "camera=(self)"].join(", "),
    ...(publicUrl?.startsWith("https://") === true
      ? { "Strict-Transport-Security": "max-age=31536000" }
      : {}),
  }
}

interface Kept {
  readonly bytes: Bytes
  /** For those who can unpack it; null where packing gains nothing. */
  readonly packed: Bytes | null
}

export function filesFrom(folder: string, options: { readonly publicUrl: string | null }): Files {
  const headers = appHeaders(options.publicUrl)
  const all = new Map<string, Kept>()
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name)
    const name = relative(folder, path).split(sep).join("/")
    // Only what is listed here can be asked for: there is no path to walk out of.
    if (!found.isFile() || name.startsWith(".")) continue
    const bytes = Uint8Array.from(readFileSync(path))
    // Public files only, so packing tells nobody anything of what a person wrote.
    const isText = /\.(html|js|css|json|svg|webmanifest)$/.test(name)
    all.set(`/${name}`, { bytes, packed: isText ? Uint8Array.from(gzipSync(bytes)) : null })
  }
  return {
    answer: (pathname, acceptsGzip = false) => {
      const name = pathname === "/" ? "/index.html" : pathname
      const kept = all.get(name)
      if (kept === undefined)
        return new Response("", {
          status: 404,
          headers: { ...headers, "Cache-Control": "no-store", "Content-Type": "text/plain" },
        })
      const cache = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"
      const isPacked = acceptsGzip && kept.packed !== null
      return new Response(isPacked ? kept.packed : kept.bytes, {
        headers: {
          ...headers,
          "Cache-Control": cache,
          "Content-Type": types[extname(name)] ?? "application/octet-stream",
          ...(kept.packed === null ? {} : { Vary: "Accept-Encoding" }),
          ...(isPacked ? { "Content-Encoding": "gzip" } : {}),
        },
      })
    },
  }
}
