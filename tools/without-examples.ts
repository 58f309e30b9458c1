import type { Plugin } from "vite"

// A rule of the coach carries its own tests, the hits and misses. They are for the tests and the table; a phone need not load them.

const examples = /\n {4}(?:hits|misses): \[[\s\S]*?\n {4}\],/g

/** The source of a file of rules, without their examples. */
export function stripped(source: string): string {
  return source.replaceAll(examples, "")
}

export function withoutExamples(): Plugin {
  return {
    name: "goldseam-without-examples",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/language\/en\/[a-z-]+\.ts$/.test(id) || !/\n {4}hits: \[/.test(code)) return null
      const left = stripped(code)
      // Formatted otherwise than expected, an example would be shipped in silence.
      if (/\b(?:hits|misses): \[/.test(left)) this.error(`examples are left in ${id}`)
      return { code: left, map: null }
    },
  }
}
