import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { spawnSync } from "node:child_process"
import { refuse, importsOf, lookAt } from "./floors.ts"
import { bin, root } from "./step.ts"

// Plants each violation and must see the right net turn red. A net that stays green on a planted fault is broken.

interface Planted {
  readonly what: string
  readonly file: string
  readonly code: string
  readonly net: "floors" | "pure" | "lint"
}

const planted: readonly Planted[] = [
  {
    net: "floors",
    what: "the relay opens an entry",
    file: "relay/planted.ts",
    code: `import { open } from "#ledger"`,
  },
  {
    net: "floors",
    what: "the cellar climbs a stair",
    file: "wire/planted.ts",
    code: `import { open } from "#ledger"`,
  },
  {
    net: "floors",
    what: "a room walks into another room",
    file: "practices/apology/planted.ts",
    code: `import { fold } from "../promises/fold.ts"`,
  },
  {
    net: "floors",
    what: "a practice imports the app",
    file: "practices/account/planted.ts",
    code: `export * from "#app"`,
  },
  {
    net: "floors",
    what: "a dynamic import through the floor",
    file: "language/planted.ts",
    code: `export const later = () => import("#practices")`,
  },
  {
    net: "floors",
    what: "a type taken through a wall",
    file: "relay/planted.ts",
    code: `export type T = typeof import("../ledger/index.ts")`,
  },
  {
    net: "floors",
    what: "pure code imports a view",
    file: "practices/planted.ts",
    code: `import { view } from "./apology/view.tsx"`,
  },
  {
    net: "floors",
    what: "pure code imports the kit",
    file: "practices/planted.ts",
    code: `import { Button } from "#kit"`,
  },
  {
    net: "floors",
    what: "a deep door",
    file: "app/planted.ts",
    code: `import { fold } from "#wire/fold.ts"`,
  },
  {
    net: "floors",
    what: "the ledger reads a file",
    file: "ledger/planted.ts",
    code: `import { readFileSync } from "node:fs"`,
  },
  {
    net: "floors",
    what: "the kit imports a practice",
    file: "kit/planted.ts",
    code: `import { practices } from "#practices"`,
  },
  {
    net: "floors",
    what: "the app imports the relay",
    file: "app/planted.ts",
    code: `import { createRelay } from "#relay"`,
  },
  {
    net: "pure",
    what: "the ledger touches the page",
    file: "ledger/planted.ts",
    code: `export const title = (): string => document.title`,
  },
  {
    net: "pure",
    what: "a practice asks the network",
    file: "practices/planted.ts",
    code: `export const ask = (): unknown => fetch("/")`,
  },
  {
    net: "pure",
    what: "the wire asks for the process",
    file: "wire/planted.ts",
    code: `export const env = (): unknown => process.env`,
  },
  {
    net: "pure",
    what: "the ledger takes crypto from the air",
    file: "ledger/planted.ts",
    code: `export const subtle = (): unknown => crypto.subtle`,
  },
  {
    net: "lint",
    what: "a practice reads the clock",
    file: "practices/planted.ts",
    code: `export const now = (): number => Date.now()`,
  },
  {
    net: "lint",
    what: "the app reads the clock beside its one place",
    file: "app/planted.ts",
    code: `export const now = (): number => Date.now()`,
  },
  {
    net: "lint",
    what: "the ledger throws dice",
    file: "ledger/planted.ts",
    code: `export const die = (): number => Math.random()`,
  },
  {
    net: "lint",
    what: "a sentence stands in a view",
    file: "practices/account/planted.tsx",
    code: `export const V = (): unknown => <p>Hello there</p>`,
  },
  {
    net: "lint",
    what: "private text goes to localStorage",
    file: "app/planted.ts",
    code: `export const keep = (t: string): void => localStorage.setItem("t", t)`,
  },
  {
    net: "lint",
    what: "the app asks where a person is",
    file: "app/planted.ts",
    code: `export const where = (): void => navigator.geolocation.getCurrentPosition(() => undefined)`,
  },
  {
    net: "lint",
    what: "a promise is dropped",
    file: "app/planted.ts",
    code: `const later = async (): Promise<void> => undefined\nexport const go = (): void => {\n  later()\n}`,
  },
  {
    net: "lint",
    what: "private text goes to the console",
    file: "app/planted.ts",
    code: `export const tell = (t: string): void => console.log(t)`,
  },
]

function turnsRed(p: Planted): boolean {
  if (p.net === "floors") return importsOf(p.code).some((to) => refuse(p.file, to) !== null)
  // Planted inside the house itself, so that exactly the configuration in force is tried, and taken out again at once.
  const path = join(root, "src", p.file.replace("planted", `planted-${p.net}`))
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, `${p.code}\n`)
  try {
    const [command, args] =
      p.net === "pure"
        ? [bin("tsc"), ["-p", "tsconfig.pure.json"]]
        : [bin("oxlint"), ["--type-aware", "--deny-warnings", path]]
    const done = spawnSync(command, args, { cwd: root, encoding: "utf8" })
    return done.status !== 0 && `${done.stdout}${done.stderr}`.includes(`planted-${p.net}`)
  } finally {
    rmSync(path)
  }
}

let missed = 0
for (const p of planted) {
  const red = turnsRed(p)
  if (!red) missed += 1
  console.log(`${red ? "red  " : "GREEN"}  ${p.net.padEnd(6)}  ${p.what}`)
}
// The nets must also stay green on the house as it stands, or red means nothing.
const { faults } = lookAt(join(root, "src"))
console.log(
  `${planted.length} planted, ${planted.length - missed} seen, ${missed} missed; ${faults.length} faults in the house itself`,
)
process.exit(missed === 0 && faults.length === 0 ? 0 : 1)
