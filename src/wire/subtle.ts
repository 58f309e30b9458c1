/** The part of WebCrypto we use, said by its shape: the pure floors know no browser and no machine, so it is passed in. */
export interface CryptoKeyLike {
  readonly type: string
}
export type KeyUse = "sign" | "verify" | "encrypt" | "decrypt" | "deriveBits" | "deriveKey"
export interface Algorithm {
  readonly name: string
  readonly [parameter: string]: unknown
}
export interface JsonKey {
  readonly kty?: string
  readonly crv?: string
  readonly x?: string
  readonly d?: string
  readonly [field: string]: unknown
}
export interface SubtleLike {
  importKey(
    format: "raw" | "pkcs8" | "spki",
    key: Uint8Array<ArrayBuffer>,
    algorithm: Algorithm,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<CryptoKeyLike>
  importKey(
    format: "jwk",
    key: JsonKey,
    algorithm: Algorithm,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<CryptoKeyLike>
  exportKey(format: "raw" | "pkcs8" | "spki", key: CryptoKeyLike): Promise<ArrayBuffer>
  exportKey(format: "jwk", key: CryptoKeyLike): Promise<JsonKey>
  generateKey(
    algorithm: Algorithm,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<{ readonly publicKey: CryptoKeyLike; readonly privateKey: CryptoKeyLike }>
  sign(algorithm: Algorithm, key: CryptoKeyLike, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  verify(
    algorithm: Algorithm,
    key: CryptoKeyLike,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>
  encrypt(algorithm: Algorithm, key: CryptoKeyLike, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  decrypt(algorithm: Algorithm, key: CryptoKeyLike, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  deriveBits(algorithm: Algorithm, key: CryptoKeyLike, length: number): Promise<ArrayBuffer>
}
