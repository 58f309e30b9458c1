import { buildPlanted } from "../planted-build.ts"
import type { Edit } from "../planted-build.ts"

export { mark, scriptsOf } from "../planted-build.ts"

const ofTheLink = (secret: string): string =>
  `return [...inviteKeys(${secret}).macKey.subarray(0, 7)].map((byte) => byte % 64)`

export const faults = {
  "no MAC": [
    {
      file: "ledger/invite.ts",
      from: "if (!equalBytes(mac(keys.macKey, macBytes(invitation.logId, inviteEntryHash, rest)), given))",
      to: "if (given.length !== 32)",
    },
  ],
  "words of the link's secret": [
    {
      file: "app/inviting/invite.ts",
      from: "return sasWords({ logId: shared.state.logId, inviter, joiner, nA: inviting.nA, nB: joiner.nB })",
      to: ofTheLink("inviting.secret"),
    },
    {
      file: "app/inviting/join.ts",
      from: "return sasWords({ logId: j.logId, inviter: { ed, x }, joiner, nA, nB: j.nB })",
      to: ofTheLink("j.secret"),
    },
  ],
} as const satisfies Readonly<Record<string, readonly Edit[]>>
export type Fault = keyof typeof faults

export function buildWith(fault: Fault): Promise<string> {
  return buildPlanted(fault, faults[fault])
}
