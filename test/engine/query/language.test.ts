import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryClauses, queryCondition, readQuery } from '../../../electron/engine/query/read-query.ts'
import { QUERY_PROBLEMS, type QueryProblem } from '../../../shared/domain/query.ts'
import { queryNoticeWords, queryProblemWords } from '../../../shared/messages/query-problems.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const timeOf = (query: string, zone = 'UTC') => {
  const condition = queryCondition(query, zone)
  return condition.kind === 'time' ? [condition.from, condition.to] : condition
}

describe('the query language', () => {
  it.each<[string, QueryProblem['code'], string]>([
    ['alice outcom:failure', 'unknown-field', 'outcom'],
    ['outcome:failed', 'unknown-value', 'failed'],
    ['mfa:"no"', 'unknown-value', '"no"'],
    ['is:seen', 'unknown-value', 'seen'],
    ['has:country has:cat', 'unknown-value', 'cat'],
    ['ip:203.0.113.0/33', 'bad-address', '203.0.113.0/33'],
    ['ip:2001:db8::/129', 'bad-address', '2001:db8::/129'],
    ['ip:(10.0.0.1 or 300.1.1.1)', 'bad-address', '300.1.1.1'],
    ['time:2024-02-30', 'bad-time', '2024-02-30'],
    ['time>=yesterday', 'bad-time', 'yesterday'],
    ['time:2024-09-30..2024-09-01', 'bad-range', '2024-09-30..2024-09-01'],
    ['user:a..b', 'no-range-here', 'a..b'],
    ['user>a', 'no-range-here', 'user'],
    ['user:', 'missing-value', ':'],
    ['(user:)', 'missing-value', ':'],
    ['alice and', 'missing-condition', 'and'],
    ['or alice', 'missing-condition', 'or'],
    ['not', 'missing-condition', 'not'],
    ['()', 'missing-condition', ')'],
    ['alice (bob', 'unclosed-bracket', '('],
    ['user:(alice or', 'missing-condition', 'or'],
    ['alice)', 'bracket-not-opened', ')'],
    ['alice "bob', 'unclosed-quote', '"bob'],
    ['alice .. bob', 'unexpected', '..'],
    ['('.repeat(200), 'too-deep', '('],
  ])('%j is wrong: %s, at its place', (query, code, text) => {
    const { problem, clauses } = readQuery(query, 'UTC')
    expect(problem).toMatchObject({ code, text })
    expect(query.slice(problem!.from, problem!.to)).toBe(text)
    expect(clauses).toEqual([])
  })

  it('has words for every problem in both languages, with what is possible', () => {
    for (const code of QUERY_PROBLEMS) {
      const problem = { code, from: 0, to: 1, text: 'x', possible: ['one', 'two'] }
      expect(queryProblemWords('en', problem)).toMatch(/one, two/)
      expect(queryProblemWords('ja', problem)).toMatch(/one、two/)
    }
    const { problem } = readQuery('contry:JP', 'UTC')
    expect(queryProblemWords('en', problem!)).toContain('Did you mean country?')
  })

  it('never throws, and every part lies where it says', () => {
    const pieces = [
      'user:',
      'alice',
      ' ',
      '(',
      ')',
      '"',
      '-',
      'or',
      'and',
      'not',
      '..',
      'time',
      '>=',
      '2024',
      '\\',
      '*',
      '：',
      'ip',
      '日本',
      '😀',
      '::1',
    ]
    const typed = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((of) => of.join(''))
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (query) => {
        const { problem, parts } = readQuery(query, 'UTC')
        if (problem !== null) {
          expect(problem.from).toBeLessThanOrEqual(problem.to)
          expect(problem.to).toBeLessThanOrEqual(query.length)
        }
        let end = 0
        for (const part of parts) {
          expect(part.from).toBeGreaterThanOrEqual(end)
          // Between parts stands nothing but space.
          expect(query.slice(end, part.from).trim()).toBe('')
          end = part.to
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['arn:aws:iam::111122223333:user/alice', 'text'],
    ['https://console.aws.amazon.com/x?y=1', 'text'],
    ['2001:db8::1', 'text'],
    ['arn:"arn:aws:iam::1:user/x"', 'column'],
    ['ip:2001:db8::1', 'address'],
    ['user:arn:aws:sts::1:x', 'user'],
    ['user：alice', 'user'],
    ['“two words”', 'text'],
  ])('%s is taken as %s', (query, kind) => {
    expect(queryCondition(query, 'UTC').kind).toBe(kind)
  })

  it('binds "or" weakest, then "and", then "not"', () => {
    const shape = (query: string) =>
      JSON.stringify(queryCondition(query, 'UTC'), (key, value) =>
        key === 'pattern' ? value.typed.join('*') : value,
      )
    expect(shape('a b or c')).toBe(shape('(a and b) or c'))
    expect(shape('not a b')).toBe(shape('(not a) and b'))
    expect(shape('-user:(a or b)')).toBe(shape('not (user:a or user:b)'))
    expect(shape('a or b c')).not.toBe(shape('(a or b) c'))
  })

  it('tells the conditions that can be taken away one by one', () => {
    const query = 'alice -user:bob (outcome:failure or outcome:success) time:2024'
    const { clauses } = readQuery(query, 'UTC')
    expect(clauses.map(({ from, to, field, not }) => [query.slice(from, to), field, not])).toEqual([
      ['alice', null, false],
      ['-user:bob', 'user', true],
      ['(outcome:failure or outcome:success)', 'outcome', false],
      ['time:2024', 'time', false],
    ])
    expect(queryClauses('a or b', 'UTC')).toHaveLength(1)
  })
})

describe('times in a query', () => {
  it.each<[string, string, string | null, string | null]>([
    ['time:2024-09-01..2024-09-30', 'Asia/Tokyo', '2024-08-31T15:00:00Z', '2024-09-30T15:00:00Z'],
    ['time:2024-09-14', 'UTC', '2024-09-14T00:00:00Z', '2024-09-15T00:00:00Z'],
    ['time:2024-09', 'UTC', '2024-09-01T00:00:00Z', '2024-10-01T00:00:00Z'],
    ['time:2024-12', 'UTC', '2024-12-01T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['time:2024', 'UTC', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['time:2024-09-14T13:52', 'Asia/Tokyo', '2024-09-14T04:52:00Z', '2024-09-14T04:53:00Z'],
    ['time:"2024-09-14 13:52:07"', 'UTC', '2024-09-14T13:52:07Z', '2024-09-14T13:52:08Z'],
    ['time:2024-09-14T13:52:00+09:00', 'America/New_York', '2024-09-14T04:52:00Z', '2024-09-14T04:52:01Z'],
    ['time>=2024-09-14', 'UTC', '2024-09-14T00:00:00Z', null],
    ['time>2024-09-14', 'UTC', '2024-09-15T00:00:00Z', null],
    ['time < 2024-09-14', 'UTC', null, '2024-09-14T00:00:00Z'],
    ['time<=2024-09-14', 'UTC', null, '2024-09-15T00:00:00Z'],
    ['time:2024-09-14..', 'UTC', '2024-09-14T00:00:00Z', null],
    ['time:..2024-09-14', 'UTC', null, '2024-09-15T00:00:00Z'],
    // A day of 23 hours, one of 25, and one that begins at one o'clock.
    ['time:2024-03-31', 'Europe/Berlin', '2024-03-30T23:00:00Z', '2024-03-31T22:00:00Z'],
    ['time:2024-10-27', 'Europe/Berlin', '2024-10-26T22:00:00Z', '2024-10-27T23:00:00Z'],
    ['time:2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
  ])('%s in %s', (query, zone, from, to) => {
    expect(timeOf(query, zone)).toEqual([from === null ? null : at(from), to === null ? null : at(to)])
  })

  it('that the clock skips are refused, and those that it shows twice are told', () => {
    expect(readQuery('time>2024-03-31T02:30', 'Europe/Berlin').problem?.code).toBe('time-does-not-exist')
    const { problem, notices } = readQuery('x time>2024-10-27T02:30', 'Europe/Berlin')
    expect([problem, notices]).toEqual([
      null,
      [{ code: 'time-twice', from: 7, to: 23, text: '2024-10-27T02:30' }],
    ])
    expect(queryNoticeWords('en', notices[0]!)).toContain('earlier')
    expect(timeOf('time>=2024-10-27T02:30', 'Europe/Berlin')).toEqual([at('2024-10-27T00:30:00Z'), null])
  })
})
