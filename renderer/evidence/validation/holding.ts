import type { IntegritySummary } from '../../../shared/domain/integrity.ts'

/**
 * What a validation that holds has shown. `partly`: some log files stand under a checked signature, the others only
 * under a digest whose signature is not among the files. `unsigned`: keys were given, and no signature was there to
 * be checked with them, so that whoever made the digests made what they say. `nothing`: no digest lists a log.
 */
export type Holding = 'signed' | 'partly' | 'unsigned' | 'chain' | 'nothing'

export function holdingOf({ keyFiles, logsAtLeast }: IntegritySummary): Holding {
  const { hash, signature } = logsAtLeast
  if (hash === 0) return 'nothing'
  if (keyFiles.length === 0) return 'chain'
  if (signature === 0) return 'unsigned'
  return signature < hash ? 'partly' : 'signed'
}
