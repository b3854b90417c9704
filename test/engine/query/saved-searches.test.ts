import { describe, expect, it } from 'vitest'
import { checkCustody, listCustody } from '../../../electron/engine/custody/log.ts'
import {
  removeSearch,
  renameSearch,
  restoreSearch,
  savedSearches,
  saveSearch,
} from '../../../electron/engine/query/saved-searches.ts'
import { freshCase } from '../open-case.ts'

const SEARCH = { name: 'failures', query: 'outcome:failure', zone: 'Asia/Tokyo' }

describe('saved searches', () => {
  it('are kept with who and when, by name, and each act stands in the custody log', () => {
    const { db, actor } = freshCase()
    const kept = saveSearch(db, actor, SEARCH)
    expect(kept).toMatchObject({ ...SEARCH, author: actor.name, removed: false })
    renameSearch(db, actor, kept.id, 'b')
    saveSearch(db, actor, { ...SEARCH, name: 'a' })
    expect(savedSearches(db).map(({ name }) => name)).toEqual(['a', 'b'])
    removeSearch(db, actor, kept.id)
    expect(savedSearches(db).map(({ name }) => name)).toEqual(['a'])
    expect(restoreSearch(db, actor, kept.id)).toMatchObject({ name: 'b', removed: false, at: kept.at })
    const acts = listCustody(db, 1, 10).map(({ action }) => action)
    expect(acts).toEqual([
      'search.saved',
      'search.renamed',
      'search.saved',
      'search.removed',
      'search.restored',
    ])
    expect(checkCustody(db).intact).toBe(true)
  })

  it('have each a name of their own, but for those that were removed', () => {
    const { db, actor } = freshCase()
    const first = saveSearch(db, actor, SEARCH)
    expect(() => saveSearch(db, actor, SEARCH)).toThrow(expect.objectContaining({ code: 'name-taken' }))
    removeSearch(db, actor, first.id)
    const second = saveSearch(db, actor, SEARCH)
    expect(() => restoreSearch(db, actor, first.id)).toThrow(expect.objectContaining({ code: 'name-taken' }))
    renameSearch(db, actor, second.id, 'other')
    expect(restoreSearch(db, actor, first.id).name).toBe('failures')
    expect(() => renameSearch(db, actor, second.id, 'failures')).toThrow(
      expect.objectContaining({ code: 'name-taken' }),
    )
    expect(() => removeSearch(db, actor, 99)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  it('write nothing for what changes nothing', () => {
    const { db, actor } = freshCase()
    const { id } = saveSearch(db, actor, SEARCH)
    const before = checkCustody(db).entries
    renameSearch(db, actor, id, SEARCH.name)
    restoreSearch(db, actor, id)
    expect(checkCustody(db).entries).toBe(before)
  })
})
