import type { VNode } from "preact"
import { useMemo } from "preact/hooks"
import { encodeQR } from "qr"

/** Light modules around the code, without which a camera does not see where it ends (ISO/IEC 18004 asks for four). */
const margin = 4

/** A text as a square for a camera. Always dark on white, whatever the page is: some cameras do not read it the other way round. */
export function QrSquare({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const { size, path } = useMemo(() => {
    const code = encodeQR(text, "raw", { ecc: "medium", border: margin })
    const dark = code.flatMap((row, y) =>
      row.flatMap((is, x) => (is ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
    )
    return { size: code.length, path: dark.join("") }
  }, [text])
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
