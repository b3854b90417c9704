import type { EventMarks, Mark, MarkedBy } from '../../../shared/domain/mark.ts'
import type { ReadableCase } from '../case/rights.ts'

/** Tags and marks of the events with these numbers, in the order of the numbers. */
export function marksOf(db: ReadableCase, ids: readonly number[]): EventMarks[] {
  const tags = db.prepare(
    `select t.tag_id as tag, t.author as author, t.at as at from sign_in_tag t join tag on tag.id = t.tag_id
     where t.sign_in_id = ? order by tag.name collate nocase, tag.name`,
  )
  const marks = db.prepare('select mark, author, at from sign_in_mark where sign_in_id = ?')
  return ids.map((id) => {
    const put = marks.all(id) as (MarkedBy & { mark: Mark })[]
    const by = (mark: Mark): MarkedBy | null => {
      const found = put.find((line) => line.mark === mark)
      return found === undefined ? null : { author: found.author, at: found.at }
    }
    return {
      id,
      tags: tags.all(id) as EventMarks['tags'],
      bookmark: by('bookmark'),
      reviewed: by('reviewed'),
    }
  })
}
