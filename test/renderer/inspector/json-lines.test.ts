import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citedLines } from '../../../renderer/inspector/cited-lines.ts'
import { indentJson, jsonLines } from '../../../renderer/inspector/json-lines.ts'
import { visibleText } from '../../../renderer/ui/visible-text.ts'

/** The text without white space outside strings. */
function squeezed(text: string): string {
  return text.replace(/("(?:[^"\\]|\\[\s\S])*")|[ \t\n\r]+/g, (_, string: string | undefined) => string ?? '')
}

describe('indenter', () => {
  test('lays out what JSON itself would lay out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('changes nothing but white space outside strings, whatever the text is', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\"',
      '"',
      ' ',
      '\n',
      '1.50',
      'nul',
      '\\',
      'é',
      '\ud800',
    )
    const broken = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))
    const spaced = fc.jsonValue().map((value) => JSON.stringify(value, null, '\t '.slice(0, 1)))
    fc.assert(
      fc.property(fc.oneof(broken, spaced, fc.string({ unit: 'binary' })), (text) => {
        expect(squeezed(indentJson(text))).toBe(squeezed(text))
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  test('keeps numbers as they are written', () => {
    expect(indentJson('{"a":1.50,"b":12345678901234567890,"c":1E+2,"d":-0}')).toBe(
      '{\n  "a": 1.50,\n  "b": 12345678901234567890,\n  "c": 1E+2,\n  "d": -0\n}',
    )
  })

  test('keeps a key that stands twice, and its order', () => {
    expect(indentJson('{"a":1,"a":2}')).toBe('{\n  "a": 1,\n  "a": 2\n}')
  })

  test('keeps escapes, halves of surrogates and markup', () => {
    const text = '{"a":"\\ud800 \\u0041 <img src=x>"}'
    expect(indentJson(text)).toBe('{\n  "a": "\\ud800 \\u0041 <img src=x>"\n}')
  })

  test.each([
    '',
    '{',
    '{"a":1',
    '{"a" 1}',
    '{"a":1,}',
    '[1 2]',
    '{"a":1}}',
    '{"a":"x',
    '{a:1}',
    '[}',
    '{"a":1} x',
    ',',
  ])('leaves %j as it is', (text) => {
    expect(jsonLines(text)).toBeNull()
    expect(indentJson(text)).toBe(text)
  })

  test('takes 100,000 levels without running out of stack', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(jsonLines(deep)).toHaveLength(199_999)
  })
})

describe('cited lines', () => {
  const lines = jsonLines(
    JSON.stringify({
      userIdentity: { type: 'IAMUser', arn: '', userName: 'alice' },
      eventTime: '2024-09-14T13:52:07Z',
      'userIdentity.arn': 'not the arn',
      sourceIPAddress: '198.51.100.23',
      responseElements: { ConsoleLogin: 'Failure' },
      errorMessage: 'Failed authentication',
      additionalEventData: { MFAUsed: 'No' },
    }),
  )!

  test('marks the lines that the facts were read from', () => {
    const detail = {
      outcomeBasis: 'responseElements',
      mfaBasis: 'MFAUsed',
      row: { eventName: 'ConsoleLogin', outcome: 'failure' },
    }
    const cited = citedLines(lines, detail as Parameters<typeof citedLines>[1])
    const shown = [...cited].map(([index, citation]) => [lines[index]!.key, citation])
    expect(shown).toEqual([
      ['"userName"', 'who'],
      ['"eventTime"', 'when'],
      ['"sourceIPAddress"', 'from'],
      ['"ConsoleLogin"', 'result'],
      ['"errorMessage"', 'result'],
      ['"MFAUsed"', 'mfa'],
    ])
  })
})

describe('visible text', () => {
  test('shows what would hide or turn a name', () => {
    expect(visibleText('ali\u202Ece\u0000\ud800\u200b')).toBe('ali\\u202Ece\\u0000\\uD800\\u200B')
  })

  test('leaves ordinary writing alone', () => {
    expect(visibleText('山田 太郎 é <b>alice</b> 🙂')).toBe('山田 太郎 é <b>alice</b> 🙂')
  })
})
