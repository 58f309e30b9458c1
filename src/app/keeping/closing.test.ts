import { expect, test } from "vitest"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import { enter, phone, toolsOf } from "../testing/people.ts"
import { openGround } from "./ground.ts"
import { fromRow } from "./rows.ts"
import { openVault } from "./vault.ts"

test("closed while it reads what another tab wrote, it holds nothing of it afterwards", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const session = await enter(keeper)
  await session.keep("matters.kept", { title: "Before", mine: "unsure", what: "" })
  const store = memoryStore(disk)
  const [profile, row] = [...(disk.get("device") ?? [])][0] ?? ["", new Uint8Array(0)]
  const t = toolsOf()
  const { key } = fromRow<{ readonly key: Uint8Array<ArrayBuffer> }>(Uint8Array.from(row), t.decodeUtf8)
  const vault = await openVault(t, store, profile.replace("profile.", ""), key)
  let onPause: (() => void) | null = null
  const ground = await openGround({
    tools: t,
    vault,
    exclusive: (_, act) => act(),
    profile: "x",
    onWritten: () => undefined,
    isCurrent: async () => true,
    pace: async () => onPause?.(),
  })
  await session.keep("matters.kept", { title: "Only behind the lock", mine: "unsure", what: "" })
  // In the last breath of it: all rows are read, and the rooms are being told.
  let isTold = false
  onPause = () => {
    isTold ||= new Error("here").stack?.includes("paced") === true
    if (!isTold) return
    onPause = null
    vault.close()
    ground.close()
  }
  await ground.refresh().catch(() => undefined)
  expect(isTold).toBe(true)
  expect(JSON.stringify(ground.now().house)).not.toContain("Only behind the lock")
})
