// The ground floor of the record: keys, sealing, opening, placing, invites.
//
// Promises: what is sealed opens only for who holds the epoch's key, and says exactly what was sealed; a body commits to its key; a key is wrapped only to
// devices that stand in the log; the honest writer is told before signing what could not be read back. Every step of an invitation is a pure function of what
// was stored before it. Clock-free; dice and WebCrypto are passed in as Tools.
// Never: a key from the network; a private key outside the encrypted local store; a rule about who may write (that is wire's one fold).
//
// Start reading: spec/ledger.md §9–11, then seal.ts, place.ts, wrap.ts, invite.ts, exchange.ts.
export type { Tools } from "./tools.ts"
export { derive, mac } from "./tools.ts"
export { createDevice, deviceFromBytes, deviceToBytes, sign } from "./device.ts"
export type { DeviceKeys } from "./device.ts"
export { makeDeviceAdd, makeRecoverySet, recoveryKeys, withoutRecovery } from "./own-keys.ts"
export { isData, open, openBody, openShown, seal } from "./seal.ts"
export type { Data, Opened, SealPlace, Unreadable } from "./seal.ts"
export { blindIn, readSeen, seenBlind, seenName } from "./seen.ts"
export { createDraft, createLog, place } from "./place.ts"
export { bytesOfRef, deviceOfRef, draftRedact, refOf } from "./drafts.ts"
export type { AnyDraft, ContentDraft, ControlDraft, Placed } from "./place.ts"
export { commitmentOf, freshEpoch, unwrap } from "./wrap.ts"
export type { Recipient, WrapPlace } from "./wrap.ts"
export { epochBegunBy, epochKeyFrom } from "./epoch-key.ts"
export { lackedEpochs, owedRewraps, rewrapDrafts } from "./rewrap-owed.ts"
export type { KeyView, Owed } from "./rewrap-owed.ts"
export { makeRewrap, readLacks, readRewrap, rewrapKinds, takeRewrap } from "./rewrap.ts"
export type { Rewrap, RewrapFault } from "./rewrap.ts"
export {
  checkRequest,
  createInvitation,
  draftCancel,
  draftInvite,
  inviteKeys,
  inviteLink,
  makeRequest,
  readLink,
  requestHash,
  sasWords,
  startJoining,
} from "./invite.ts"
export type { Invitation, InviteKeys, Joining, Link, Request } from "./invite.ts"
export { makeAnswer, makeEnded, makeReveal, readAnswer, readEnded, readReveal } from "./exchange.ts"
export type { Answer, EndReason, Exchange, SignedSlot } from "./exchange.ts"
export { answerUid, heldIn, openHeld, prepareAnswer, readHeld } from "./held.ts"
export type { Answerer, HeldAnswer, HeldFault, HeldKey, PreparedAnswer, Round } from "./held.ts"
export { decideRelease } from "./held-decide.ts"
export { openedAnswers } from "./held-opened.ts"
export { makeRelease, readRelease, releasedKey } from "./held-release.ts"
export type { Release } from "./held-release.ts"
export { viewRound } from "./held-round.ts"
export type { RoundEntry, RoundNames, RoundView, StandingAnswer } from "./held-round.ts"
export { formOf, headWords, makeExport, sealExport, shownBy } from "./export.ts"
export type { ExportForm, ExportLog, Shown } from "./export.ts"
export { FILES_MAX, filesInOrder } from "./export-files.ts"
export type { FileReport, GivenFile } from "./export-files.ts"
export { intervalOf, isSignedBy, RECEIPTS_MAX } from "./export-receipts.ts"
export type { Interval, RelayWord, VouchedReport } from "./export-receipts.ts"
export { EXPORT_COST } from "./sealed-file.ts"
export type { StretchExport } from "./sealed-file.ts"
export { stretchExport } from "./export-stretch.ts"
export { COPY_PARTS_MAX, copyBytes, sealCopy } from "./copy.ts"
export type { Copy, CopyFile, CopyPart, CopyRow, CopyThing } from "./copy.ts"
export { copyFaultOf, openCopy, readCopy } from "./open-copy.ts"
export type { CopyFault, OpenedCopy } from "./open-copy.ts"
export { filesOfExport, logsOfExport, verifyExport } from "./verify-export.ts"
export type { ExportFault } from "./export-layout.ts"
export type { EntryReport, ExportReport, LogReport, VerifyDeps } from "./verify-export.ts"
export { codeKeys, newCode, printCode, readCode } from "./recovery-code.ts"
export type { CodeFault, CodeKeys } from "./recovery-code.ts"
export { openSlot, sealSlot } from "./slot.ts"
export type { Slot, SlotFault } from "./slot.ts"
export { fitsBatch, openBatch, sealBatch } from "./batch.ts"
export { following, stateAt } from "./follows.ts"
export type { Follows, Standing } from "./follows.ts"
export type { BatchFault, BatchPlace, OpenBatch } from "./batch.ts"
export { openSheetKeys, sealSheetKeys, SHEET_KEYS_MAX } from "./sheet-keys.ts"
export type { SheetKey } from "./sheet-keys.ts"
export { deviceLink, linkHash, linkKeys, linkWords, readDeviceLink } from "./link.ts"
export type { DeviceLink, LinkKeys, LinkSaid } from "./link.ts"
export {
  checkLinkRequest,
  encodeHello,
  encodeLinkEnd,
  letterKinds,
  linkEnds,
  makeLinkRequest,
  openLetter,
  readHello,
  readLinkEnd,
  sealLetter,
} from "./link-letters.ts"
export type { Adder, Hello, Letter, LetterKind, LinkEnd, LinkRequest } from "./link-letters.ts"
export { openSpaceKeys, sealSpaceKeys, SPACE_KEYS_MAX } from "./space-keys.ts"
export type { SpaceKey, SpaceOf } from "./space-keys.ts"
export { makeWelcome, openWelcome } from "./welcome.ts"
export type { EpochKeyOf, Parcel, Welcome } from "./welcome.ts"
export { openParcelPiece, parcelPlace, parcelStores, piecesFor, sealParcelPiece } from "./parcel.ts"
export { fileNameData, fileNamesIn, isMediaType, openFile, readFileName, sealFile } from "./file.ts"
export type { FileFault, FileName, FilePlace, SealedFile } from "./file.ts"
