import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { builtApp } from "../harness.ts"
import { buildPlanted, mark } from "../planted-build.ts"
import type { Edit } from "../planted-build.ts"

// What an exit does wrong when it is built the usual way, one fault at a time. Each check of the exit is shown to turn red on its own.

const leave = "app/shell/leave.ts"
const shell = "app/shell/shell.tsx"
const way = "app/shell/way.ts"
const notCleared = {
  file: leave,
  from: "for (const step of [dropKeys, clear])",
  to: "for (const step of [] as (() => void)[])",
}

export const exitFaults = {
  "the page is not blanked before it goes": [
    { file: leave, from: "document.body.replaceChildren(blank)", to: "document.body.append(blank)" },
    notCleared,
  ],
  "the title stays": [{ file: leave, from: "document.title = neutralWord", to: "" }],
  "the keys stay": [
    // The page would hear itself, too.
    { file: leave, from: "others.postMessage(channel)", to: "" },
    {
      file: leave,
      from: "for (const step of [dropKeys, clear])",
      to: "for (const step of [] as (() => void)[])",
    },
  ],
  "no mark that it was left": [{ file: leave, from: "markLeft(true)", to: "" }],
  "it goes by href": [
    { file: leave, from: "location.replace(options.to)", to: "location.href = options.to" },
  ],
  "words in the history's state": [
    {
      file: way,
      from: "scrollTo(0, 0)",
      to: 'scrollTo(0, 0); addEventListener("input", (e) => history.replaceState({ was: (e.target as HTMLTextAreaElement).value }, ""))',
    },
  ],
  "each move is a step of the browser's history": [
    { file: way, from: "scrollTo(0, 0)", to: 'scrollTo(0, 0); history.pushState("inside", "")' },
  ],
  "a page put aside stays as it was": [
    // Chromium lets a page that was put aside go when a channel speaks to it.
    { file: leave, from: "others.postMessage(channel)", to: "" },
    { file: leave, from: "if (event.persisted && !isOver) close(closing())", to: "void closing" },
    { file: leave, from: "if (event.persisted) location.reload()", to: "void event" },
  ],
  "it goes although there is no connection": [
    { file: leave, from: "if (navigator.onLine && !isStandalone())", to: "if (!isStandalone())" },
  ],
  "it goes although it is installed": [
    { file: leave, from: "if (navigator.onLine && !isStandalone())", to: "if (navigator.onLine)" },
  ],
  "what was under way opens after all": [
    { file: shell, from: "const Inside = hasLeft() ? null :", to: "const Inside =" },
    { file: shell, from: "if (Inside === null || hasLeft()) return", to: "if (Inside === null) return" },
  ],
  "the other tabs stay open": [{ file: leave, from: "others.postMessage(channel)", to: "" }],
  "it says more than a word": [
    {
      file: leave,
      from: "(word.textContent = neutralWord)",
      to: '(word.textContent = "Hidden. You are out of danger.")',
    },
  ],
  "it shakes": [
    {
      file: leave,
      from: "document.title = neutralWord",
      to: "document.title = neutralWord; navigator.vibrate(80)",
    },
  ],
  "it fades": [
    {
      file: leave,
      from: "document.body.replaceChildren(blank)",
      to: "document.body.replaceChildren(blank); blank.animate([{ opacity: 0 }, { opacity: 1 }], 400)",
    },
  ],
  "it asks a server first": [
    {
      file: leave,
      from: "document.title = neutralWord",
      to: 'document.title = neutralWord; void fetch("/health")',
    },
  ],
  "words outside the sealed rows": [
    {
      file: way,
      from: "scrollTo(0, 0)",
      to: 'scrollTo(0, 0); addEventListener("input", (e) => { globalThis.localStorage.setItem("draft", (e.target as HTMLTextAreaElement).value) })',
    },
  ],
  "each drawing forgets the Shifts before": [
    {
      file: shell,
      from: "() => exitNow.current(),\n      ),\n    [],",
      to: "() => exitNow.current(),\n      ),",
    },
  ],
  "it talks to the console": [
    {
      file: way,
      from: "scrollTo(0, 0)",
      to: 'scrollTo(0, 0); addEventListener("input", (e) => { globalThis.console.log((e.target as HTMLTextAreaElement).value) })',
    },
  ],
  "something lies over the exit": [
    { file: "kit/dialog.tsx", from: "box.current?.show()", to: "box.current?.showModal()" },
  ],
} as const satisfies Readonly<Record<string, readonly Edit[]>>
export type ExitFault = keyof typeof exitFaults

export const aDialog: readonly Edit[] = [
  {
    file: "app/shell/inside.tsx",
    from: "      {props.madeUp?.notice}",
    to: '      <Dialog title="A question" open onClose={() => undefined}>The blue tin under the stairs</Dialog>\n      {props.madeUp?.notice}',
  },
  {
    file: "app/shell/inside.tsx",
    from: "import { ExitButton, Frame,",
    to: "import { Dialog, ExitButton, Frame,",
  },
]

/** The app with this fault. No page of the product has a dialog yet: with one, it lies over every page. */
export function buildExit(fault: ExitFault | null, withDialog = false): Promise<string> {
  const edits = fault === null ? [] : exitFaults[fault]
  return buildPlanted(fault ?? "a dialog", [...edits, ...(withDialog ? aDialog : [])])
}

/** No file of the built app knows of any fault. */
export function isClean(): boolean {
  const files = readdirSync(builtApp, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  return files.length > 0 && files.every((e) => !readFileSync(join(e.parentPath, e.name)).includes(mark))
}
