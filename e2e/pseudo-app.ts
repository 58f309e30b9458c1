import { join, relative } from "node:path"
import type { Locator, Page } from "playwright-core"
import { build } from "vite"
import type { Plugin } from "vite"
import { seenAs } from "../src/app/gallery/pseudo.ts"
import { root } from "../tools/step.ts"
import { freshFolder } from "./harness.ts"

// The app in a language nobody speaks: 40 % longer, from right to left. A test build alone; the product has one catalogue.

function pseudoLanguage(): Plugin {
  return {
    name: "goldseam-pseudo-language",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith("/src/app/tongue.ts"))
        return { code: `export const tongue = { locale: "en-GB", dir: "rtl" }`, map: null }
      // What comes with the first load, and everything; what was said in this language before stays as it is.
      const [, name] = /\/src\/(?:app|kit|practices)\/(?:.*\/)?words\/(en|first)\.ts$/.exec(id) ?? []
      if (name === undefined) return null
      const from = JSON.stringify(join(root, "src/app/gallery/pseudo.ts"))
      const plain = code.replace(`export const ${name} = {`, "const plain = {")
      if (plain === code) this.error(`no catalogue in ${id}`)
      const said = `import { catalogueIn, pseudoText } from ${from}\n${plain}\nexport const ${name} = catalogueIn(pseudoText, plain)\n`
      return { code: said, map: null }
    },
  }
}

/** Builds it into a folder of its own and returns that. */
export async function buildPseudoApp(): Promise<string> {
  // Given as the product’s own config takes it: seen from src/app.
  const folder = freshFolder()
  const outDir = relative(join(root, "src/app"), folder)
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "src/app"),
    mode: "production",
    plugins: [pseudoLanguage()],
    build: { outDir, emptyOutDir: true },
  })
  return folder
}

interface Named {
  readonly name?: string | RegExp
  readonly exact?: boolean
}
interface Finding {
  getByRole: (role: never, options?: Named) => Locator
  getByText: (text: string | RegExp, options?: Named) => Locator
  getByLabel: (text: string | RegExp, options?: Named) => Locator
}

/** From here on the English names a step looks for are looked for in the pseudo-language: the steps themselves know nothing of it. */
export function lookInPseudo(page: Page): void {
  for (const kind of [page, page.locator("main")]) {
    const finding = Object.getPrototypeOf(kind) as Finding
    const { getByRole, getByText, getByLabel } = finding
    const pattern = (name: string | RegExp, exact: boolean): RegExp => {
      const seen = seenAs(name, exact && typeof name === "string")
      return exact || typeof name !== "string" ? seen : new RegExp(seen.source, "i")
    }
    finding.getByRole = function (this: Finding, role, options = {}) {
      const { name, exact = false, ...rest } = options
      const named = name === undefined ? rest : { ...rest, name: pattern(name, exact) }
      return getByRole.call(this, role, named)
    }
    finding.getByText = function (this: Finding, text, { exact = false, ...rest } = {}) {
      return getByText.call(this, pattern(text, exact), rest)
    }
    finding.getByLabel = function (this: Finding, text, { exact = false, ...rest } = {}) {
      return getByLabel.call(this, pattern(text, exact), rest)
    }
  }
}
