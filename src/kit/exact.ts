// Numbers that come out the same in every engine. Only + - * / and the square root are fixed to the last bit by IEEE 754; an engine's own sine, power and
// hypotenuse are not, and two phones would draw two bowls.

const quarter = Math.PI / 2

/** Sine of an angle in radians, good to 1e-9 within a few turns. */
export function sine(angle: number): number {
  const turns = Math.round(angle / Math.PI)
  const rest = angle - turns * Math.PI
  const x = rest * rest
  // Taylor to the 15th power on -π/2 … π/2.
  const series =
    rest *
    (1 -
      (x / 6) *
        (1 - (x / 20) * (1 - (x / 42) * (1 - (x / 72) * (1 - (x / 110) * (1 - (x / 156) * (1 - x / 210)))))))
  return turns % 2 === 0 ? series : -series
}

export function cosine(angle: number): number {
  return sine(angle + quarter)
}

/** The length of a step aside and up. */
export function distance(aside: number, up: number): number {
  return Math.sqrt(aside * aside + up * up)
}
