import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkCustody } from '../../../electron/engine/custody/log.ts'
import { marksOf } from '../../../electron/engine/marks/event-marks.ts'
import { type Marking, putOn, takeOff } from '../../../electron/engine/marks/put-take.ts'
import { selectedIds } from '../../../electron/engine/marks/selected.ts'
import { changeTag, createTag, listTags, removeTag } from '../../../electron/engine/marks/tags.ts'
import { createTimelineViews } from '../../../electron/engine/timeline/views.ts'
import { createUndoStore } from '../../../electron/engine/undo-store.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

let marking: Marking
const tagsOf = (id: number) => marksOf(marking.db, [id])[0]!.tags.map(({ tag }) => tag)
const lastEntry = () => {
  const row = marking.db.prepare('select action, detail from custody_entry order by sequence desc').get()
  const { action, detail } = row as { action: string; detail: string }
  return { action, ...JSON.parse(detail) }
}
const entries = () => checkCustody(marking.db).entries

beforeEach(async () => {
  const folder = freshFolder()
  const lines = Array.from({ length: 30 }, (_, n) => `10:${String(n).padStart(2, '0')} alice ConsoleLogin ok`)
  archive(join(folder, 'a'), trail(...lines))
  const made = freshCase(folder)
  await importInto(made, [join(folder, 'a')])
  marking = { db: made.db, actor: made.actor, undo: createUndoStore() }
})

describe('a tag', () => {
  it('is put on an event and taken off again, and undo does the reverse of each', () => {
    const { tag } = createTag(marking, 'suspect', 'red')
    const put = putOn(marking, { tag: tag.id }, [3])
    expect(put).toMatchObject({ changed: 1, unchanged: 0 })
    expect(tagsOf(3)).toEqual([tag.id])
    expect(lastEntry()).toMatchObject({ action: 'events.tagged', tag: 'suspect', events: 1, rows: [3] })
    marking.undo.undo(put.undo)
    expect(tagsOf(3)).toEqual([])
    expect(lastEntry()).toMatchObject({ action: 'change.undone', events: 1 })

    putOn(marking, { tag: tag.id }, [3])
    const before = marksOf(marking.db, [3])
    const take = takeOff(marking, { tag: tag.id }, [3, 4])
    expect(take).toMatchObject({ changed: 1, unchanged: 1 })
    marking.undo.undo(take.undo)
    expect(marksOf(marking.db, [3])).toEqual(before)
    expect(checkCustody(marking.db).intact).toBe(true)
  })

  it('on many events is one entry with counts, and undo leaves alone what was so before', () => {
    const { tag } = createTag(marking, 'suspect', 'red')
    putOn(marking, { tag: tag.id }, [1, 2])
    const before = entries()
    const views = createTimelineViews(marking.db)
    const { view } = views.open(emptyFilter, null)
    const all = putOn(marking, { tag: tag.id }, selectedIds(marking.db, views, { view }))
    expect(all).toMatchObject({ changed: 28, unchanged: 2 })
    expect(entries()).toBe(before + 1)
    expect(lastEntry()).toEqual({ action: 'events.tagged', tag: 'suspect', events: 28 })
    expect(listTags(marking.db)).toMatchObject([{ name: 'suspect', events: 30 }])
    marking.undo.undo(all.undo)
    expect(tagsOf(1)).toEqual([tag.id])
    expect(tagsOf(3)).toEqual([])
    expect(() => marking.undo.undo(all.undo)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  it('that changes nothing leaves no entry', () => {
    const { tag } = createTag(marking, 'suspect', 'red')
    const before = entries()
    const take = takeOff(marking, { tag: tag.id }, [1])
    marking.undo.undo(take.undo)
    expect(entries()).toBe(before)
  })

  it('is renamed, removed with all it was on, and brought back with it', () => {
    const { tag } = createTag(marking, 'suspect', 'red')
    putOn(marking, { tag: tag.id }, [1, 2])
    const renamed = changeTag(marking, tag.id, 'intruder', 'violet')
    expect(renamed).toMatchObject({ changed: 2, tag: { name: 'intruder', color: 'violet' } })
    const removed = removeTag(marking, tag.id)
    expect([removed.changed, listTags(marking.db), tagsOf(1)]).toEqual([2, [], []])
    const other = createTag(marking, 'new', 'blue').tag
    expect(other.id).not.toBe(tag.id)
    marking.undo.undo(removed.undo)
    expect(tagsOf(1)).toEqual([tag.id])
    marking.undo.undo(renamed.undo)
    expect(listTags(marking.db).map(({ name }) => name)).toEqual(['new', 'suspect'])
  })

  it('has a name of its own, in upper and lower case alike', () => {
    createTag(marking, 'suspect', 'red')
    expect(() => createTag(marking, 'Suspect', 'blue')).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
    const other = createTag(marking, 'other', 'blue').tag
    expect(() => changeTag(marking, other.id, 'SUSPECT', 'blue')).toThrow()
    expect(changeTag(marking, other.id, 'Other', 'blue').tag.name).toBe('Other')
  })

  it('or an event that is not there changes nothing', () => {
    const views = createTimelineViews(marking.db)
    const missing = expect.objectContaining({ code: 'not-found' })
    expect(() => putOn(marking, { tag: 9 }, [1])).toThrow(missing)
    expect(() => selectedIds(marking.db, views, { ids: [1, 99] })).toThrow(missing)
    expect(() => selectedIds(marking.db, views, { view: 7 })).toThrow(missing)
  })
})

describe('a mark', () => {
  it('says who and when, one of each kind', () => {
    putOn(marking, { mark: 'reviewed' }, [5])
    putOn(marking, { mark: 'bookmark' }, [5])
    const [marks] = marksOf(marking.db, [5])
    expect(marks).toMatchObject({
      reviewed: { author: 'M. Kobayashi', at: expect.any(Number) },
      bookmark: { author: 'M. Kobayashi' },
    })
    const off = takeOff(marking, { mark: 'reviewed' }, [5])
    expect(marksOf(marking.db, [5])).toMatchObject([{ reviewed: null, bookmark: {} }])
    marking.undo.undo(off.undo)
    expect(marksOf(marking.db, [5])).toEqual([marks])
  })

  it('reaches parts of a view', () => {
    const views = createTimelineViews(marking.db)
    const { view } = views.open(emptyFilter, null)
    const ids = selectedIds(marking.db, views, {
      view,
      ranges: [
        [0, 2],
        [1, 3],
        [29, 99],
      ],
    })
    expect(ids).toHaveLength(4)
    expect(putOn(marking, { mark: 'reviewed' }, ids).changed).toBe(4)
  })

  it('never changes the record, its place or its source', () => {
    const evidence = () =>
      ['sign_in', 'sighting', 'source'].map((table) => marking.db.prepare(`select * from ${table}`).all())
    const before = evidence()
    const { tag } = createTag(marking, 'suspect', 'red')
    putOn(marking, { tag: tag.id }, [1, 2, 3])
    marking.undo.undo(putOn(marking, { mark: 'reviewed' }, [1]).undo)
    expect(evidence()).toEqual(before)
  })
})
