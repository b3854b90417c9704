import { z } from 'zod'
import { ReportOptions } from './report.ts'
import { Bytes, Count, Sha256 } from './units.ts'

/** What a package is made of beside the report's own options. */
export const PackageOptions = z.object({
  report: ReportOptions,
  /** The examiner's Ed25519 key, PEM as `openssl genpkey -algorithm ed25519` writes it; null for no signature. */
  signKey: z.object({ path: z.string().min(1), passPhrase: z.string().nullable() }).nullable(),
  /** Whether the case file itself is in it, sealed. */
  withCase: z.boolean(),
})
export type PackageOptions = z.infer<typeof PackageOptions>

/** A package that was written, as the custody log names it. */
export const WrittenPackage = z.object({
  path: z.string(),
  format: z.literal('package'),
  bytes: Bytes,
  sha256: Sha256,
  /** Sign-ins in the report. */
  rows: Count,
  pages: Count.nullable(),
  /** Files in the package, and the hash of their list of hashes. */
  files: Count,
  sumsSha256: Sha256,
  /** SHA-256 of the public key as DER; null when the package is not signed. */
  signedBy: Sha256.nullable(),
  /** False when no validation of log files was run in the case. */
  validated: z.boolean(),
})
export type WrittenPackage = z.infer<typeof WrittenPackage>

export const PackageProgress = z.object({ file: z.string(), done: Count, total: Count })
export type PackageProgress = z.infer<typeof PackageProgress>

/** Why a member of a zip is not taken for a file of a package. */
export const MEMBER_REFUSALS = [
  'name-unsafe',
  'name-twice',
  'encrypted',
  'method',
  'too-large',
  'damaged',
  'size-differs',
] as const

export const SIGNATURES = ['good', 'bad', 'other-key', 'unsigned'] as const

/** What is found in a package by somebody who got it. */
export const PackageCheck = z.object({
  holds: z.boolean(),
  files: Count,
  /** In the list of hashes, and with another content. */
  changed: z.array(z.string()),
  /** In the list of hashes, and not in the package. */
  missing: z.array(z.string()),
  /** In the package, and not in the list of hashes. */
  extra: z.array(z.string()),
  refused: z.array(z.object({ name: z.string(), why: z.enum(MEMBER_REFUSALS) })),
  /** Lines of the list of hashes that are none; null when there is no list. */
  badLines: z.array(Count).nullable(),
  signature: z.enum(SIGNATURES),
  /** SHA-256 of the public key in the package, as DER. */
  signedBy: Sha256.nullable(),
  /** The custody log of the package; null when there is none. */
  custody: z.object({ entries: Count, firstBroken: Count.nullable(), head: Sha256.nullable() }).nullable(),
  /** Records whose bytes have another hash than their line states; null when there is no file of records. */
  records: z.object({ total: Count, wrong: z.array(Count) }).nullable(),
})
export type PackageCheck = z.infer<typeof PackageCheck>
