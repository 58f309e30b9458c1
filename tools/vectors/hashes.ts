import {
  concat,
  deviceId,
  entryHash,
  H,
  signedMessage,
  toHex,
  u32,
  utf8,
  versionHash,
} from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { commitmentOf, derive, mac } from "../../src/ledger/index.ts"
import { signedTypes } from "./signatures.ts"
import { ana, bytesOf } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

/** Every tag a hash can have. */
export const hashTags = [
  "log",
  "device",
  "body",
  "hash",
  "version",
  "invite",
  "sas-commit",
  "sas",
  "request",
  "export",
] as const
const x = bytesOf("what is hashed", 64)

function hashes(): readonly Vector[] {
  return [
    ...hashTags.map((tag): Vector => ({
      name: `H of 64 bytes under "${tag}"`,
      type: "ok",
      is: "H",
      tag,
      x: toHex(x),
      out: toHex(H(tag, x)),
    })),
    {
      name: "H of nothing",
      type: "ok",
      is: "H",
      tag: "body",
      x: "",
      out: toHex(H("body", new Uint8Array(0))),
    },
    ...signedTypes.map((tag): Vector => ({
      name: `the bytes a signature of type "${tag}" covers`,
      type: "ok",
      is: "signed",
      tag,
      x: toHex(x.subarray(0, 8)),
      out: toHex(signedMessage(tag, x.subarray(0, 8))),
    })),
  ]
}

function derived(label: string, ikm: Bytes, salt: Bytes, context: Bytes, length: number): Vector {
  return {
    name: `HKDF to ${String(length)} bytes under "${label}"`,
    type: "ok",
    is: "HKDF",
    ikm: toHex(ikm),
    salt: toHex(salt),
    label,
    context: toHex(context),
    length,
    out: toHex(derive(ikm, salt, label, context, length)),
  }
}

export function hashVectors(): VectorFile {
  const none = new Uint8Array(0)
  const key = bytesOf("an epoch key", 32)
  const [uid, data] = [bytesOf("a uid", 16), utf8('{"a":1}')]
  const [header, sig] = [bytesOf("a header", 148), bytesOf("a signature", 64)]
  const mk = concat(bytesOf("a log", 32), ana.id, uid)
  return {
    file: "hashes",
    about:
      "spec/ledger.md §3. is: H (SHA-256 of gs/v1/ + tag + 00 + x), signed (the bytes a signature covers), HKDF (RFC 5869 with SHA-256; info is gs/v1/ + label + context), HMAC (SHA-256), device, entry and version (the three names made of a hash).",
    vectors: [
      ...hashes(),
      derived("mk", key, bytesOf("a salt", 32), mk, 32),
      derived("body", bytesOf("a message key", 32), none, none, 76),
      derived("epoch", key, none, none, 32),
      derived("invite-id", key, none, none, 32),
      derived("invite-key", key, none, none, 32),
      {
        name: "the commitment to an epoch key",
        type: "ok",
        is: "commitment",
        key: toHex(key),
        out: toHex(commitmentOf(key)),
      },
      { name: "HMAC", type: "ok", is: "HMAC", key: toHex(key), x: toHex(x), out: toHex(mac(key, x)) },
      {
        name: "a device's id",
        type: "ok",
        is: "device",
        ed: toHex(ana.ed.publicKey),
        x25519: toHex(ana.x.publicKey),
        out: toHex(deviceId(ana.ed.publicKey, ana.x.publicKey)),
      },
      {
        name: "an entry's hash",
        type: "ok",
        is: "entry",
        header: toHex(header),
        sig: toHex(sig),
        out: toHex(entryHash({ header, sig })),
      },
      {
        name: "a wording's hash",
        type: "ok",
        is: "version",
        device: toHex(ana.id),
        uid: toHex(uid),
        data: toHex(data),
        out: toHex(versionHash(ana.id, uid, data)),
      },
      {
        name: "a wording's hash where device, uid and DATA run into one another",
        type: "ok",
        is: "version",
        device: toHex(uid),
        uid: toHex(ana.id),
        data: toHex(concat(u32(0), data)),
        out: toHex(versionHash(uid, ana.id, concat(u32(0), data))),
      },
    ],
  }
}
