import { checkPrimeSync, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A key pair for signing the sample, and what `aws cloudtrail list-public-keys` would say of it. */
export interface MadeKey {
  readonly privateKey: KeyObject
  readonly fingerprint: string
  /** Base64 of the DER form of PKCS#1. */
  readonly publicValue: string
}

const PRIME_BITS = 1024n
const EXPONENT = 65537n

/**
 * An RSA key of 2048 bits that is the same on every run, so that the sample is. It protects nothing: whoever has the
 * program can make it.
 */
export function madeKey(seed: string): MadeKey {
  const p = primeOf(`${seed} p`)
  const q = primeOf(`${seed} q`)
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n))
  const jwk = {
    kty: 'RSA',
    n: base64Url(p * q),
    e: base64Url(EXPONENT),
    d: base64Url(d),
    p: base64Url(p),
    q: base64Url(q),
    dp: base64Url(d % (p - 1n)),
    dq: base64Url(d % (q - 1n)),
    qi: base64Url(inverse(q, p)),
  }
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  const der = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'pkcs1' })
  const fingerprint = createHash('sha256').update(der).digest('hex').slice(0, 32)
  return { privateKey, fingerprint, publicValue: der.toString('base64') }
}

/** The first prime from a number that the seed gives, whose two highest bits and lowest bit are set. */
function primeOf(seed: string): bigint {
  const blocks = Array.from({ length: 4 }, (_, index) =>
    createHash('sha256').update(`${seed} ${index}`).digest('hex'),
  )
  let candidate = BigInt(`0x${blocks.join('')}`) | (3n << (PRIME_BITS - 2n)) | 1n
  while (!checkPrimeSync(candidate) || candidate % EXPONENT === 1n) candidate += 2n
  return candidate
}

/** The number whose product with `value` leaves 1 when it is divided by `modulus`. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus]
  let [before, factor] = [0n, 1n]
  while (next > 0n) {
    const quotient = rest / next
    ;[rest, next] = [next, rest - quotient * next]
    ;[before, factor] = [factor, before - quotient * factor]
  }
  return ((before % modulus) + modulus) % modulus
}

function base64Url(value: bigint): string {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}
