import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { READERS, readBytes } from './read-bytes.ts'

const SIGN_IN = '"eventSource":"signin.amazonaws.com"'
const OTHER = '"eventSource":"s3.amazonaws.com"'
const trail = (...records: string[]) => `{"Records":[${records.join(',')}]}`

describe.each(READERS)('Shapes of a document, %s', (_, reader) => {
  const numbers = (text: string) =>
    readBytes(reader, gzipSync(text)).seen.map(({ recordNumber }) => recordNumber)
  const end = (text: string | Uint8Array) => readBytes(reader, Buffer.from(text)).reading.end

  test.each([
    ['a plain sign-in', `{${SIGN_IN}}`],
    ['capital letters in the source', '{"eventSource":"SIGNIN.amazonAWS.com"}'],
    ['white space around the colon', '{ "eventSource" \t:\r\n "signin.amazonaws.com" }'],
    ['an escaped letter in the source', '{"eventSource":"\\u0073ignin.amazonaws.com"}'],
    ['an escaped dot in the source', '{"eventSource":"signin\\u002eamazonaws.com"}'],
    ['an escaped slash in the source', '{"eventSource":"signin\\/x"}'],
    ['an escaped letter in the key', '{"event\\u0053ource":"signin.amazonaws.com"}'],
    ['a second key that is escaped', `{${OTHER},"event\\u0053ource":"signin.amazonaws.com"}`],
    ['a second key, sign-in last', `{${OTHER},${SIGN_IN}}`],
    ['a second key, sign-in first', `{${SIGN_IN},${OTHER}}`],
    ['no source', '{"eventName":"ConsoleLogin"}'],
    ['a source that is null', '{"eventSource":null}'],
    ['a source that is a list', '{"eventSource":["signin.amazonaws.com"]}'],
    ['a value eventSource', `{"a":"eventSource",${OTHER}}`],
    ['nothing in it', '{}'],
    ['a source that is no service', '{"eventSource":"aws:sqs","body":"{}"}'],
    ['a longer name', '{"eventSource":"signin.amazonaws.com.cn"}'],
    ['a name with a blank', '{"eventSource":"signin.amazonaws.com "}'],
    ['a change of the e-mail address', '{"eventSource":"iam.amazonaws.com","eventName":"EmailUpdated"}'],
    [
      'the same with an escaped letter',
      '{"eventSource":"iam.amazonaws.com","eventName":"Email\\u0055pdated"}',
    ],
  ])('is a candidate: %s', (_, record) => {
    expect(numbers(trail(`{${OTHER}}`, record, `{${OTHER}}`))).toEqual([2])
  })

  test.each([
    ['another service', `{${OTHER}}`],
    ['another call of IAM', '{"eventSource":"iam.amazonaws.com","eventName":"CreateUser"}'],
    ['a nested source', `{"a":{${SIGN_IN}},${OTHER},"b":[{${SIGN_IN}}],"Records":[{${SIGN_IN}}]}`],
    ['a source in a string', `{"a":"{\\"eventSource\\":\\"signin.amazonaws.com\\"}",${OTHER}}`],
    ['brackets in strings', `{"a":"}}]]{[",${OTHER},"b":"\\"}"}`],
    [
      'a key that is almost the one',
      `{"eventSources":"signin.amazonaws.com",${OTHER},"xeventSource":"sso.amazonaws.com"}`,
    ],
    ['a letter that only looks escaped', `{"a":"\\\\u0053",${OTHER}}`],
  ])('is none: %s', (_, record) => {
    expect(numbers(trail(record, `{${SIGN_IN}}`, record))).toEqual([2])
  })

  test('elements that are no objects are counted as such', () => {
    const text = trail('1', '"a,]}{"', 'null', `[{${SIGN_IN}}]`, `{${SIGN_IN}}`, 'true', 'false', '-1.5e+3')
    const { reading, seen } = readBytes(reader, Buffer.from(text))
    expect(reading).toMatchObject({ records: 8, nonObjects: 7, end: { kind: 'complete' } })
    expect(seen.map(({ recordNumber }) => recordNumber)).toEqual([5])
  })

  test('an empty list is a whole trail', () => {
    expect(readBytes(reader, Buffer.from(' {"Records" : [ ] } \n')).reading).toMatchObject({
      isTrail: true,
      records: 0,
      end: { kind: 'complete' },
    })
  })

  test.each([
    ['a list at the top', `[{${SIGN_IN}}]`],
    ['one record a line', `{${SIGN_IN}}\n{${OTHER}}\n`],
    ['two documents', trail(`{${SIGN_IN}}`) + trail(`{${OTHER}}`)],
    ['two members Records', '{"Records":[],"Records":[]}'],
    ['an escaped key', `{"Rec\\u006frds":[{${SIGN_IN}}]}`],
    ['Records that is no list', '{"Records":{"a":1}}'],
    ['Records in other letters', `{"records":[{${SIGN_IN}}]}`],
    ['no Records', '{"logFiles":[{"x":1}]}'],
    ['plain words', 'hello'],
    ['a control character in a string', '{"Records":[{"a":"x\u0001"}]}'],
    ['a line end in a string', '{"Records":[{"a":"\\\n"}]}'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${trail()}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(trail(), 'utf16le')],
    ['damage before the records', '{"a":tru,"Records":[]}'],
    ['a byte order mark that comes late', ` \ufeff${trail()}`],
  ])('is left to another reader: %s', (_, text) => {
    expect(end(text)).toMatchObject({ kind: 'unusual' })
  })

  const lines = `{${SIGN_IN}}\n`.repeat(200_000)
  test.each([
    ['lines', Buffer.from(lines)],
    ['lines, packed', gzipSync(lines, { level: 0 })],
    ['another list than Records', Buffer.from(`{"Events":[{}${`,{${SIGN_IN}}`.repeat(200_000)}]}`)],
  ])(
    'a file that is left to another reader is not read to its end, as that one begins anew: %s',
    (_, file) => {
      const { reading } = readBytes(reader, file)
      expect(reading.end).toMatchObject({ kind: 'unusual' })
      expect(reading).toMatchObject({ sha256: '', contentSha256: null })
      expect(reading.bytes).toBeLessThan(file.length / 2)
    },
  )

  test.each([
    ['nothing', '', 'empty', 0],
    ['white space', ' \n\t ', 'empty', 0],
    ['a missing comma', '{"Records":[{} {}]}', 'json-syntax', 15],
    ['a comma too many', '{"Records":[{},]}', 'json-syntax', 15],
    ['no element', '{"Records":[,]}', 'json-syntax', 12],
    ['a bracket of the wrong kind', '{"Records":[{"a":[1}]}]}', 'json-syntax', 19],
    ['wrong brackets that add up', '{"Records":[{"a":[1},"b":{2]}]}', 'json-syntax', 19],
    ['a word that is none', '{"Records":[tru]}', 'json-syntax', 12],
    ['a number that is none', '{"Records":[01]}', 'json-syntax', 12],
    ['an escape that is none', '{"Records":["\\x"]}', 'json-syntax', 14],
    ['something after the end', '{"Records":[{}]} x', 'json-trailing-bytes', 17],
    ['an end after the first record', '{"Records":[{},{"a":1', 'json-truncated', 21],
  ])('is trouble: %s', (_, text, reason, offset) => {
    expect(end(text)).toMatchObject({ kind: 'trouble', reason, offset, offsetIn: 'content' })
  })

  test('what stands before the trouble is kept', () => {
    const { reading, seen } = readBytes(reader, Buffer.from(`{"Records":[{${SIGN_IN}},{${OTHER}},{"a":]}]}`))
    expect(reading).toMatchObject({ isTrail: true, records: 2 })
    expect(seen).toHaveLength(1)
    expect(reading.contentSha256).toBe(reading.sha256)
  })
})

test.each(READERS)(
  'a record without a name is not taken by the name of the next one (%s)',
  (_name, reader) => {
    for (let pad = 0; pad < 40; pad += 1) {
      const first = `{"eventSource":"iam.amazonaws.com","x":"${'y'.repeat(pad)}"}`
      const text = `{"Records":[${first},{"eventName":"ListUsers","eventSource":"s3.amazonaws.com"}]}`
      const { reading, seen } = readBytes(reader, Buffer.from(text))
      expect(reading.records).toBe(2)
      expect([pad, seen.map(({ recordNumber }) => recordNumber)]).toEqual([pad, [1]])
    }
  },
)
