import { concat, toBase64url, toHex, utf8 } from "../../src/wire/index.ts"
import { inviteKeys } from "../../src/ledger/index.ts"
import { bytesOf } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

const logId = bytesOf("a log", 32)
const secret = bytesOf("a link's secret", 32)
const relay = "https://relay.example"
const app = "https://app.example/#j="
const payload = (v = 1, address: Uint8Array = utf8(relay)): Uint8Array =>
  concat(Uint8Array.of(v), logId, secret, address)

function keys(name: string): Vector {
  const made = inviteKeys(bytesOf(name, 32))
  return {
    name: `keys: ${name}`,
    type: "ok",
    is: "keys",
    secret: toHex(bytesOf(name, 32)),
    inviteId: toHex(made.inviteId),
    macKey: toHex(made.macKey),
    mailbox: toHex(made.H),
  }
}
const good = (name: string, link: string, address: string): Vector => ({
  name: `link: ${name}`,
  type: "ok",
  is: "link",
  link,
  logId: toHex(logId),
  secret: toHex(secret),
  relay: address,
})
const bad = (name: string, type: string, link: string): Vector => ({
  name: `link: ${name}`,
  type,
  is: "link",
  link,
})
const link = app + toBase64url(payload())

export function inviteVectors(): VectorFile {
  return {
    file: "invites",
    about:
      "spec/ledger.md §10: what comes out of a link's secret (is: keys), and the link itself (is: link). type: ok, link-data (no fragment, or no canonical base64url, or an address that is no UTF-8), link-cut (too short), link-version.",
    vectors: [
      keys("a link's secret"),
      keys("another link's secret"),
      {
        ...keys("zeros"),
        name: "keys: of a secret of zeros",
        secret: "00".repeat(32),
        ...hexKeys(new Uint8Array(32)),
      },
      good("as it is made", link, relay),
      good(
        "on this computer",
        `http://127.0.0.1:4700/#j=${toBase64url(payload(1, utf8("http://127.0.0.1:4700")))}`,
        "http://127.0.0.1:4700",
      ),
      good("without an address", app + toBase64url(payload(1, new Uint8Array(0))), ""),
      good(
        "with an address beyond ASCII",
        app + toBase64url(payload(1, utf8("https://m\u00fcnster.example"))),
        "https://m\u00fcnster.example",
      ),
      good("the fragment alone", link.slice(link.indexOf("#")), relay),
      good("with a blank and a line after it", `${link} \n`, relay),
      bad("no byte", "link-data", ""),
      bad("no fragment", "link-data", "https://app.example/"),
      bad("another fragment", "link-data", link.replace("#j=", "#k=")),
      bad("the secret as a query", "link-data", link.replace("#j=", "?j=")),
      bad("an empty fragment", "link-cut", app),
      bad("cut after the log", "link-cut", app + toBase64url(payload().subarray(0, 33))),
      bad("cut one byte before the secret's end", "link-cut", app + toBase64url(payload().subarray(0, 64))),
      bad("padding", "link-data", `${link}=`),
      bad("a blank in the middle", "link-data", `${link.slice(0, 60)} ${link.slice(60)}`),
      bad("the other alphabet", "link-data", `${link.slice(0, 60)}+${link.slice(61)}`),
      bad("one sign that makes no byte", "link-data", `${app}${"A".repeat(89)}`),
      bad(
        "a bit set that carries nothing",
        "link-data",
        `${app}${toBase64url(payload(1, new Uint8Array(0))).slice(0, -1)}B`,
      ),
      bad("version 0", "link-version", app + toBase64url(payload(0))),
      bad("version 2", "link-version", app + toBase64url(payload(2))),
      bad("an address that is no UTF-8", "link-data", app + toBase64url(payload(1, Uint8Array.of(0xff)))),
      bad(
        "an address with half of a pair",
        "link-data",
        app + toBase64url(payload(1, Uint8Array.of(0xed, 0xa0, 0x80))),
      ),
    ],
  }
}

function hexKeys(of: Uint8Array<ArrayBuffer>): Readonly<Record<string, string>> {
  const made = inviteKeys(of)
  return { inviteId: toHex(made.inviteId), macKey: toHex(made.macKey), mailbox: toHex(made.H) }
}
