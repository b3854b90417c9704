import { describe, expect, it } from 'vitest'
import { cellWords, lengthWords } from '../../../renderer/evidence/coverage/cell-words.ts'
import {
  columnsOf,
  firstSpot,
  lettersOf,
  lookOf,
  nextProblem,
  spotOf,
  worstHourOf,
} from '../../../renderer/evidence/coverage/map-cells.ts'
import { spotAfterKey } from '../../../renderer/evidence/coverage/map-keys.ts'
import { coverageWarnings } from '../../../renderer/evidence/coverage/warnings.ts'
import type { Coverage, CoverageRow } from '../../../shared/domain/coverage.ts'
import { packCoverage, unpackCoverage } from '../../../shared/domain/coverage-pack.ts'

const row = (hours: string, region = 'us-east-1'): CoverageRow => ({
  account: '111122223333',
  region,
  hasDigests: true,
  hours,
  logFiles: [3, 0],
})
const quiet = 'e'.repeat(24)
const ROWS = [
  row(quiet + quiet),
  row(`${'c'.repeat(20)}mmee${quiet}`, 'us-east-2'),
  row(`${quiet}${'e'.repeat(23)}d`, 'x'),
]
const period = { from: '2024-02-28', to: '2024-02-29' }
const on = { rows: ROWS, unit: 'day', pageRows: 2, whole: false } as const

describe('cells of the map', () => {
  it('say their state by a sign too, never by colour alone', () => {
    expect(lookOf(`${'c'.repeat(12)}${'-'.repeat(12)}`)).toEqual({ state: 'covered', share: 0.5, sign: '' })
    expect(lookOf(quiet).sign).toBe('·')
    expect(lookOf(`mm${'c'.repeat(22)}`)).toMatchObject({ state: 'missing', sign: '2' })
    expect(lookOf('m'.repeat(24)).sign).toBe('×')
    expect(lookOf('-'.repeat(24)).sign).toBe('–')
    expect(lookOf(`md${'c'.repeat(22)}`).state).toBe('damaged')
    expect(lookOf('m')).toMatchObject({ state: 'missing', sign: '×' })
  })

  it('are read out in words, what is wrong first', () => {
    expect(cellWords(`${'c'.repeat(18)}mmmmme`, 5, 'en')).toBe(
      '5 hours missing, 18 hours covered, 1 hour empty, stated by digest, 5 log files',
    )
    expect(cellWords('d', null, 'ja')).toBe('破損')
  })

  it('stand for days or hours of the period, leap days included', () => {
    expect([columnsOf(period, 'day'), columnsOf(period, 'hour')]).toEqual([2, 48])
    expect(lettersOf(ROWS[1] as CoverageRow, 0, 'day')).toHaveLength(24)
    expect(lettersOf(ROWS[1] as CoverageRow, 20, 'hour')).toBe('m')
  })
})

describe('moving on the map', () => {
  it('stays within it', () => {
    const here = { row: 0, hour: 5 }
    expect(spotAfterKey('ArrowUp', here, on)).toEqual(here)
    expect(spotAfterKey('ArrowLeft', here, on)).toEqual(here)
    expect(spotAfterKey('ArrowRight', here, on)).toEqual({ row: 0, hour: 29 })
    expect(spotAfterKey('ArrowRight', { row: 0, hour: 29 }, on)).toEqual({ row: 0, hour: 29 })
    expect(spotAfterKey('End', here, on)).toEqual({ row: 0, hour: 29 })
    expect(spotAfterKey('End', here, { ...on, whole: true })).toEqual({ row: 2, hour: 29 })
    expect(spotAfterKey('PageDown', here, on)).toEqual({ row: 2, hour: 5 })
    expect(spotAfterKey('ArrowRight', { row: 0, hour: 47 }, { ...on, unit: 'hour' })).toEqual({
      row: 0,
      hour: 47,
    })
    expect(spotAfterKey('a', here, on)).toBeNull()
  })

  it('finds what is missing or damaged, forwards and backwards, and goes round', () => {
    expect(firstSpot(ROWS)).toEqual({ row: 1, hour: 20 })
    expect(nextProblem(ROWS, { row: 1, hour: 3 }, 'day', 1)).toEqual({ row: 2, hour: 24 })
    expect(nextProblem(ROWS, { row: 2, hour: 24 }, 'day', 1)).toEqual({ row: 1, hour: 0 })
    expect(nextProblem(ROWS, { row: 2, hour: 24 }, 'day', -1)).toEqual({ row: 1, hour: 0 })
    expect(nextProblem(ROWS, { row: 1, hour: 20 }, 'hour', 1)).toEqual({ row: 1, hour: 21 })
    expect(nextProblem([row(quiet)], { row: 0, hour: 0 }, 'day', 1)).toBeNull()
    expect(worstHourOf(ROWS, { row: 1, hour: 2 })).toEqual({ row: 1, hour: 20 })
    expect(worstHourOf(ROWS, { row: 0, hour: 2 })).toEqual({ row: 0, hour: 2 })
  })

  it('leads from a gap to its place', () => {
    const seconds = Date.UTC(2024, 1, 29, 3, 30) / 1000
    const at = { account: '111122223333', region: 'us-east-2', seconds }
    expect(spotOf({ period, rows: ROWS }, at)).toEqual({ row: 1, hour: 27 })
    expect(spotOf({ period, rows: ROWS }, { ...at, region: 'sa-east-1' })).toBeNull()
  })
})

describe('coverage as it travels', () => {
  it('comes back as it was, and is never longer', () => {
    const rows = [
      ...ROWS,
      { ...row('cecemdd-'), logFiles: [0, 0, 0, 12, 12, 3] },
      { ...row(''), logFiles: [] },
    ]
    const coverage = { rows } as unknown as Coverage
    const packed = packCoverage(coverage)
    expect(packed.rows[0]?.hours).toBe('e48')
    expect(packed.rows[3]).toMatchObject({ hours: 'cecemdd-', logFiles: '0x3,12x2,3' })
    expect(unpackCoverage(packed)).toEqual(coverage)
  })
})

describe('beside the map', () => {
  it('says how long delivery took', () => {
    expect([45, 300, 312, 3600, 7384].map((seconds) => lengthWords(seconds, 'en'))).toEqual([
      '45 s',
      '5 min',
      '5 min 12 s',
      '1 h',
      '2 h 3 min',
    ])
    expect(lengthWords(-30, 'ja')).toBe('−30 秒')
  })

  it('warns of sign-in regions that are absent, and of maps without digests', () => {
    const coverage: Coverage = {
      period,
      rows: ROWS,
      hours: { covered: 1, empty: 0, missing: 0, damaged: 0, 'not-imported': 0 },
      logFiles: 1,
      digestFiles: 0,
      missingFiles: 0,
      damagedFiles: 0,
      files: [],
      unreadDigests: 0,
      unplacedFiles: 0,
      gaps: [],
      gapCauses: [],
      trailChanges: [],
      trailChangeCount: 0,
      signInRegions: [
        { region: 'us-east-1', present: true, without: [] },
        { region: 'us-east-2', present: true, without: ['1', '2', '3', '4', '5'] },
        { region: 'eu-north-1', present: false, without: [] },
      ],
      firstEvent: null,
      lastEvent: null,
      delay: null,
    }
    const [regions, accounts, digests] = coverageWarnings(coverage, 'en')
    expect(regions).toContain('No file of eu-north-1')
    expect(accounts).toContain('Some accounts lack what others have: us-east-2 (1, 2, 3, 2 more).')
    expect(digests).toContain('no digest file')
  })
})
