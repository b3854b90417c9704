import { describe, expect, it } from 'vitest'
import { countText } from '../../../renderer/settings/numbers.ts'
import { SOURCE_REASONS } from '../../../shared/domain/source.ts'
import { LANGUAGES } from '../../../shared/domain/units.ts'
import { sourceReasonText, sourceReasonWords } from '../../../shared/messages/import.ts'

describe.each(LANGUAGES)('reasons in %s', (language) => {
  it.each(SOURCE_REASONS)('%s is a whole sentence in words', (reason) => {
    const text = sourceReasonText(
      language,
      { reason, offset: null, offsetIn: null, records: null },
      countText,
    )
    expect(text).toMatch(language === 'ja' ? /。$/ : /\.$/)
    if (reason.includes('-')) expect(text).not.toContain(reason)
    expect(sourceReasonWords[language][reason].length).toBeGreaterThan(5)
  })
})

it('says which bytes are counted, and what was kept', () => {
  const trouble = { reason: 'gzip-truncated', offset: 18_204, offsetIn: 'file', records: 49 } as const
  expect(sourceReasonText('en', trouble, countText)).toBe(
    'The gzip data ends early at byte 18,204 of the file. 49 records of the file are kept; whether it held more is unknown.',
  )
  expect(sourceReasonText('ja', { ...trouble, offsetIn: 'content' }, countText)).toBe(
    'gzip が途中で終わっています（展開後の 18,204 バイト目）。読み取れた 49 件は残しました。ほかに何件あったかは不明です。',
  )
})

it('claims no more than it knows about the place', () => {
  const trouble = { reason: 'json-syntax', offset: 0, offsetIn: null, records: null } as const
  expect(sourceReasonText('en', trouble, countText)).toBe('The JSON is broken at byte 0.')
})
