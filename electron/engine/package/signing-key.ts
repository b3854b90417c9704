import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'

/** A key file is a few hundred bytes; what is larger is something else. */
const MOST_BYTES = 64 * 1024

/** The examiner's key, ready to sign. */
export interface SigningKey {
  /** PEM, as `openssl pkey -pubout` writes it. */
  readonly publicPem: string
  /** SHA-256 of the public key as DER: `openssl pkey -pubin -in FILE -outform DER | sha256sum`. */
  readonly fingerprint: string
  /** 64 bytes (RFC 8032, Ed25519), the same each time for the same bytes. */
  sign(bytes: Uint8Array): Uint8Array
}

/**
 * Reads an Ed25519 private key in PEM (PKCS#8), encrypted or not. The key is opened for reading only and stays in
 * memory as long as it is used. Throws `not-found` and `key-unusable`, which says why.
 */
export function readSigningKey(path: string, passPhrase: string | null): SigningKey {
  const pem = readPem(path)
  if (pem.includes('ENCRYPTED') && (passPhrase === null || passPhrase === '')) {
    throw new AppError('key-unusable', `${path} is encrypted: it needs its pass phrase.`)
  }
  let key: KeyObject
  try {
    key = createPrivateKey(passPhrase === null ? pem : { key: pem, passphrase: passPhrase })
  } catch {
    // The words of the library say neither what was wrong nor anything that the user can act on.
    const why = pem.includes('ENCRYPTED')
      ? 'the pass phrase is wrong, or'
      : 'it is not a private key in PEM, or'
    throw new AppError('key-unusable', `${path} cannot be used: ${why} the file is damaged.`)
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new AppError('key-unusable', `${path} is a key of type ${key.asymmetricKeyType}, not Ed25519.`)
  }
  const publicKey = createPublicKey(key)
  return {
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    fingerprint: fingerprintOf(publicKey),
    sign: (bytes) => sign(null, bytes, key),
  }
}

export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

function readPem(path: string): string {
  try {
    if (statSync(path).size > MOST_BYTES)
      throw new AppError('key-unusable', `${path} is too large for a key.`)
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('not-found', `The key at ${path} cannot be read.`, { cause })
  }
}
