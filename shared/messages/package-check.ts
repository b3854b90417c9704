import type { MEMBER_REFUSALS, SIGNATURES } from '../domain/package.ts'

/** Why a member of a zip is not taken for a file of a package. The command line speaks English. */
export const refusalWords = {
  en: {
    'name-unsafe': 'its name would lead out of the folder, or is none that every system can write',
    'name-twice': 'another file has the same name',
    encrypted: 'it is encrypted',
    method: 'it is packed in a way that packages do not use',
    'too-large': 'it would unpack to far more than a package of this size holds',
    damaged: 'it is damaged',
    'size-differs': 'it has another length than the zip states',
  } satisfies Record<(typeof MEMBER_REFUSALS)[number], string>,
} as const

export const signatureWords = {
  en: {
    good: 'The signature is good. Compare the fingerprint of the key with the one that the examiner told you:',
    bad: 'THE SIGNATURE IS NOT GOOD: the list of hashes is not what was signed, or a part of the signature is missing.',
    'other-key': 'Signed, but not with the key that you gave. Fingerprint of the key in the package:',
    unsigned: 'The package is not signed: whoever changed a file could have changed its hash too.',
  } satisfies Record<(typeof SIGNATURES)[number], string>,
} as const

export const packageCheckTexts = {
  en: {
    changed: (name: string) => `changed: ${name}`,
    missing: (name: string) => `missing: ${name}`,
    extra: (name: string) => `not in SHA256SUMS: ${name}`,
    refused: (name: string, why: string) => `refused: ${name}: ${why}`,
    noSums: 'There is no SHA256SUMS: this is no package, or it was taken out.',
    badLine: (line: string) => `SHA256SUMS: line ${line} is not a line of hashes`,
    badRecord: (line: string) => `records.jsonl: line ${line} has other bytes than its hash states`,
    badEntry: (entry: string) => `custody.jsonl: the log is broken at entry ${entry}`,
    holds: (files: string) => `All ${files} files are as they were packed.`,
    holdsNot: 'The package does not hold.',
  },
} as const
