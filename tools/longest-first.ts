import { availableParallelism } from "node:os"
import { relative } from "node:path"
import { BaseSequencer } from "vitest/node"
import type { TestSequencerConstructor, TestSpecification } from "vitest/node"

/** Files at a time: each processor has work, and there is always a second file to go on with while one waits. */
export const filesAtATime = Math.max(2, availableParallelism())

/**
 * The named files first, in this order, then the others as the runner would. Without a memory of earlier runs it goes by the size of a file, and a short file that takes
 * minutes would begin last, with every other processor idle.
 */
export function longestFirst(names: readonly string[]): TestSequencerConstructor {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const rank = (file: TestSpecification): number => {
        const at = names.indexOf(relative(file.project.config.root, file.moduleId).replaceAll("\\", "/"))
        return at === -1 ? names.length : at
      }
      // oxlint-disable-next-line unicorn/no-array-sort -- the runner's own, which takes files and is no array
      const usual = await super.sort(files)
      return usual.toSorted((a, b) => rank(a) - rank(b))
    }
  }
}
