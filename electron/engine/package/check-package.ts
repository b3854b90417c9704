import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { PackageCheck } from '../../../shared/domain/package.ts'
import { AppError } from '../../../shared/errors.ts'
import { custodyCheck, recordsCheck } from './line-checks.ts'
import { fingerprintOf } from './signing-key.ts'
import { listMembers, readMember, refusalOf } from './zip-reader.ts'

const SUMS = 'SHA256SUMS'
const SIGNATURE = 'SHA256SUMS.sig'
const KEY = 'public-key.pem'
/** What every package has: a list of hashes without one of them was made by somebody else, or made anew. */
const ALWAYS_THERE = [
  'README.txt',
  'report.pdf',
  'report.html',
  'options.json',
  'records.jsonl',
  'sources.sha256',
  'ledger.csv',
  'validation.json',
  'validation.txt',
  'custody.jsonl',
] as const
/** Files that are looked at as a whole, and how large they may be. */
const KEPT: Readonly<Record<string, number>> = { [SUMS]: 64 * 1024 * 1024, [SIGNATURE]: 4096, [KEY]: 65_536 }

/**
 * Does in one step what README.txt of a package does with `sha256sum` and `openssl`, and names what differs. `ownKey`:
 * the public key of the examiner as the recipient has it; a package signed with another one does not hold. Nothing is
 * unpacked to the disk. Throws `not-found` and, for what is no zip or no key, `invalid-input`.
 */
export async function checkPackage(
  path: string,
  ownKey: string | null,
  signal: AbortSignal,
): Promise<PackageCheck> {
  const own = ownKey === null ? null : readPublicKey(ownKey)
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('not-found', `No package at ${path}.`, { cause })
  })
  const hashes = new Map<string, string>()
  const kept = new Map<string, Buffer>()
  const refused: PackageCheck['refused'] = []
  let custody: PackageCheck['custody'] = null
  let records: PackageCheck['records'] = null
  try {
    const facts = await file.stat()
    if (facts.isDirectory()) throw new AppError('invalid-input', `${path} is a folder, not a zip.`)
    const fileBytes = facts.size
    const seen = new Set<string>()
    let total = 0
    for (const member of await listMembers(file, path, signal)) {
      total += member.bytes
      const { name } = member
      const most = KEPT[name]
      const why =
        refusalOf(member, seen, fileBytes, total) ??
        (most !== undefined && member.bytes > most ? 'too-large' : null)
      if (why !== null) {
        refused.push({ name, why })
        continue
      }
      if (member.isFolder) continue
      const hash = createHash('sha256')
      const parts: Buffer[] = []
      const log = name === 'custody.jsonl' ? custodyCheck() : null
      const lines = name === 'records.jsonl' ? recordsCheck() : null
      const take = (part: Buffer) => {
        hash.update(part)
        if (most !== undefined) parts.push(part)
        log?.take(part)
        lines?.take(part)
      }
      const trouble = await readMember(file, path, member, take, signal)
      if (trouble !== null) {
        refused.push({ name, why: trouble })
        continue
      }
      hashes.set(name, hash.digest('hex'))
      if (most !== undefined) kept.set(name, Buffer.concat(parts))
      custody = log?.answer() ?? custody
      records = lines?.answer() ?? records
    }
  } finally {
    await file.close()
  }

  const sums = kept.get(SUMS)
  const { listed, badLines } = readSums(sums)
  const isRefused = new Set(refused.map(({ name }) => name))
  const changed = [...listed].flatMap(([name, hash]) =>
    hashes.has(name) && hashes.get(name) !== hash ? [name] : [],
  )
  const wanted = new Set(sums === undefined ? [] : [...listed.keys(), ...ALWAYS_THERE])
  const missing = [...wanted].filter((name) => !hashes.has(name) && !isRefused.has(name))
  const extra = [...hashes.keys()].filter((name) => !listed.has(name) && name !== SUMS && name !== SIGNATURE)
  const signed = signatureOf(sums, kept.get(SIGNATURE), kept.get(KEY), own)
  const holds =
    sums !== undefined &&
    listed.size > 0 &&
    (badLines?.length ?? 1) + changed.length + missing.length + extra.length + refused.length === 0 &&
    (signed.signature === 'good' || (signed.signature === 'unsigned' && own === null)) &&
    custody?.firstBroken == null &&
    (records?.wrong.length ?? 0) === 0
  return {
    holds,
    files: hashes.size + refused.length,
    changed,
    missing,
    extra,
    refused,
    badLines,
    ...signed,
    custody,
    records,
  }
}

/** Lines as `sha256sum` writes them; our names need no escapes. */
function readSums(bytes: Buffer | undefined): {
  readonly listed: ReadonlyMap<string, string>
  readonly badLines: number[] | null
} {
  const listed = new Map<string, string>()
  if (bytes === undefined) return { listed, badLines: null }
  const badLines: number[] = []
  for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
    if (line === '') continue
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (hash === undefined || name === undefined || listed.has(name)) badLines.push(index + 1)
    else listed.set(name, hash)
  }
  return { listed, badLines }
}

function signatureOf(
  sums: Buffer | undefined,
  signature: Buffer | undefined,
  pem: Buffer | undefined,
  own: KeyObject | null,
): Pick<PackageCheck, 'signature' | 'signedBy'> {
  const inside = pem === undefined ? null : publicKeyOf(pem)
  const signedBy = inside === null ? null : fingerprintOf(inside)
  if (signature === undefined) return { signature: pem === undefined ? 'unsigned' : 'bad', signedBy }
  const goodFor = (key: KeyObject | null) =>
    key !== null && sums !== undefined && verify(null, sums, key, signature)
  if (own !== null && goodFor(own)) return { signature: 'good', signedBy: fingerprintOf(own) }
  if (own !== null && goodFor(inside)) return { signature: 'other-key', signedBy }
  return { signature: own === null && goodFor(inside) ? 'good' : 'bad', signedBy }
}

function readPublicKey(path: string): KeyObject {
  let pem: Buffer
  try {
    pem = readFileSync(path)
  } catch (cause) {
    throw new AppError('not-found', `The key at ${path} cannot be read.`, { cause })
  }
  const key = publicKeyOf(pem)
  if (key === null) throw new AppError('invalid-input', `${path} is no Ed25519 public key in PEM.`)
  return key
}

function publicKeyOf(pem: Buffer): KeyObject | null {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
