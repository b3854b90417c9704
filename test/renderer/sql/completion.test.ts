import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeSql } from '../../../renderer/sql/editor/completion.ts'
import type { SqlSchema } from '../../../shared/domain/sql.ts'

const schema: SqlSchema = {
  tables: [
    {
      name: 'cloudtrail_logs',
      rows: 3,
      columns: [
        { name: 'eventtime', kind: 'text' },
        { name: 'useridentity', kind: 'json' },
      ],
    },
    { name: 'sign_in', rows: 3, columns: [{ name: 'event_time', kind: 'number' }] },
    { name: 'note', rows: null, columns: [{ name: 'id', kind: 'number' }] },
  ],
  functions: ['regexp_like'],
  members: {
    useridentity: [
      'arn',
      'sessioncontext',
      'sessioncontext.attributes',
      'sessioncontext.attributes.mfaauthenticated',
    ],
  },
}

/** What is offered where `|` stands. */
function offered(text: string): string[] | null {
  const at = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', '') })
  const result = completeSql(schema, {})(new CompletionContext(state, at, false))
  return result?.options.map(({ label }) => label) ?? null
}

describe('names that fit at the caret', () => {
  it('columns, tables, functions and words', () => {
    const labels = offered('select ev|')
    for (const name of ['eventtime', 'event_time', 'note', 'regexp_like', 'WHERE'])
      expect(labels).toContain(name)
  })
  it('members of a struct, level by level, with and without an alias', () => {
    expect(offered('select useridentity.|')).toEqual(['arn', 'sessioncontext'])
    expect(offered('select c.UserIdentity.sessioncontext.|')).toEqual(['attributes'])
    expect(offered('select useridentity.sessioncontext.attributes.mf|')).toEqual(['mfaauthenticated'])
  })
  it('columns of the table before the dot', () => {
    expect(offered('select note.|')).toEqual(['id'])
    expect(offered('select c.|')).toEqual(['eventtime', 'useridentity'])
  })
  it('nothing in texts and comments', () => {
    expect(offered("where eventname = 'ev|'")).toBeNull()
    expect(offered('-- ev|')).toBeNull()
    expect(offered('select |')).toBeNull()
  })
})
