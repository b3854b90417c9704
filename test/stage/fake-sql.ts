import type { SavedQuery, SqlRow } from '../../shared/domain/sql.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { at } from './fake-case.ts'

type SqlCalls = Extract<keyof Handlers, `sql.${string}`>

const NAMES =
  'qa bob ryo grace carol emma kenji.sato alice naoki terraform frank dev payroll yui olivia ops'.split(' ')
const COLUMNS = ['user_name', 'failures', 'first_utc', 'last_utc', 'eventid']

/** A console whose every query finds the failures by name; `nope` in the text is a column that is not there. */
export function fakeSql(emit: () => Served['emit']): Pick<Handlers, SqlCalls> {
  const rows: SqlRow[] = Array.from({ length: 24 }, (_, index) => [
    NAMES[index % NAMES.length] ?? 'qa',
    23 - Math.floor(index / 2),
    `2024-09-14T13:0${index % 10}:37Z`,
    `2024-09-14T13:45:${10 + index}Z`,
    `e0${index}a7c1-51d2-4f0e-8a51-000000000000`,
  ])
  let saved: SavedQuery[] = []
  let last = 0
  const query = (id: number) => {
    const found = saved.find((one) => one.id === id)
    if (found === undefined) throw new AppError('not-found', `No saved query ${id}.`)
    return found
  }
  const keep = (entry: Omit<SavedQuery, 'author' | 'at'>): SavedQuery => {
    const kept = { ...entry, author: 'M. Kobayashi', at: at(16, '01:00:00') * 1000 }
    saved = [...saved.filter(({ id }) => id !== kept.id), kept]
    return kept
  }
  return {
    'sql.schema': () => ({
      tables: [
        {
          name: 'cloudtrail_logs',
          rows: 386,
          columns: ['eventtime', 'eventname', 'sourceipaddress', 'useridentity'].map((name) => ({
            name,
            kind: name === 'useridentity' ? 'json' : 'text',
          })),
        },
        { name: 'sign_in', rows: 386, columns: [{ name: 'event_time', kind: 'number' }] },
      ],
      functions: ['count', 'json_extract_scalar', 'regexp_like'],
      members: { useridentity: ['arn', 'username'] },
    }),
    'sql.run': ({ sql }) => {
      last += 1
      const outcome = { run: last, statement: sql, columns: COLUMNS, rows: rows.length, milliseconds: 19 }
      const missing = sql.indexOf('nope')
      emit()('sql.progress', { run: last, columns: COLUMNS, rows: rows.length, milliseconds: 12 })
      if (missing === -1) {
        return { ...outcome, ended: 'done', problem: null, notices: [], hints: [] }
      }
      const range = { from: missing, to: missing + 4 }
      const problem = { code: 'unknown-column' as const, about: 'nope', suggestions: [], at: range }
      return { ...outcome, columns: [], rows: 0, ended: 'failed', problem, notices: [], hints: [] }
    },
    'sql.page': ({ offset, limit }) => rows.slice(offset, offset + limit).map((row) => [...row]),
    'sql.write': ({ format, path }) => ({
      path,
      format,
      bytes: 2048,
      sha256: 'a'.repeat(64),
      rows: rows.length,
      guarded: [],
    }),
    'sql.history': () => [],
    'sql.saved': () => saved,
    'sql.save': ({ name, sql }) => keep({ id: saved.length + 1, name, sql }),
    'sql.change': ({ id, name, sql }) => keep({ ...query(id), name, sql }),
    'sql.remove': ({ id }) => {
      const gone = query(id)
      saved = saved.filter((one) => one.id !== id)
      return gone
    },
    'sql.event': () => [1],
  }
}
