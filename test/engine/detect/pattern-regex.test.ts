import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRegex } from '../../../electron/engine/detect/pattern/regex/compile-regex.ts'
import { matchesRegex, type RegexMeter } from '../../../electron/engine/detect/pattern/regex/match-regex.ts'
import { problemOf } from './match-one.ts'

const regexOf = (source: string) => readRegex({ text: `%${source}%`, at: 0, notices: [], regexes: 0 })
const finds = (source: string, text: string) => matchesRegex(regexOf(source), text)
const problem = (source: string) => problemOf(`{ $.a = %${source}% }`).code

describe('what the limited syntax has', () => {
  it.each([
    ['abc', 'xxabcxx', 'xxabxcx'],
    ['^[hc]at', 'hat', 'a hat'],
    ['[hc]at$', 'a cat', 'cats'],
    ['colou?r', 'color', 'colouur'],
    ['ab*c', 'ac', 'abd'],
    ['^ab+c$', 'abbc', 'ac'],
    ['^a{3}$', 'aaa', 'aaaa'],
    ['^a{2,}$', 'aaaaa', 'a'],
    ['^a{1,2}$', 'aa', 'aaa'],
    ['gra|ey', 'grey', 'grxy'],
    ['^a|b$', 'xb', 'xax'],
    ['a.c', 'a\u{1f600}c', 'ac'],
    ['^.$', '\u{1f600}', 'ab'],
    ['[^0-9]', '7x', '789'],
    ['^[a-cx-]+$', 'abc-x', 'abd'],
    ['^\\d\\D$', '1a', '11'],
    ['^\\w\\W$', '_ ', '__'],
    ['^\\s\\S$', '\ta', 'aa'],
    ['\\x41\\x2e', 'A.', 'AB'],
    ['1\\.2', '1.2', '1x2'],
    ['[.]2', '1.2', '1x2'],
    ['a:_#=@/;,-b', 'a:_#=@/;,-b', 'a'],
  ] as const)('%s', (source, found, not) => {
    expect(finds(source, found)).toBe(true)
    expect(finds(source, not)).toBe(false)
  })

  it('says of everything else what it is', () => {
    expect(problem('')).toBe('regex-empty')
    expect(problem('(a)')).toBe('regex-group')
    expect(problem('[(]')).toBe('regex-group')
    expect(problem('some!')).toBe('regex-sign')
    expect(problem('a b')).toBe('regex-sign')
    expect(problem('日本')).toBe('regex-sign')
    expect(problem('[あ]')).toBe('regex-sign')
    expect(problem('[abc')).toBe('regex-class')
    expect(problem('[]')).toBe('regex-class')
    expect(problem('a]')).toBe('regex-class')
    expect(problem('[z-a]')).toBe('regex-range')
    expect(problem('a{3,1}')).toBe('regex-range')
    expect(problem('*a')).toBe('regex-repeat')
    expect(problem('a**')).toBe('regex-repeat')
    expect(problem('a{x}')).toBe('regex-repeat')
    expect(problem('^*')).toBe('regex-repeat')
    expect(problem('\\q')).toBe('regex-escape')
    expect(problem('\\xff')).toBe('regex-escape')
    expect(problem('\\')).toBe('regex-escape')
    expect(problem('a{99999}')).toBe('regex-large')
    expect(problem('a{600}b{600}')).toBe('regex-large')
    expect(problemOf('{ $.a = %abc }')).toMatchObject({ code: 'regex-not-closed', from: 8 })
    expect(problemOf('{ $.a = %ab!c% }')).toMatchObject({ code: 'regex-sign', marked: '!', from: 11 })
  })
})

describe('the work of a match', () => {
  it.each([
    ['a?'.repeat(300) + 'a'.repeat(300), 'a'.repeat(299)],
    [`${'.*'.repeat(200)}=x`, 'a='.repeat(2000)],
    ['\\w+\\w+\\w+\\w+\\w+\\w+\\w+\\w+@', 'a'.repeat(5000)],
    ['[a-z]{1,200}[a-z]{1,200}$', `${'a'.repeat(3000)}!`],
  ])('is at most states times length: %#', (source, text) => {
    const regex = regexOf(source)
    const meter: RegexMeter = { steps: 0 }
    expect(matchesRegex(regex, text, meter)).toBe(false)
    expect(meter.steps).toBeGreaterThan(text.length)
    expect(meter.steps).toBeLessThanOrEqual(regex.states.length * (text.length + 1))
  })

  it('has a bound on the states of any pattern that is accepted', () => {
    expect(regexOf('a?'.repeat(499)).states).toHaveLength(1 + 2 * 499)
    expect(problem('a?'.repeat(501))).toBe('regex-large')
  })
})

describe('against the language of the computer', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '1')
  const item = fc.tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,2}', '{1,}'))
  const sequence = fc.array(item, { maxLength: 4 }).map((items) => items.map(([a, b]) => a + b).join(''))
  const anchored = fc
    .tuple(fc.constantFrom('', '^'), sequence, fc.constantFrom('', '$'))
    .map((parts) => parts.join(''))
  const source = fc.array(anchored, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'))
  const text = fc.array(fc.constantFrom('a', 'b', '1', '-'), { maxLength: 6 }).map((parts) => parts.join(''))

  it('finds the same as its slow twin', () => {
    fc.assert(
      fc.property(source, text, (regex, subject) => {
        fc.pre(regex !== '')
        expect(finds(regex, subject)).toBe(new RegExp(regex, 'u').test(subject))
      }),
      { numRuns: 800 },
    )
  })
})
