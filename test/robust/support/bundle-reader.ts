import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { plainPlace, sortRecord } from '../../../electron/engine/intake/found-sign-in.ts'
import type { Finding, FoundSignIn, Reading, SourceReader } from '../../../electron/engine/intake/reading.ts'
import { createCarefulReader } from '../../engine/careful-reader.ts'
import type { JsonMap } from '../../fixtures/trail.ts'

/** A made-up archive, as simple as one can be: a JSON list of members, each a list of records or again a list. */
export interface Bundle {
  readonly name: string
  readonly records?: readonly JsonMap[]
  readonly members?: readonly Bundle[]
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/**
 * A reader that takes `.bundle` files for archives, so that tests can put members between any two writes without
 * depending on a real format. Records of a member are handed out one by one, the first two of them twice with a
 * restart between, as a reader does that gave up one way of reading for another.
 */
export function createBundleReader(): SourceReader {
  const careful = createCarefulReader()
  return {
    ...careful,
    read(request, sink) {
      if (!sink.file.path.endsWith('.bundle')) return careful.read(request, sink)
      const onFindings = (findings: readonly Finding[]) => sink.findings(findings)
      const bytes = readFileSync(sink.file.path)
      let lastPart = 0
      const member = (bundle: Bundle, parent: number): void => {
        lastPart += 1
        const part = lastPart
        const text = JSON.stringify(bundle)
        onFindings([{ kind: 'begin', part, parent, name: bundle.name, bytes: text.length }])
        for (const inner of bundle.members ?? []) member(inner, part)
        const found = signInsOf(bundle)
        onFindings(batches(part, found.slice(0, 2)))
        onFindings([{ kind: 'restart', part }, ...batches(part, found)])
        onFindings([
          { kind: 'end', part, reading: readingOf(text, bundle.records?.length ?? 0, found.length) },
        ])
      }
      for (const bundle of JSON.parse(bytes.toString('utf8')) as Bundle[]) member(bundle, 0)
      sink.done(readingOf(bytes, 0, 0))
    },
  }
}

function batches(part: number, found: readonly FoundSignIn[]): Finding[] {
  return found.map((one) => ({ kind: 'batch', part, found: [one] }))
}

function signInsOf({ records = [] }: Bundle): FoundSignIn[] {
  return records.flatMap((record, index) => {
    const raw = Buffer.from(JSON.stringify(record))
    const found = sortRecord(record, plainPlace(index + 1, index * 10_000, raw.length), raw)
    return found.is === 'sign-in' ? [found.signIn] : []
  })
}

function readingOf(content: Uint8Array | string, records: number, signIns: number): Reading {
  return {
    bytes: content.length,
    sha256: sha256(content),
    contentBytes: content.length,
    contentSha256: sha256(content),
    format: 'trail-json',
    status: 'read',
    trouble: null,
    records,
    signIns,
    companions: 0,
  }
}
