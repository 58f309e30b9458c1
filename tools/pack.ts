import { spawnSync } from "node:child_process"
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "vite"
import { buildApp, builtApp } from "./build.ts"
import { root } from "./step.ts"
import { withoutExamples } from "./without-examples.ts"

// npm run pack: one tarball of built JavaScript, dist/goldseam-VERSION.tgz. Node refuses .ts under node_modules, so whatever is installed must be compiled before.
// It is no `prepack`: what a command does is said by its own name, and nothing is built because somebody looked at a package.

interface About {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
}
const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as About

/** Relay and command line, one file each and what they share; packages stay packages, so that they are installed, pinned, and seen. */
async function compile(out: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    plugins: [withoutExamples()],
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: { "relay/main": join(root, "src/relay/main.ts"), "cli/main": join(root, "src/cli/main.ts") },
        output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name].js" },
      },
    },
  })
}

/** The packages the compiled files ask for, by name. */
function packagesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith(".js"))
    .flatMap((e) => [
      ...readFileSync(join(e.parentPath, e.name), "utf8").matchAll(
        /^\s*(?:import|export)\b[^"'`;]*?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']/gm,
      ),
    ])
    .map(([, fixed = "", late]) => late ?? fixed)
    .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1))
}

/** Returns the tarball's path and what it will install. */
export async function pack(): Promise<{ readonly tarball: string; readonly packages: readonly string[] }> {
  await buildApp()
  const stage = join(root, ".tmp", "pack")
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(join(stage, "bin"), { recursive: true })
  await compile(join(stage, "lib"))
  cpSync(builtApp, join(stage, "dist", "app"), {
    recursive: true,
    filter: (from) => !from.includes("/.vite"),
  })
  cpSync(join(root, "tools/goldseam.mjs"), join(stage, "bin", "goldseam.js"))
  chmodSync(join(stage, "bin", "goldseam.js"), 0o755)
  for (const file of ["LICENSE", "README.md", "docs/hosting.md"])
    cpSync(join(root, file), join(stage, file), { recursive: true })
  const packages = [...packagesIn(join(stage, "lib")), "node"]
  const dependencies = Object.fromEntries(
    packages.map((name) => {
      const version = about.dependencies[name]
      if (version === undefined) throw new Error(`the compiled files ask for ${name}, which is no dependency`)
      return [name, version]
    }),
  )
  const { name, version, description, license } = about
  const own = {
    name,
    version,
    description,
    license,
    type: "module",
    bin: { goldseam: "bin/goldseam.js" },
    engines: { node: ">=20" },
    dependencies,
    allowScripts: { node: true },
  }
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(own, null, 2)}\n`)
  const folder = join(root, "dist")
  const packed = spawnSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: stage,
    encoding: "utf8",
    shell: process.platform === "win32",
  })
  if (packed.status !== 0) throw new Error(`npm pack: ${packed.stderr}`)
  return { tarball: join(folder, packed.stdout.trim().split("\n").at(-1) ?? ""), packages }
}

if (import.meta.main) {
  const { tarball, packages } = await pack()
  const kb = Math.round(readFileSync(tarball).length / 1024)
  console.log(
    `${tarball.slice(root.length + 1)}, ${String(kb)} KB. Installed with it: ${packages.join(", ")}.`,
  )
  console.log(`In any folder: npx ${tarball} serve`)
}
