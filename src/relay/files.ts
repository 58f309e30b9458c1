import { readdirSync, readFileSync } from "node:fs"
import { extname, join, relative, sep } from "node:path"

/** The built app as bytes, read once. It knows nothing of what they mean. */
export interface Files {
  readonly answer: (pathname: string) => Response
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

const denied = [
  "accelerometer",
  "autoplay",
  "battery",
  "bluetooth",
  "browsing-topics",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "web-share",
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

export function filesFrom(folder: string, options: { readonly publicUrl: string | null }): Files {
  const headers = appHeaders(options.publicUrl)
  const all = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name)
    const name = relative(folder, path).split(sep).join("/")
    // Only what is listed here can be asked for: there is no path to walk out of.
    if (found.isFile() && !name.startsWith(".")) all.set(`/${name}`, Uint8Array.from(readFileSync(path)))
  }
  return {
    answer: (pathname) => {
      const name = pathname === "/" ? "/index.html" : pathname
      const bytes = all.get(name)
      if (bytes === undefined)
        return new Response("", {
          status: 404,
          headers: { ...headers, "Cache-Control": "no-store", "Content-Type": "text/plain" },
        })
      const cache = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"
      return new Response(bytes, {
        headers: {
          ...headers,
          "Cache-Control": cache,
          "Content-Type": types[extname(name)] ?? "application/octet-stream",
        },
      })
    },
  }
}
