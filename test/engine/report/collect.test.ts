import { describe, expect, it } from 'vitest'
import { appendCustody } from '../../../electron/engine/custody/log.ts'
import { zoneClock } from '../../../electron/engine/report/clock.ts'
import { lastChangeAt } from '../../../electron/engine/report/last-change.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { readClock } from '../../../shared/domain/time.ts'
import { freshCase } from '../open-case.ts'
import { annotate, EVENT, filledCase, modelOf, optionsFor } from './filled-case.ts'

describe('what a report is made of', () => {
  it('adds up: files, records, rows and places', async () => {
    const { sums } = modelOf(await filledCase())
    expect(sums).toMatchObject({ read: 5, partial: 1, skipped: 1, failed: 0, reading: 0 })
    expect(sums.found).toBe(sums.read + sums.partial + sums.skipped)
    expect(sums.signIns).toBe(sums.indexed + sums.duplicates + sums.conflicts)
    expect(sums.duplicates).toBe(2)
    expect(sums.storedRows).toBe(sums.indexed + sums.conflicts)
    expect(sums.storedSightings).toBe(sums.signIns)
  })

  it('counts outcomes, MFA, names and addresses of the listed records', async () => {
    const { summary, rows } = modelOf(await filledCase())
    expect(summary.listed).toBe(rows.length)
    expect(Object.values(summary.outcomes).reduce((a, b) => a + b)).toBe(summary.listed)
    expect(Object.values(summary.mfa).reduce((a, b) => a + b)).toBe(summary.listed)
    expect(summary.hiddenFailures).toBe(1)
    expect(summary.root).toEqual({ success: 1, failure: 0, 'not-stated': 0 })
    expect(summary.withoutMfa.count).toBe(1)
    expect(summary.withoutMfa.shown[0]!.row.eventId).toBe(EVENT.noMfa)
    expect(summary.principals.filter(({ name }) => name === null)).toMatchObject([{ kind: 'hidden' }])
  })

  it('lists what the filter lets through and keeps all exhibits', async () => {
    const opened = await filledCase()
    annotate(opened)
    const { summary, exhibits, rows } = modelOf(opened, { filter: { ...emptyFilter, outcomes: ['failure'] } })
    expect(rows.every((row) => row.outcome === 'failure')).toBe(true)
    expect(summary.listed).toBeLessThan(summary.inCase)
    expect(exhibits).toHaveLength(2)
  })

  it('makes exhibits of events with standing notes, in order of time, with every wording', async () => {
    const opened = await filledCase()
    annotate(opened)
    const { exhibits, rows } = modelOf(opened)
    expect(exhibits.map(({ number, row }) => [number, row.eventId])).toEqual([
      [1, EVENT.noMfa],
      [2, EVENT.switched],
    ])
    expect(exhibits[0]!.notes[0]!.revisions.map(({ text }) => text)).toHaveLength(2)
    expect(exhibits[1]!.notes.map(({ removed }) => removed)).toEqual([false, true])
    expect(rows.filter((row) => row.exhibit !== null).map((row) => row.exhibit)).toEqual([1, 2])
    for (const { places, rawBytes } of exhibits) {
      expect(places[0]!.item).toBeGreaterThan(0)
      expect(places[0]!.byteEnd - places[0]!.byteStart).toBe(rawBytes)
    }
  })

  it('is the same for the same case and moment, whatever was handed over since', async () => {
    const opened = await filledCase()
    annotate(opened)
    const options = optionsFor(opened)
    const before = modelOf(opened, options)
    appendCustody(opened.db, opened.actor, 'export.written', { path: 'report.pdf' })
    appendCustody(opened.db, opened.actor, 'case.opened', {})
    expect(modelOf(opened, options)).toEqual(before)
    expect(before.custody).toMatchObject({ intact: true, firstBroken: null })
    expect(before.custody.head).toBe(before.custody.entries.at(-1)!.hash)
    expect(lastChangeAt(opened.db)).toBeLessThanOrEqual(options.issuedAt * 1000)
  })

  it('prints a later handing over in a later report', async () => {
    const opened = await filledCase()
    appendCustody(opened.db, opened.actor, 'export.written', { path: 'report.pdf' })
    const early = modelOf(opened)
    const late = modelOf(opened, { issuedAt: early.options.issuedAt + 3600 })
    expect(late.custody.entries).toHaveLength(early.custody.entries.length + 1)
    expect(late.contentHash).not.toBe(early.contentHash)
  })

  it('says where a custody log was tampered with', async () => {
    const opened = await filledCase()
    opened.db.exec(
      "drop trigger custody_entry_stays; update custody_entry set actor = 'X' where sequence = 2",
    )
    expect(modelOf(opened).custody).toMatchObject({ intact: false, firstBroken: 2 })
  })

  it('can be made of an empty case', () => {
    const { summary, period, zone } = { period: null, ...modelOf(freshCase()) }
    expect([summary.listed, period, zone.offsets]).toEqual([0, null, []])
  })

  it('tells each offset of a zone whose clock was changed', async () => {
    const opened = await filledCase()
    const { zone } = modelOf(opened, { zone: 'America/New_York' })
    expect(zone.offsets.map(({ offset }) => offset)).toEqual(['-04:00'])
  })
})

describe('the clock of a zone', () => {
  it.each([
    'UTC',
    'Asia/Tokyo',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ])('reads like the zone tables in %s', (zone) => {
    const clock = zoneClock(zone)
    // Every 37 minutes through both changes of a year, and some times before 1970.
    for (let seconds = Date.UTC(2024, 2, 8) / 1000; seconds < Date.UTC(2024, 3, 9) / 1000; seconds += 2220) {
      expect(clock(seconds)).toEqual(readClock(seconds, zone))
    }
    for (const seconds of [-1, -86_400 * 400, 0, Date.UTC(2024, 10, 3, 5, 59, 59) / 1000]) {
      expect(clock(seconds)).toEqual(readClock(seconds, zone))
    }
  })
})
