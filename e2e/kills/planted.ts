import { buildPlanted } from "../planted-build.ts"
import type { Edit } from "../planted-build.ts"

const planted = "globalThis.planted"

/** A database that asks before each write whether the browser is to die there (hooks.ts), and the one room that so far only tests have: of pictures. */
export const edits: readonly Edit[] = [
  {
    file: "app/store/indexed-db.ts",
    from: "    batch: (ops) => written(db, ops),",
    to: `    batch: (ops) => ${planted}.write(() => written(db, ops)),`,
  },
  {
    file: "app/store/indexed-db.ts",
    from: "export function deleteIndexedDb(name: string): Promise<void> {\n  return new Promise((resolve, reject) => {",
    to: `export function deleteIndexedDb(name: string): Promise<void> {\n  return ${planted}.write(() => new Promise<void>((resolve, reject) => {`,
  },
  {
    file: "app/store/indexed-db.ts",
    from: `    deleting.addEventListener("error", () => reject(deleting.error ?? new Error("storage refused")))\n  })`,
    to: `    deleting.addEventListener("error", () => reject(deleting.error ?? new Error("storage refused")))\n  }))`,
  },
  {
    file: "app/shell/shell.tsx",
    from: "const keeper = createKeeper(browserDeps())",
    to: `const keeper = createKeeper(browserDeps())\n  ${planted}.keeper = keeper`,
  },
  {
    file: "app/door/keeper.ts",
    from: "    open = into\n",
    to: `    open = into\n    ${planted}.session = into.inner.session\n`,
  },
  // Stretching that costs nothing, as in src/app/testing/people.ts.
  {
    file: "app/browser.ts",
    from: "    stretch: stretchInWorker,",
    to: `    stretch: async (passphrase, salt) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(\`\${passphrase}|\${[...salt].join()}\`))),`,
  },
  {
    file: "practices/registry.ts",
    from: `import { promises } from "./promises/practice.ts"`,
    to: `import { promises } from "./promises/practice.ts"\nimport { pictures } from "../app/testing/pictures.ts"`,
  },
  {
    file: "practices/registry.ts",
    from: "promises, home] as const",
    to: "promises, home, pictures] as const",
  },
]

export function buildMortal(): Promise<string> {
  return buildPlanted("a browser that dies at a write", edits)
}
