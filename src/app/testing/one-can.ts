/** What of a session and a keeper reads, or changes nothing on the disk, by name. Tests only. */
export const reads: ReadonlySet<string> = new Set([
  ...["snapshot", "subscribe", "may", "shared", "takenOutBy", "whereIs", "draft"].map((n) => `session.${n}`),
  ...["sharedOf", "ownOf", "elsewhere.other", "elsewhere.earlier", "elsewhere.at"].map((n) => `session.${n}`),
  "session.elsewhere.own",
  ...["beside", "look", "bytes"].map((n) => `session.files.${n}`),
  // Ten seconds later it is what putting a draft away is; until then nothing is written (throwing.test.ts).
  "session.throwAwayDrafts",
  "session.restoreDrafts",
  ...["state", "lock", "saveCopy", "keepCopy", "address", "isLinking", "usage"].map((n) => `keeper.${n}`),
])
/** Everything a session or a keeper can do, by name. */
export function namesIn(of: object, prefix: string): readonly string[] {
  return Object.entries(of).flatMap(([name, one]): readonly string[] =>
    typeof one === "function" ? [`${prefix}.${name}`] : namesIn(Object(one), `${prefix}.${name}`),
  )
}
