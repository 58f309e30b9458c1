import { render } from "preact"
import { beginAnewWhenBroughtBack } from "./shell/leave.ts"
import { Shell } from "./shell/shell.tsx"

const root = document.getElementById("app")
if (root === null) throw new Error("index.html has lost its root")
beginAnewWhenBroughtBack()
render(<Shell clear={() => render(null, root)} />, root)
