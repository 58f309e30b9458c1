import { requests } from "./letters-request.ts"
import { signedLetters } from "./letters-signed.ts"
import type { VectorFile } from "./shape.ts"

export async function letterVectors(): Promise<VectorFile> {
  return {
    file: "letters",
    about:
      "spec/ledger.md §10: what lies in the mailbox of an invitation, each held against the log, the invite entry and the request it is about, and, where it is signed, against the key ed. type: ok with what it says, layout, mac, keys, pop, other-request, commitment or signature.",
    vectors: [...(await requests()), ...(await signedLetters())],
  }
}
