import { encodeQR } from "qr"

/** Light modules around the code, without which a camera does not see where it ends (ISO/IEC 18004 asks for four). */
const margin = 4

/**
 * An address as a code for a phone's camera, two rows of modules a line. On a terminal it is black on white, whatever colours the person has chosen: some
 * cameras do not read it the other way round. In a file it is drawn in plain blocks, dark where the paper is light.
 */
export function qrLines(address: string, onTerminal: boolean): readonly string[] {
  const code = encodeQR(address, "raw", { ecc: "medium", border: margin })
  const isDark = (row: number, column: number): boolean => code[row]?.[column] === true
  const rows = Array.from({ length: Math.ceil(code.length / 2) }, (_, n) => n * 2)
  return rows.map((row) => {
    const line = Array.from(code, (_, column) => block(isDark(row, column), isDark(row + 1, column)))
    return onTerminal ? `${blackOnWhite}${line.join("")}${asBefore}` : line.join("")
  })
}

const blackOnWhite = "\u001B[30;107m"
const asBefore = "\u001B[0m"

function block(upper: boolean, lower: boolean): string {
  if (upper) return lower ? "█" : "▀"
  return lower ? "▄" : " "
}
