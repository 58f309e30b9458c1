import type { Day, Step, Target } from "./practice.ts"

// Short forms in which Ana and Ben's months are written down.

type More = Pick<Step, "as" | "refused">

export function together<Name extends string>(
  who: Name,
  kind: string,
  body: unknown,
  day: Day,
  more: Partial<More> = {},
): Step<Name> {
  return { who, log: "shared", kind, body, day, ...more }
}
export function alone<Name extends string>(
  who: Name,
  kind: string,
  body: unknown,
  day: Day,
  more: Partial<More> = {},
): Step<Name> {
  return { who, log: "private", kind, body, day, ...more }
}
/** The thing named so, in the version it had. */
export function both(name: string): Target {
  return { ref: `@${name}`, version: `#${name}` }
}
export const zone = "Europe/Berlin"
/** A promise for one time. */
export function once(will: string, due: string, more: object = {}): object {
  return { when: "", will, due, zone, repeat: "once", ...more }
}
