import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import { isObject, textAt, valueAt } from '../signin/fields.ts'

/** Public keys by fingerprint; null for one whose bytes are no RSA key. */
export type KeyRing = ReadonlyMap<string, readonly (KeyObject | null)[]>

export interface KeyFile {
  readonly path: string
  readonly sha256: string
  readonly keys: number
}

/**
 * Reads the saved answers of `aws cloudtrail list-public-keys`, for one region each (the answer names it
 * `PublicKeyList`, the API `publicKeyList`). A key is base64 of DER, PKCS#1 as documented or SubjectPublicKeyInfo as
 * in one sample. Throws `invalid-input`.
 */
export function readKeyFiles(paths: readonly string[]): {
  readonly ring: KeyRing
  readonly files: KeyFile[]
} {
  const ring = new Map<string, (KeyObject | null)[]>()
  const files = paths.map((path) => {
    const bytes = readKeyFile(path)
    const entries = keyEntries(bytes, path)
    for (const { fingerprint, value } of entries) {
      const keys = ring.get(fingerprint)
      if (keys === undefined) ring.set(fingerprint, [publicKey(value)])
      else keys.push(publicKey(value))
    }
    return { path, sha256: createHash('sha256').update(bytes).digest('hex'), keys: entries.length }
  })
  return { ring, files }
}

function readKeyFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new AppError('invalid-input', `The file with public keys cannot be read: ${path}`, { cause })
  }
}

function keyEntries(bytes: Buffer, path: string): { readonly fingerprint: string; readonly value: string }[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AppError('invalid-input', `${path} is not JSON.`, { cause })
  }
  const list = Array.isArray(parsed)
    ? parsed
    : isObject(parsed)
      ? (valueAt(parsed, 'PublicKeyList') ?? valueAt(parsed, 'publicKeyList'))
      : undefined
  const entries = Array.isArray(list) ? list.map(entryOf) : []
  const complete = entries.filter((entry) => entry !== null)
  if (complete.length === 0 || complete.length < entries.length) {
    throw new AppError('invalid-input', `${path} is not an answer of aws cloudtrail list-public-keys.`)
  }
  return complete
}

function entryOf(entry: unknown): { readonly fingerprint: string; readonly value: string } | null {
  const fingerprint = textAt(entry, 'Fingerprint') ?? textAt(entry, 'fingerprint')
  const value = textAt(entry, 'Value') ?? textAt(entry, 'value')
  return fingerprint === null || value === null ? null : { fingerprint: fingerprint.toLowerCase(), value }
}

function publicKey(base64: string): KeyObject | null {
  const key = Buffer.from(base64, 'base64')
  for (const type of ['pkcs1', 'spki'] as const) {
    try {
      const made = createPublicKey({ key, format: 'der', type })
      if (made.asymmetricKeyType === 'rsa') return made
    } catch {
      // Not in this form.
    }
  }
  return null
}

/** What comes of one signature (hexadecimal, RSA PKCS#1 v1.5 with SHA-256) over a text. */
export function checkSignature(
  ring: KeyRing,
  fingerprint: string,
  text: string,
  signature: string,
): 'match' | 'signature-failed' | 'key-not-found' | 'key-unreadable' {
  const keys = ring.get(fingerprint.toLowerCase())
  if (keys === undefined) return 'key-not-found'
  const readable = keys.filter((key) => key !== null)
  if (readable.length === 0) return 'key-unreadable'
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return 'signature-failed'
  const bytes = Buffer.from(signature, 'hex')
  const data = Buffer.from(text, 'utf8')
  return readable.some((key) => verify('RSA-SHA256', data, key, bytes)) ? 'match' : 'signature-failed'
}
