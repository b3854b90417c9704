import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { PackageOptions, PackageProgress, WrittenPackage } from '../../../shared/domain/package.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { caseDetails } from '../case/summary.ts'
import type { Actor } from '../custody/log.ts'
import { sealCase } from '../custody/seal.ts'
import { SEAL_SCRIPT } from '../custody/seal-script.ts'
import { lastVerification } from '../integrity/runs.ts'
import { collectCustody } from '../report/collect/custody.ts'
import { collectSources } from '../report/collect/sources.ts'
import { htmlInto, pdfInto } from '../report/hand-over.ts'
import { handOverFile } from '../report/hand-over-file.ts'
import { writeLedgerCsv } from '../report/ledger-csv.ts'
import { manifestLines } from '../report/manifest.ts'
import { hashedSink } from '../report/sink.ts'
import { toolLabel } from '../tool.ts'
import { bytesOf, citedRecords, recordLine } from './cited-records.ts'
import { readmeText } from './readme.ts'
import { readSigningKey, type SigningKey } from './signing-key.ts'
import { validationJson, validationText } from './validation-files.ts'
import { createZipWriter, type ZipWriter } from './zip-writer.ts'

export interface PackageHooks {
  readonly signal: AbortSignal
  readonly onProgress: (progress: PackageProgress) => void
}

/**
 * Writes report, records, manifest, ledger, validation and custody log as one zip that its recipient can check with
 * `sha256sum` and `openssl` alone, and notes it in the custody log. The same case, options and key give the same bytes, but
 * for a package with the case file, whose log goes on. The file appears under its name only when it is whole; with
 * `replace` false a file that is there stays. Throws as `writeReport`, and `key-unusable`, `file-exists`.
 */
export async function writePackage(
  db: WritableCase,
  actor: Actor,
  options: PackageOptions,
  path: string,
  replace: boolean,
  hooks: PackageHooks,
): Promise<WrittenPackage> {
  const { signKey, report } = options
  const key = signKey === null ? null : readSigningKey(signKey.path, signKey.passPhrase)
  const copy = options.withCase ? await sealedCopy(db, actor, `${path}.case-${process.pid}`, hooks) : null
  const { issuedAt, variant, language } = report
  try {
    return await handOverFile(
      db,
      actor,
      path,
      async (stream, target) => {
        const sink = hashedSink(stream)
        try {
          const zip = createZipWriter(sink, issuedAt)
          const facts = await fill(zip, db, actor, options, key, copy, hooks)
          await zip.end()
          const { bytes, sha256 } = sink.written()
          const files = zip.files().length
          return { path: target, format: 'package' as const, bytes, sha256, files, ...facts }
        } finally {
          sink.release()
        }
      },
      {
        issuedAt,
        variant,
        language,
        options: report,
        withCase: options.withCase,
        program: actor.tool.files().sha256,
      },
      replace,
    )
  } catch (cause) {
    if (hooks.signal.aborted) throw new AppError('cancelled', 'The package was not written.')
    throw cause
  } finally {
    if (copy !== null) await rm(copy, { force: true })
  }
}

/** The case as a file of its own, with a seal as the last entry of its log. */
async function sealedCopy(
  db: WritableCase,
  actor: Actor,
  path: string,
  hooks: PackageHooks,
): Promise<string> {
  const seal = await sealCase(db, actor, {
    signal: hooks.signal,
    onProgress: ({ done, total }) => hooks.onProgress({ file: 'case.trailcase', done, total }),
  })
  if (seal === null) throw new AppError('case-locked', 'The case cannot be sealed while others work in it.')
  try {
    await db.backup(path, {
      progress: () => {
        hooks.signal.throwIfAborted()
        return 4096
      },
    })
    return path
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  }
}

type Facts = Pick<WrittenPackage, 'rows' | 'pages' | 'sumsSha256' | 'signedBy' | 'validated'>

