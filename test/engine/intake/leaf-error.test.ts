import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createFastReader } from '../../../electron/engine/intake/fast/reader.ts'
import type { FastReader } from '../../../electron/engine/intake/fast/reading.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import { readMember } from '../../../electron/engine/intake/read-member.ts'
import { readParts } from '../../../electron/engine/intake/read-parts.ts'
import type { Finding, Reading } from '../../../electron/engine/intake/reading.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { zipOf } from '../../fixtures/containers.ts'
import { jsonLines } from '../../fixtures/exports.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshFolder } from '../open-case.ts'

const LINES = jsonLines(trail('10:00 alice ConsoleLogin ok', '10:01 bob ConsoleLogin failed'))
const request = { limits: DEFAULT_LIMITS, hashContent: false, signal: new AbortController().signal }

/** A reader that fails at the content with this number, after some of it was read, in a way nobody expects. */
function failingAt(number: number): FastReader {
  const whole = createFastReader()
  let contents = 0
  return {
    ...whole,
    sieve() {
      const sieve = whole.sieve()
      contents += 1
      if (contents !== number) return sieve
      const bySource = () => {
        throw new RangeError('out of memory')
      }
      return { ...sieve, bySource }
    },
  }
}

const endOf = (findings: readonly Finding[], part: number): Reading | undefined =>
  findings.flatMap((finding) => (finding.kind === 'end' && finding.part === part ? [finding.reading] : []))[0]
const failed = { status: 'failed', records: 0, trouble: { reason: 'read-error', detail: 'out of memory' } }

it('an error while one member is read is trouble of that member; the others are read', async () => {
  const folder = freshFolder()
  const members = ['a.json', 'b.json', 'c.json'].map((name) => ({ name, content: LINES }))
  const path = writeFile(folder, 'a.zip', zipOf(members))
  const file = { path, shownPath: 'a.zip', bytes: statSync(path).size, modifiedAt: 0 }
  const findings: Finding[] = []
  const whole = await readParts(file, request, failingAt(2), (found) => findings.push(...found))
  expect(whole).toMatchObject({ format: 'zip', status: 'read' })
  expect(endOf(findings, 1)).toMatchObject({ status: 'read', records: 2 })
  expect(endOf(findings, 2)).toMatchObject(failed)
  expect(endOf(findings, 3)).toMatchObject({ status: 'read', records: 2 })
  // What was found in it before does not count.
  const ofSecond = findings.filter((finding) => 'part' in finding && finding.part === 2)
  expect(ofSecond.map(({ kind }) => kind)).toEqual(['begin', 'restart', 'end'])
})

it('so it is with a member that was handed over', async () => {
  const bytes = new TextEncoder().encode(LINES)
  const member = { part: 7, name: 'a.json', packing: null, bytes, trouble: null }
  const findings: Finding[] = []
  const reading = await readMember(member, request, failingAt(1), (found) => findings.push(...found))
  expect(reading).toMatchObject({ ...failed, bytes: bytes.length })
  expect(findings).toEqual([{ kind: 'restart', part: 7 }])
})

it('a stop is no trouble', async () => {
  const bytes = new TextEncoder().encode(LINES)
  const member = { part: 7, name: 'a.json', packing: null, bytes, trouble: null }
  const signal = AbortSignal.abort(new Error('stopped'))
  await expect(readMember(member, { ...request, signal }, failingAt(1), () => {})).rejects.toThrow('stopped')
})
