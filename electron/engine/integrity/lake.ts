import type { IntegrityCheck, IntegrityReason } from '../../../shared/domain/integrity.ts'
import type { ReadableCase } from '../case/rights.ts'
import { textAt, valueAt } from '../signin/fields.ts'
import { isInvalid } from './found.ts'
import { checkSignature, type KeyRing } from './keys.ts'
import { baseName } from './names.ts'
import { type LedgerFile, ledgerFiles, type Reread, rereadFiles } from './sources.ts'

/** What `result_sign.json` says (CloudTrail User Guide, "Validate saved query results"). */
interface SignFile {
  readonly region: string | null
  readonly fingerprint: string
  readonly signature: string
  readonly files: readonly { readonly name: string; readonly hash: string }[]
}

const SHA256 = /^[0-9a-f]{64}$/
const SIGN_BYTES = 64 * 1024 * 1024

/**
 * Validates saved results of CloudTrail Lake queries: other rules than for digests. The hash of each file covers its
 * packed bytes, the signature stands inside the sign file and covers all hashes, joined by one space.
 */
export async function verifyLake(
  db: ReadableCase,
  ring: KeyRing | null,
  signal: AbortSignal,
): Promise<IntegrityCheck[]> {
  const files = ledgerFiles(db)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const signs: { readonly file: LedgerFile; readonly sign: SignFile | string }[] = []
  const signFiles = files.filter(({ format }) => format === 'lake-signature')
  await rereadFiles(signFiles, SIGN_BYTES, signal, (file, read) => signs.push({ file, sign: signOf(read) }))
  const wanted = new Map<string, LedgerFile>()
  for (const { file, sign } of signs) {
    if (typeof sign === 'string') continue
    for (const { name } of sign.files) {
      const result = byPath.get(beside(file.path, name))
      if (result !== undefined) wanted.set(result.path, result)
    }
  }
  const reads = new Map<string, Reread>()
  await rereadFiles([...wanted.values()], 0, signal, (file, read) => reads.set(file.path, read))
  return signs.flatMap(({ file, sign }) => checksOf(file, sign, ring, wanted, reads))
}

function checksOf(
  file: LedgerFile,
  sign: SignFile | string,
  ring: KeyRing | null,
  wanted: ReadonlyMap<string, LedgerFile>,
  reads: ReadonlyMap<string, Reread>,
): IntegrityCheck[] {
  if (typeof sign === 'string') {
    return [check(file.path, file, ['invalid-format'], 'none', 'invalid', { detail: sign, region: null })]
  }
  const { region } = sign
  const text = sign.files.map(({ hash }) => hash).join(' ')
  const result = ring === null ? 'no-keys' : checkSignature(ring, sign.fingerprint, text, sign.signature)
  const reasons: IntegrityReason[] = result === 'match' ? [] : [result]
  const verdict = isInvalid(reasons)
    ? 'invalid'
    : result === 'match'
      ? 'valid'
      : ring === null
        ? 'not-checked'
        : 'not-authenticated'
  const isSigned = result === 'match'
  const detail = isSigned || ring === null ? null : `The key has the fingerprint ${sign.fingerprint}.`
  const own = check(file.path, file, reasons, isSigned ? 'signature' : 'none', verdict, { detail, region })
  const listed = sign.files.map(({ name, hash }) => {
    const path = beside(file.path, name)
    const found = wanted.get(path)
    if (found === undefined) {
      const named = { detail: `It is listed by ${file.path}.`, region, stated: hash }
      return check(path, null, ['not-in-import'], 'none', 'missing', named)
    }
    const read = reads.get(path)
    const now = read !== undefined && 'content' in read ? read.content.sha256 : null
    const sha256 = now ?? found.sha256
    const facts = { detail: null, region, stated: hash, sha256 }
    const from: IntegrityReason[] = now === null ? ['hash-from-import'] : []
    if (read !== undefined && 'unreadable' in read && read.refused === true) from.push('not-opened')
    if (now !== null && found.sha256 !== null && now !== found.sha256) from.push('changed-since-import')
    if (sha256 !== hash) {
      const differs = `SHA-256 of the file is ${sha256}; the sign file states ${hash}.`
      return check(path, found, [...from, 'hash-differs'], 'none', 'invalid', { ...facts, detail: differs })
    }
    if (isInvalid(from)) return check(path, found, from, 'hash', 'invalid', facts)
    if (isSigned) return check(path, found, from, 'signature', 'valid', facts)
    const behind: IntegrityReason =
      verdict === 'invalid'
        ? 'digest-invalid'
        : ring === null
          ? 'digest-unsigned'
          : 'digest-not-authenticated'
    const level = ring === null ? 'valid' : 'not-authenticated'
    return check(path, found, [...from, behind], 'hash', level, facts)
  })
  return [own, ...listed]
}

function check(
  object: string,
  file: LedgerFile | null,
  reasons: IntegrityReason[],
  level: IntegrityCheck['level'],
  verdict: IntegrityCheck['verdict'],
  facts: {
    readonly detail: string | null
    readonly region: string | null
    /** What the sign file states, and what the result has. */
    readonly stated?: string
    readonly sha256?: string | null
  },
): IntegrityCheck {
  const { detail, region, stated = null, sha256 = file?.contentSha256 ?? null } = facts
  return {
    kind: 'lake',
    object,
    path: file?.path ?? null,
    sourceId: file?.id ?? null,
    account: null,
    region,
    backfill: false,
    verdict,
    level,
    reasons,
    detail,
    awsWords: null,
    fails: verdict === 'invalid' || verdict === 'missing' || verdict === 'not-authenticated',
    contentSha256: sha256,
    statedSha256: stated !== null && SHA256.test(stated) ? stated : null,
  }
}

function signOf(read: Reread): SignFile | string {
  if ('unreadable' in read) return read.unreadable
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(read.content.content ?? []).toString('utf8'))
  } catch {
    return 'It is not valid JSON.'
  }
  const fingerprint = textAt(parsed, 'publicKeyFingerprint')
  const signature = textAt(parsed, 'hashSignature')
  const list = valueAt(parsed, 'files')
  if (fingerprint === null || signature === null || !Array.isArray(list))
    return 'It is not a complete sign file.'
  const files: { name: string; hash: string }[] = []
  for (const entry of list) {
    const name = textAt(entry, 'fileName')
    const hash = textAt(entry, 'fileHashValue')
    if (name === null || hash === null) return 'It lists a file without its name or hash.'
    files.push({ name: baseName(name), hash })
  }
  return { region: textAt(parsed, 'region'), fingerprint, signature, files }
}

function beside(path: string, name: string): string {
  return path.slice(0, path.length - baseName(path).length) + name
}