async function fill(
  zip: ZipWriter,
  db: WritableCase,
  actor: Actor,
  { report, withCase }: PackageOptions,
  key: SigningKey | null,
  copy: string | null,
  hooks: PackageHooks,
): Promise<Facts> {
  const { language, issuedAt } = report
  const validated = lastVerification(db) !== null
  const cited = citedRecords(db, report)
  const exhibits = cited.filter(({ exhibit }) => exhibit !== null)
  const total = 11 + exhibits.length
  const add: ZipWriter['add'] = (name, how, write) => {
    hooks.signal.throwIfAborted()
    hooks.onProgress({ file: name, done: zip.files().length, total })
    return zip.add(name, how, write)
  }
  const addLines = (name: string, lines: Iterable<string>) =>
    add(name, 'deflate', (stream) => writeLines(stream, lines, hooks.signal))
  const addBytes = (name: string, bytes: string | Uint8Array, how: 'store' | 'deflate' = 'deflate') =>
    add(name, how, (stream) => written(stream, bytes))

  const readme = readmeText({
    language,
    issuedAt,
    details: caseDetails(db),
    tool: toolLabel(actor.tool),
    program: actor.tool.files(),
    fingerprint: key?.fingerprint ?? null,
    validated,
    withCase,
    exhibits: exhibits.length > 0,
  })
  await addBytes('README.txt', readme)
  const facts = { rows: 0, pages: null as number | null }
  await add('report.pdf', 'store', async (stream) => {
    const { rows, pages } = await pdfInto(db, actor.tool, report, stream, {
      signal: hooks.signal,
      onProgress: ({ done, total: pagesInAll }) =>
        hooks.onProgress({ file: 'report.pdf', done, total: pagesInAll }),
    })
    Object.assign(facts, { rows, pages })
  })
  await add('report.html', 'deflate', (stream) =>
    htmlInto(db, actor.tool, report, stream, { signal: hooks.signal, onProgress: () => undefined }),
  )
  await addBytes('options.json', `${JSON.stringify(report, null, 2)}\n`)
  for (const { id, exhibit } of exhibits) await addBytes(`exhibits/E-${exhibit}.json`, bytesOf(db, id))
  await addLines('records.jsonl', recordLines(db, cited))
  await addLines('sources.sha256', manifestLines(collectSources(db)))
  await add('ledger.csv', 'deflate', (stream) => writeLedgerCsv(db, stream, hooks.signal))
  await addLines('validation.json', validationJson(db))
  await addLines('validation.txt', validationText(db, language))
  await addLines('custody.jsonl', custodyLines(db, issuedAt))
  if (copy !== null) {
    await add('case.trailcase', 'store', async (stream) => {
      for await (const part of createReadStream(copy)) await written(stream, part as Buffer)
    })
    await addBytes('check-seal.sh', SEAL_SCRIPT)
  }
  if (key !== null) await addBytes('public-key.pem', key.publicPem)
  const sums = zip.files().map(({ sha256, name }) => `${sha256}  ${name}\n`)
  const list = Buffer.from(sums.join(''), 'utf8')
  const { sha256: sumsSha256 } = await addBytes('SHA256SUMS', list)
  if (key !== null) await addBytes('SHA256SUMS.sig', key.sign(list), 'store')
  return { ...facts, sumsSha256, signedBy: key?.fingerprint ?? null, validated }
}

function* recordLines(db: ReadableCase, cited: ReturnType<typeof citedRecords>): Generator<string> {
  for (const [index, record] of cited.entries()) yield recordLine(db, index + 1, record)
}

/** Up to the moment of issue, as the report prints it, so that the same moment gives the same bytes. */
function* custodyLines(db: ReadableCase, issuedAt: number): Generator<string> {
  for (const entry of collectCustody(db, issuedAt).entries) yield `${JSON.stringify(entry)}\n`
}

const LINES_AT_ONCE = 200

async function writeLines(stream: Writable, lines: Iterable<string>, signal: AbortSignal): Promise<void> {
  let part = ''
  let count = 0
  for (const line of lines) {
    part += line
    count += 1
    if (count % LINES_AT_ONCE !== 0) continue
    await written(stream, part)
    part = ''
    await setImmediate()
    signal.throwIfAborted()
  }
  if (part !== '') await written(stream, part)
}

function written(stream: Writable, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (cause) => (cause == null ? resolve() : reject(cause)))
  })
}
