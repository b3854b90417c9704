// How long does the fast reader take, against unpacking alone? Time per tree as a ratio to `gunzipSync` with default
// options over the same files, all ways taken in turn within each round, then the median of the rounds.
//
//   node test/bench/intake-fast.ts [--large FILES] [--small FILES] [--rounds N]
//
// `large` are files of 5,000 records, `small` are files of 25. Both trees lie in a temporary folder.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { createFastReader } from '../../electron/engine/intake/fast/reader.ts'
import type { FastReader } from '../../electron/engine/intake/fast/reading.ts'
import { SIGN_IN_RULES, type SourceRule } from '../../electron/engine/intake/fast/sources.ts'
import { DEFAULT_LIMITS } from '../../electron/engine/intake/limits.ts'
import { madeTrail } from '../engine/intake-fast/made-trail.ts'

const { values } = parseArgs({
  options: {
    large: { type: 'string', default: '3' },
    small: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '5' },
  },
})

/** The services that stand beside a sign-in, counted but not handed out. */
const COMPANIONS = [
  'sts',
  'sso-directory',
  'identitystore',
  'account',
  'cloudshell',
  's3',
  'ec2',
  'kms',
  'logs',
]
const COUNTED: SourceRule[] = COMPANIONS.map((name) => ({
  source: `${name}.amazonaws.com`,
  take: 'none' as const,
})).filter(({ source }) => SIGN_IN_RULES.every((rule) => rule.source !== source))
const NO_IAM = SIGN_IN_RULES.filter(({ source }) => source !== 'iam.amazonaws.com')
const ALL_IAM: SourceRule[] = [...NO_IAM, { source: 'iam.amazonaws.com', take: 'all' }]

interface Way {
  readonly name: string
  readonly run: (path: string) => void
}

function reading(name: string, reader: FastReader, hashContent: boolean): Way {
  const decoder = new TextDecoder()
  const request = { hashContent, limits: DEFAULT_LIMITS }
  return {
    name,
    run(path) {
      const { end } = reader.read(path, request, ({ bytes }) => JSON.parse(decoder.decode(bytes)))
      if (end.kind !== 'complete') throw new Error(`${path}: ${JSON.stringify(end)}`)
    },
  }
}

const standard = createFastReader()
const WAYS: readonly Way[] = [
  { name: 'gunzipSync', run: (path) => gunzipSync(readFileSync(path)) },
  reading('light', standard, false),
  reading('full (content hash too)', standard, true),
  reading('light, iam not looked at', createFastReader({ sources: NO_IAM }), false),
  reading('light, all of iam parsed', createFastReader({ sources: ALL_IAM }), false),
  reading('light, 13 sources counted', createFastReader({ sources: [...SIGN_IN_RULES, ...COUNTED] }), false),
]

function makeTree(folder: string, name: string, files: number, records: number): string[] {
  return Array.from({ length: files }, (_, index) => {
    const path = join(folder, `${name}-${index}.json.gz`)
    writeFileSync(path, madeTrail(index + 1, records))
    return path
  })
}

function measure(name: string, paths: readonly string[], rounds: number): void {
  const content = paths.reduce((sum, path) => sum + gunzipSync(readFileSync(path)).length, 0)
  const times = WAYS.map(() => [] as number[])
  // One round more than asked for: the first one warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [index, way] of WAYS.entries()) {
      const start = performance.now()
      for (const path of paths) way.run(path)
      if (round > 0) times[index]?.push(performance.now() - start)
    }
  }
  const base = times[0] ?? []
  console.log(`${name}: ${paths.length} files, ${(content / 1e6).toFixed(1)} MB of content, ${rounds} rounds`)
  for (const [index, way] of WAYS.entries()) {
    const own = times[index] ?? []
    const ratio = median(own.map((time, round) => time / (base[round] ?? time)))
    const speed = content / 1000 / median(own)
    console.log(`  ${way.name.padEnd(26)} ${ratio.toFixed(2)} x   ${speed.toFixed(0)} MB/s`)
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}

const folder = mkdtempSync(join(tmpdir(), 'trailcase-bench-'))
try {
  const rounds = Number(values.rounds)
  measure('large', makeTree(folder, 'large', Number(values.large), 5000), rounds)
  measure('small', makeTree(folder, 'small', Number(values.small), 25), rounds)
} finally {
  rmSync(folder, { recursive: true })
}
