import { createVerify, signedMessage } from "#wire"
import type { SubtleLike } from "#wire"
import { createKeys, noise } from "../../src/relay/testing/writer.ts"

/** Signatures a second that the platform checks, 64 at a time, with nothing else to do. No relay that checks can be faster than this. */
export async function verifying(
  count: number,
): Promise<{ readonly perSecond: number; readonly cpu: number }> {
  const keys = await createKeys()
  const verify = createVerify(crypto.subtle as unknown as SubtleLike)
  const message = noise(148)
  const signed = signedMessage("entry", message)
  const sig = await keys.sign("entry", message)
  await verify(keys.ed, sig, signed)
  const before = process.cpuUsage()
  const began = performance.now()
  for (let done = 0; done < count; done += 64) {
    const all = await Promise.all(Array.from({ length: 64 }, () => verify(keys.ed, sig, signed)))
    if (all.includes(false)) throw new Error("a good signature was refused")
  }
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  return { perSecond: count / seconds, cpu: (user + system) / count }
}
