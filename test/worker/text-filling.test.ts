import { describe, expect, it, vi } from 'vitest'
import { heldText } from '../../electron/engine/query/store/held-text.ts'
import { rowStoreOf } from '../../electron/engine/query/store/row-store.ts'
import { select } from '../../electron/engine/query/store/selection.ts'
import { atOnce } from '../../electron/engine/query/store/steps.ts'
import type { Session } from '../../electron/worker/session.ts'
import { createTextFilling } from '../../electron/worker/text-filling.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { AppError } from '../../shared/errors.ts'
import { freshCase } from '../engine/open-case.ts'
import { insertRows } from '../engine/query/made-rows.ts'

/** A large case in which a text was looked for once. */
function searched() {
  const { db } = freshCase()
  insertRows(
    db,
    Array.from({ length: 20_500 }, (_, time) => ({ time, raw: `{"n":"${time}"}` })),
  )
  atOnce(select(db, { ...emptyFilter, query: 'nothing' }))
  let open = true
  const current = () => {
    if (!open) throw new AppError('no-case-open', 'No case is open.')
    return { db }
  }
  const session = { current } as unknown as Session
  const close = () => {
    open = false
    db.close()
  }
  return { db, session, close, held: () => heldText(rowStoreOf(db)) }
}

describe('taking in the texts between calls', () => {
  it('comes to its end beside other work, in steps', async () => {
    const { session, held } = searched()
    let turns = 0
    const count = setInterval(() => {
      turns += 1
    }, 1)
    createTextFilling(session)()
    expect(held().find(['20499'])).toBeNull()
    await vi.waitFor(() => expect(held().find(['20499'])?.certain.indexOf(1)).toBe(20_499), 30_000)
    clearInterval(count)
    expect(turns).toBeGreaterThan(5)
  }, 60_000)

  it('ends without a word when the case is closed', async () => {
    const { session, close } = searched()
    createTextFilling(session)()
    await new Promise((resolve) => setTimeout(resolve, 5))
    close()
    // A step on the closed case would throw in a timer, and with it the test.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }, 60_000)

  it('ends when the case cannot be read, without taking the engine with it', async () => {
    const { db, session } = searched()
    createTextFilling(session)()
    db.exec('alter table sign_in rename to out_of_reach')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }, 60_000)
})
