import { describe, expect, it } from 'vitest'
import { programWords } from '../../../shared/messages/program.ts'
import { reportWords } from '../../../shared/messages/report.ts'
import { controlWords } from '../../../shared/messages/report-control.ts'
import { custodyWords } from '../../../shared/messages/report-custody.ts'
import { exhibitWords } from '../../../shared/messages/report-exhibit.ts'
import { fill, fillParts } from '../../../shared/messages/report-fill.ts'
import { reportFindingsWords } from '../../../shared/messages/report-findings.ts'
import { reportIntegrityWords } from '../../../shared/messages/report-integrity.ts'
import { limitsWords } from '../../../shared/messages/report-limits.ts'
import { methodWords } from '../../../shared/messages/report-method.ts'
import { repeatWords } from '../../../shared/messages/report-repeat.ts'
import { scopeWords } from '../../../shared/messages/report-scope.ts'
import { sourceWords } from '../../../shared/messages/report-source.ts'
import { summaryWords } from '../../../shared/messages/report-summary.ts'
import { timeWords } from '../../../shared/messages/report-time.ts'
import { workPaperWords } from '../../../shared/messages/report-work-paper.ts'

const ALL = {
  controlWords,
  limitsWords,
  reportFindingsWords,
  reportIntegrityWords,
  scopeWords,
  custodyWords,
  exhibitWords,
  methodWords,
  programWords,
  repeatWords,
  reportWords,
  sourceWords,
  summaryWords,
  timeWords,
  workPaperWords,
}

describe('texts of the report', () => {
  it.each(Object.entries(ALL))('%s name the same values in both languages', (_name, { en, ja }) => {
    const places = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name))].sort()
    for (const [key, text] of Object.entries(en)) {
      expect([key, places(ja[key as keyof typeof ja])]).toEqual([key, places(text)])
    }
  })

  it.each(Object.entries(ALL))('%s are written in Japanese', (_name, { en, ja }) => {
    const same = Object.keys(en).filter((key) => en[key as keyof typeof en] === ja[key as keyof typeof ja])
    // Names that are the same in every language.
    expect(same.filter((key) => !['mfa', 'sqlite', 'annexMark', 'when'].includes(key))).toEqual([])
  })

  it('are filled with values as text, never as places', () => {
    expect(fill('{n} {n|file|files} of {who}', { n: 1, who: '{n}' })).toBe('1 file of {n}')
    expect(fill('{n} {n|file|files}', { n: 12345 })).toBe('12,345 files')
    expect(fillParts('{n} left', { n: { strong: 2 } })).toEqual([
      { text: '2', strong: true },
      { text: ' left' },
    ])
    expect(() => fill('{missing}', {})).toThrow('missing')
  })
})
