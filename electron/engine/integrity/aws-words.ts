import type { IntegrityLevel, IntegrityReason } from '../../../shared/domain/integrity.ts'

/**
 * The words of `aws cloudtrail validate-logs` for a digest, where it has any (CloudTrail User Guide, "Validating with
 * the AWS CLI"). Null where that program would not look at what we looked at, or needs what the files do not hold.
 */
export function digestWords(
  reasons: readonly IntegrityReason[],
  key: { readonly region: string; readonly fingerprint: string } | null,
  level: IntegrityLevel = 'none',
): string | null {
  const has = (reason: IntegrityReason) => reasons.includes(reason)
  if (has('not-in-import')) return 'INVALID: not found'
  if (has('moved')) return 'INVALID: has been moved from its original location'
  if (has('invalid-format') || has('damaged')) return 'INVALID: invalid format'
  if (has('key-not-found') && key !== null)
    return `INVALID: public key not found in region ${key.region} for fingerprint ${key.fingerprint}`
  if (has('key-unreadable') && key !== null)
    return `INVALID: Unable to load PKCS #1 key with fingerprint ${key.fingerprint}`
  if (has('signature-failed')) return 'INVALID: signature verification failed'
  return level === 'signature' ? 'valid' : null
}

/**
 * The same for a log file. AWS's tool looks at the logs of a digest only after it has checked its signature, so nothing
 * but a log of a signed digest can be what it calls valid.
 */
export function logWords(reasons: readonly IntegrityReason[], level: IntegrityLevel): string | null {
  const has = (reason: IntegrityReason) => reasons.includes(reason)
  if (has('not-in-import') || has('moved')) return 'INVALID: not found'
  if (has('trailing-data') || has('joined-members'))
    return 'INVALID: unexpected data after end of compressed stream'
  if (has('damaged')) return 'INVALID: invalid format'
  if (has('hash-differs')) return "INVALID: hash value doesn't match"
  // AWS's tool would read the file, which was not possible.
  return level === 'signature' && !has('hash-from-import') ? 'valid' : null
}
