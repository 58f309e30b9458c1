import { expect, test } from "vitest"
import { axe } from "./harness.ts"
import type { Person } from "./harness.ts"
import { afterFork } from "./walks/forked.ts"

test("the server went back and Ben wrote on it: both are kept and checked, and Ana begins anew with him and brings her words along", () =>
  afterFork(look))

async function look({ page }: Person, name: string): Promise<void> {
  expect(await axe(page), name).toEqual([])
}
