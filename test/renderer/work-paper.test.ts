import { describe, expect, it } from 'vitest'
import { draftOf, newSeed, readDraft } from '../../renderer/work-paper/draft.ts'
import type { PaperSettings } from '../../shared/domain/work-paper.ts'

const settings: PaperSettings = {
  zone: 'America/New_York',
  from: Date.parse('2024-10-01T04:00Z') / 1000,
  to: Date.parse('2024-12-01T05:00Z') / 1000,
  officeHours: { days: [1, 2, 3, 4, 5], begin: '09:00', end: '18:00', holidays: ['2024-11-28'] },
  dormantDays: 90,
  bursts: { atLeast: 5, gapMinutes: 2 },
  sample: { size: 'percent', amount: 5, seed: 'S', byOutcome: true },
}

describe('the form of the work paper', () => {
  it.each(['en', 'ja'] as const)(
    'reads back what it shows in %s, also where the clock was put back',
    (language) => {
      const draft = draftOf(settings, language)
      expect([draft.from, draft.to]).toEqual(['2024-10-01', '2024-11-30'])
      expect(readDraft(draft)).toMatchObject({ settings, wrong: new Set() })
    },
  )

  it.each([
    ['officeHours', { officeHours: 'always' }],
    ['holidays', { holidays: '2024-02-30' }],
    ['from', { from: '' }],
    ['to', { to: 'soon' }],
    ['dormantDays', { dormantDays: '0' }],
    ['atLeast', { atLeast: '1' }],
    ['gapMinutes', { gapMinutes: '1.5' }],
    ['amount', { amount: '101' }],
    ['seed', { seed: '' }],
  ] as const)('names %s when it cannot be used', (field, change) => {
    const read = readDraft({ ...draftOf(settings, 'en'), ...change })
    expect(read.settings).toBeNull()
    expect([...read.wrong]).toEqual([field])
  })

  it('refuses a period that ends before it begins', () => {
    const read = readDraft({ ...draftOf(settings, 'en'), to: '2024-09-01' })
    expect(read.settings).toBeNull()
    expect(read.bounds.to.problem).toBe('ends-first')
  })

  it('makes another seed each time', () => {
    expect(newSeed()).toMatch(/^[0-9a-f]{16}$/)
    expect(newSeed()).not.toBe(newSeed())
  })
})
