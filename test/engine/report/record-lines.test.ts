import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordLines } from '../../../electron/engine/report/record-lines.ts'
import { trail } from '../../fixtures/trail.ts'

/** Lines whose letter is given, without their commas. */
function cited(record: unknown): [string, string][] {
  const lines = recordLines(JSON.stringify(record))!
  return lines.flatMap(({ text, cites }) => (cites === null ? [] : [[cites, text.replace(/,$/, '')]]))
}

describe('the lines of a record', () => {
  it('cite who, when, from where, with what result and which second factor', () => {
    const [record] = trail('09:05 alice ConsoleLogin ok no-mfa from 198.51.100.23')
    expect(cited(record)).toEqual([
      ['a', '"arn": "arn:aws:iam::111122223333:user/alice"'],
      ['a', '"userName": "alice"'],
      ['b', '"eventTime": "2024-09-14T09:05:00Z"'],
      ['c', '"sourceIPAddress": "198.51.100.23"'],
      ['d', '"ConsoleLogin": "Success"'],
      ['e', '"MFAUsed": "No"'],
    ])
  })

  it('cite the error of a failure and the session of a call', () => {
    const [failed, call] = trail(
      '09:06 hidden ConsoleLogin failed',
      '09:07 Admin/alice GetSigninToken ok mfa',
    )
    expect(cited(failed).filter(([letter]) => letter === 'd')).toEqual([
      ['d', '"errorMessage": "No username found in supplied account"'],
      ['d', '"ConsoleLogin": "Failure"'],
    ])
    expect(cited(call)).toContainEqual(['e', '"mfaAuthenticated": "true"'])
  })

  it('keep numbers, escapes and order as they stand in the file', () => {
    const text = '{"b":1.50e+3,"a":[1, {"x" : "\\u0041\\/"},[],{}],"n":-0}'
    expect(recordLines(text)!.map(({ indent, text: line }) => `${' '.repeat(indent)}${line}`)).toEqual([
      '{',
      ' "b": 1.50e+3,',
      ' "a": [',
      '  1,',
      '  {',
      '   "x": "\\u0041\\/"',
      '  },',
      '  [],',
      '  {}',
      ' ],',
      ' "n": -0',
      '}',
    ])
  })

  it('say when a text cannot be laid out', () => {
    expect(recordLines('{"a":1')).toBeNull()
    expect(recordLines('[1]')).toBeNull()
    expect(recordLines('{"a":1,"a":2}')).toBeNull()
  })

  it('change nothing but white space', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value)
        const lines = recordLines(text)
        if (lines === null) return
        const joined = lines.map((line) => line.text).join('')
        expect(JSON.stringify(JSON.parse(joined))).toBe(text)
      }),
    )
  })
})
