import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto"
import type { KeyObject } from "node:crypto"
import { fromBase64url, signedMessage, statementBytes } from "#wire"
import type { Bytes, Statement } from "#wire"
import type { Facts } from "./store/store.ts"

/** The relay's own key: made at its first start and kept beside what it keeps, so that it goes with its data and comes back with a backup. */
export interface Identity {
  readonly ed: Bytes
  /** Signs what stands at a place; "head" with every reading, "receipt" for what was just taken. */
  readonly states: (as: "head" | "receipt", logId: Bytes, what: Statement) => Bytes
}

const name = "key"

export function identityIn(facts: Facts): () => Promise<Identity> {
  let known: Promise<Identity> | null = null
  return () => {
    // One that could not be kept is not used: it would be another one after the next start.
    known ??= load(facts).catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
}

async function load(facts: Facts): Promise<Identity> {
  const kept = (await facts.get(name)) ?? (await made(facts))
  const key = createPrivateKey({ key: Buffer.from(kept), format: "der", type: "pkcs8" })
  return {
    ed: publicOf(key),
    states: (as, logId, what) =>
      new Uint8Array(sign(null, signedMessage(as, statementBytes(logId, what)), key)),
  }
}

async function made(facts: Facts): Promise<Bytes> {
  const { privateKey } = generateKeyPairSync("ed25519")
  const fresh = new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" }))
  // Another process on the same data may have been faster: the first one counts.
  await facts.put(name, fresh, "first")
  const kept = await facts.get(name)
  if (kept === null) throw new Error("the relay's key could not be kept")
  return kept
}

function publicOf(key: KeyObject): Bytes {
  const { x } = createPublicKey(key).export({ format: "jwk" })
  return fromBase64url(x ?? "") ?? new Uint8Array(0)
}
