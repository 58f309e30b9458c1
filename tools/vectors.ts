import { changedSince, fileBefore, grow, versionsOf, write } from "./vectors/grow.ts"
import { parseVectorFile } from "./vectors/read.ts"
import { isNegative } from "./vectors/shape.ts"
import type { VectorFile } from "./vectors/shape.ts"
import { withdrawn } from "./vectors/withdrawn.ts"
import { bodyVectors } from "./vectors/bodies.ts"
import { copyFileVectors } from "./vectors/copy-files.ts"
import { copyVectors } from "./vectors/copies.ts"
import { dataVectors } from "./vectors/data.ts"
import { edgeVectors } from "./vectors/edges.ts"
import { exportFileVectors } from "./vectors/export-files.ts"
import { exportVectors } from "./vectors/exports.ts"
import { fileVectors } from "./vectors/files.ts"
import { hashVectors } from "./vectors/hashes.ts"
import { heldVectors } from "./vectors/held.ts"
import { headerVectors } from "./vectors/header.ts"
import { inviteVectors } from "./vectors/invites.ts"
import { keyVectors } from "./vectors/keys.ts"
import { letterVectors } from "./vectors/letters.ts"
import { deviceLinkVectors } from "./vectors/links.ts"
import { logVectors } from "./vectors/logs.ts"
import { recordVectors } from "./vectors/record.ts"
import { refVectors } from "./vectors/refs.ts"
import { rewrapVectors } from "./vectors/rewraps.ts"
import { runVectors } from "./vectors/runs.ts"
import { sealVectors } from "./vectors/seals.ts"
import { seenVectors } from "./vectors/seen.ts"
import { sheetVectors } from "./vectors/sheets.ts"
import { signatureVectors } from "./vectors/signatures.ts"
import { wordVectors } from "./vectors/words.ts"
import { wrapVectors } from "./vectors/wraps.ts"

// The record's golden vectors. Writes new ones; with --check it writes nothing, and an unwritten one is a fault too.
const makers: readonly (() => VectorFile | Promise<VectorFile>)[] = [
  hashVectors,
  headerVectors,
  dataVectors,
  keyVectors,
  signatureVectors,
  edgeVectors,
  bodyVectors,
  logVectors,
  recordVectors,
  refVectors,
  runVectors,
  sealVectors,
  wrapVectors,
  inviteVectors,
  letterVectors,
  wordVectors,
  exportVectors,
  exportFileVectors,
  heldVectors,
  copyVectors,
  copyFileVectors,
  rewrapVectors,
  sheetVectors,
  deviceLinkVectors,
  fileVectors,
  seenVectors,
]
const isCheck = process.argv.includes("--check")
const faults: string[] = []
let [all, negative, hasHistory] = [0, 0, true]
for (const make of makers) {
  const made = await make()
  const before = fileBefore(made.file)
  const grown = grow(made, before)
  const { vectors } = parseVectorFile(made.file, grown.text)
  const versions = versionsOf(made.file)
  if (versions === null) hasHistory = false
  faults.push(...grown.faults, ...changedSince(versions ?? [], vectors, withdrawn))
  if (isCheck && grown.added > 0) faults.push(`${made.file}: ${grown.added} vectors are not written yet`)
  if (!isCheck && grown.faults.length === 0) write(made.file, grown.text)
  all += vectors.length
  negative += vectors.filter(isNegative).length
}
for (const fault of faults) console.log(fault)
if (!hasHistory)
  console.log("no history to hold the vectors against; only the files themselves were compared")
console.log(`${makers.length} files, ${all} vectors, ${negative} of them negative, ${faults.length} faults`)
process.exit(faults.length === 0 && all > 0 ? 0 : 1)
