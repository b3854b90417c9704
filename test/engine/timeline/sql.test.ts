import { describe, expect, it } from 'vitest'
import { PRINCIPAL_KEY } from '../../../electron/engine/timeline/principal-key-sql.ts'
import { SIGN_IN_ORDER, signInRows } from '../../../electron/engine/timeline/views.ts'
import { principalKey } from '../../../shared/domain/principal-key.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

async function everyKindOfPrincipal(): Promise<TestCase> {
  const folder = freshFolder()
  const who = [
    'alice',
    'root',
    'hidden',
    'Admin/alice',
    'portal:mika',
    'federated:bob',
    'service:ec2.amazonaws.com',
  ]
  archive(folder, trail(...who.map((name, i) => `10:0${i} ${name} ConsoleLogin ok`)))
  const made = freshCase()
  await importInto(made, [folder])
  return made
}

describe('SQL of the timeline', () => {
  it('gives every principal the key that the window gives it', async () => {
    const { db } = await everyKindOfPrincipal()
    const keys = db.prepare(`select id, (${PRINCIPAL_KEY}) as key from sign_in`).all() as {
      id: number
      key: string
    }[]
    expect(keys).toHaveLength(7)
    const rows = signInRows(
      db,
      keys.map(({ id }) => id),
    )
    expect(keys.map(({ key }) => key)).toEqual(rows.map(principalKey))
  })

  it('takes the order of the timeline from an index, without sorting', () => {
    const { db } = freshCase()
    const plan = db.prepare(`explain query plan select id from sign_in order by ${SIGN_IN_ORDER}`).all()
    expect(plan.map((line) => (line as { detail: string }).detail)).toEqual([
      expect.stringContaining('USING COVERING INDEX sign_in_order'),
    ])
  })

  it('finds the copies of a record and the places of a sign-in by index', () => {
    const { db } = freshCase()
    const planOf = (sql: string) =>
      db
        .prepare(`explain query plan ${sql}`)
        .all()
        .map((line) => (line as { detail: string }).detail)
        .join('; ')
    const withId = `select id from sign_in where event_id = 'x' and record_key = 'x|'`
    expect(planOf(withId)).toContain('INDEX sign_in_event_id')
    const withoutId = `select id from sign_in where event_id is null and record_key = 'x'`
    expect(planOf(withoutId)).toContain('INDEX sign_in_key')
    expect(planOf('select * from sighting where sign_in_id = 1')).toContain('INDEX sighting_sign_in')
  })
})
