import type { Story } from "../practice.ts"

export const stories: readonly Story[] = []
