// The cellar: bytes, the open half of the record, and the one public fold.
//
// Promises: the same verdict on relay, client and verifier, because it is the same code; no bytes whatever make it throw; nothing here can open an entry,
// knows a key that opens one, reads a clock or throws dice. WebCrypto is passed in and alone verifies signatures.
// Never: a rule of its own in the relay or in the app about who may write. If it is not said here, it is not so.
//
// Start reading: spec/ledger.md, then header.ts (the 148 bytes), fold.ts (structural against void), check.ts (signatures first, then the fold),
// protocol.ts (what client and relay say to each other).
export {
  concat,
  copy,
  equalBytes,
  fromBase64url,
  fromHex,
  isZero,
  Reader,
  toBase64url,
  toHex,
  u16,
  u32,
  u64,
  utf8,
} from "./bytes.ts"
export type { Bytes } from "./bytes.ts"
export { bad, good } from "./outcome.ts"
export type { Outcome } from "./outcome.ts"
export type { Structural, VoidReason } from "./structural.ts"
export { H, sha, signedMessage } from "./hash.ts"
export {
  authBytes,
  decodeSignIn,
  encodeSignIn,
  NONCE_SIZE,
  purposeOf,
  purposes,
  SIGN_IN_MAX,
  statementBytes,
} from "./sign-in.ts"
export type { Purpose, SignIn, Statement } from "./sign-in.ts"
export { BACK_MAX, decodeBack, encodeBack } from "./giving-back.ts"
export type { Back, ItsWord } from "./giving-back.ts"
export {
  BODY_MAX,
  BODY_OVERHEAD,
  bodyHash,
  CONTROL_MAX,
  decodeHeader,
  decodeRef,
  deviceId,
  encodeHeader,
  encodeRef,
  entryHash,
  HEADER_LENGTH,
  RECORD_HEAD,
  sameEntry,
  SIG_LENGTH,
  VERSION,
  versionHash,
} from "./header.ts"
export type { Entry, Header, Kind } from "./header.ts"
export { checkEd25519Key, checkSignatureBytes, checkX25519Key, createVerify } from "./keys.ts"
export type { Verify } from "./keys.ts"
export type { Algorithm, CryptoKeyLike, JsonKey, KeyUse, SubtleLike } from "./subtle.ts"
export { DATA_MAX, decodeData, encodeData } from "./data.ts"
export type { DataFault, DecodeUtf8, Json } from "./data.ts"
export {
  decodeControl,
  decodeGenesis,
  decodeRedact,
  encodeControl,
  encodeCore,
  encodeGenesis,
  encodeRedact,
} from "./control-layout.ts"
export type { DecodedControl } from "./control-layout.ts"
export { ops } from "./control.ts"
export type {
  Act,
  Admit,
  Continue,
  Control,
  DeviceAdd,
  DeviceRemove,
  EpochBlock,
  Genesis,
  RecoverySet,
  Redact,
  RedactTarget,
  RelaySet,
  Wrap,
} from "./control.ts"
export {
  activeIds,
  devicesBytes,
  emptyLog,
  isActive,
  isRedacted,
  isUnclaimed,
  memberOf,
  presentMembers,
  readerIds,
  signerOf,
  writerOf,
} from "./state.ts"
export type { Compared, Device, Head, Invite, LogState, Member, Proposal, Signer } from "./state.ts"
export { nothingSighted, sight, stateFrom } from "./seen-again.ts"
export type { Sighted } from "./seen-again.ts"
export { foldEntry } from "./fold.ts"
export type { EntryVerdict, Folded } from "./fold.ts"
export type { Proofs } from "./proofs.ts"
export { DEVICES_MAX, goesWith, popDeviceBytes, popRecoveryBytes, recoveryId } from "./fold-devices.ts"
export { MEMBERS_MAX, popJoinBytes } from "./fold-invites.ts"
export { isAgreed, proposedHash } from "./proposed.ts"
export { checkEntries, proofsOf } from "./check.ts"
export type { Checked } from "./check.ts"
export { decodeRun, encodeRun, limits, live, relayErrors, slots } from "./protocol.ts"
export type { RelayError, Slot } from "./protocol.ts"
export {
  decodeServerLine,
  encodeServerLine,
  endsWithMove,
  goesOnElsewhere,
  isOrigin,
  originHash,
} from "./server-line.ts"
export type { ServerLine } from "./server-line.ts"
export { BATCH_OVERHEAD, batchLimits, batchSteps, isBatchSize, SLOT_PLAIN, SLOT_SIZE } from "./batches.ts"
export {
  blobId,
  devicesOf,
  FILE_HEAD,
  FILE_PIECE,
  fileLimits,
  letGoBy,
  partCount,
  partLength,
  piecesFor,
  piecesIn,
  sealedSize,
} from "./files.ts"
export type { LetGo } from "./files.ts"
