import { render } from "preact"
import { Shell } from "./shell/shell.tsx"

const root = document.getElementById("app")
if (root === null) throw new Error("index.html has lost its root")
render(<Shell />, root)
