import { stretchExport, verifyExport } from "#ledger"
import type { ExportReport, VerifyDeps } from "#ledger"
import { createVerify } from "#wire"
import type { ReadFile } from "./told.ts"
import { tools } from "./tools.ts"
import { en } from "./words/en.ts"

// What verify and restore are called with, and the file they are called for.

export interface Call {
  readonly file: string
  /** What stood behind each option that takes a value; null where it was not given. */
  readonly values: Readonly<Record<string, string | null>>
  readonly flags: readonly string[]
}
export interface CallForm {
  /** Options that take a value, and what is said where it is missing. */
  readonly valued: Readonly<Record<string, string>>
  readonly flags: readonly string[]
}

/** One file, and options in any order. A sentence instead, where it cannot be understood. */
export function callOf(args: readonly string[], form: CallForm): Call | string {
  let rest = args
  const values: Record<string, string | null> = {}
  for (const [name, missing] of Object.entries(form.valued)) {
    const at = rest.indexOf(name)
    const value = at < 0 ? null : (rest[at + 1] ?? "")
    if (value === "") return missing
    values[name] = value
    if (at >= 0) rest = rest.toSpliced(at, 2)
  }
  const flags = rest.filter((arg) => form.flags.includes(arg))
  const files = rest.filter((arg) => !form.flags.includes(arg))
  const unknown = files.find((arg) => arg.startsWith("-") && arg !== "-")
  if (unknown !== undefined) return filled(en["cli.unknown-flag"], { flag: unknown })
  const [file, ...more] = files
  if (file === undefined) return en["cli.no-export"]
  return more.length > 0 ? en["cli.one-file"] : { file, values, flags }
}

export const deps: VerifyDeps = { tools, verify: createVerify(tools.subtle), stretch: stretchExport }

export interface ReadExport {
  readonly bytes: Uint8Array
  readonly passphrase: string | null
  readonly report: ExportReport
}

/** The file and what there is to say of it; a sentence instead, where it could not be read. */
export async function readExport({ file, values }: Call, readFile: ReadFile): Promise<ReadExport | string> {
  const bytes = readFile(file)
  if (bytes === null) return filled(en["cli.unreadable"], { file })
  const name = values["--passphrase-file"] ?? null
  const passphrase = name === null ? null : passphraseIn(readFile(name))
  if (name !== null && passphrase === null) return en["cli.no-passphrase-file"]
  const read = await verifyExport(deps, bytes, passphrase)
  return read.ok ? { bytes, passphrase, report: read.value } : filled(en["cli.no-passphrase"], { file })
}

/** Without one line end at its end; null when it is no text. */
function passphraseIn(bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? null : tools.decodeUtf8(bytes).replace(/\r?\n$/, "")
  } catch {
    return null
  }
}

export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""))
}
