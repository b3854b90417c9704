import { describe, expect, it } from 'vitest'
import { recordKeyOf } from '../../../electron/engine/signin/record-key.ts'
import { escaped, minified, pretty, shuffledKeys } from '../../fixtures/layout.ts'
import { trail } from '../../fixtures/trail.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const keyOf = (text: string): string => recordKeyOf(JSON.parse(text), bytes(text))

describe('record key', () => {
  it('is event ID and account', () => {
    expect(keyOf('{"eventID":"e-1","recipientAccountId":"111122223333"}')).toBe('e-1|111122223333')
    expect(keyOf('{"eventID":"e-1","recipientAccountId":111122223333}')).toBe('e-1|111122223333')
    expect(keyOf('{"eventID":"e-1"}')).toBe('e-1|')
    expect(keyOf('{"eventID":"e-1","recipientAccountId":""}')).toBe('e-1|')
  })

  it('without event ID depends on the value alone, not on how it is written', () => {
    const [whole] = trail('10:00 alice ConsoleLogin ok')
    const { eventID: _, ...record } = whole!
    const key = keyOf(minified(record))
    expect(key).toMatch(/^sha256:[0-9a-f]{64}$/)
    for (const text of [pretty(record), minified(shuffledKeys(record)), escaped(record)])
      expect(keyOf(text)).toBe(key)
    expect(keyOf(minified({ ...record, eventTime: '2024-09-14T10:00:01Z' }))).not.toBe(key)
  })

  it.each([
    ['an empty event ID', '{"eventID":"","a":1}'],
    ['an event ID that is no text', '{"eventID":7,"a":1}'],
    ['no object', '[1,2]'],
    ['keys that look like members of every object', '{"__proto__":{"eventID":"x"},"constructor":1}'],
    ['one key twice', '{"a":1,"a":2}'],
    ['deep nesting', '['.repeat(5000) + ']'.repeat(5000)],
  ])('falls back to the hash for %s', (_, text) => {
    expect(keyOf(text)).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('tells numbers apart that a double cannot', () => {
    expect(keyOf('{"a":12345678901234567890}')).not.toBe(keyOf('{"a":12345678901234567891}'))
    expect(keyOf('{"a":1.0}')).toBe(keyOf('{"a":1}'))
  })
})
