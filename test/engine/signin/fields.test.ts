import { describe, expect, it } from 'vitest'
import { accountAt, sameWord, textAt, valueAt } from '../../../electron/engine/signin/fields.ts'

describe('fields of a record', () => {
  it('are own properties only', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined()
    expect(valueAt({}, '__proto__')).toBeUndefined()
    expect(valueAt({}, 'constructor', 'name')).toBeUndefined()
    expect(valueAt(JSON.parse('{"__proto__":{"a":"own"}}'), '__proto__', 'a')).toBe('own')
  })

  it('are found along a path, never through a list, a text or null', () => {
    expect(valueAt({ a: { b: { c: 1 } } }, 'a', 'b', 'c')).toBe(1)
    expect(valueAt({ a: [{ b: 1 }] }, 'a', '0', 'b')).toBeUndefined()
    expect(valueAt({ a: 'text' }, 'a', 'length')).toBeUndefined()
    expect(valueAt({ a: null }, 'a', 'b')).toBeUndefined()
    expect(valueAt(7)).toBe(7)
  })

  it('are text or nothing', () => {
    expect(textAt({ a: 'x' }, 'a')).toBe('x')
    for (const value of ['', null, 0, 7, true, {}, ['x']]) expect(textAt({ a: value }, 'a')).toBeNull()
  })

  it('take an account number that a tool printed as a number', () => {
    expect(accountAt({ a: 111122223333 }, 'a')).toBe('111122223333')
    expect(accountAt({ a: '011122223333' }, 'a')).toBe('011122223333')
    for (const value of [-1, 0, 1.5, 1e12, Number.NaN, true, null])
      expect(accountAt({ a: value }, 'a')).toBeNull()
  })

  it('compare words without regard to letter case', () => {
    expect(sameWord('YES', 'Yes')).toBe(true)
    expect(sameWord('Yes ', 'Yes')).toBe(false)
    expect(sameWord(null, 'Yes')).toBe(false)
  })
})
