import { FacetName, HIDDEN_NAME, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { valuesOf } from './facet-counts.ts'
import { FIELDS, type FieldKind, type QueryField } from './fields.ts'
import { countCodes } from './store/counting.ts'
import { select } from './store/selection.ts'
import type { Steps } from './store/steps.ts'

/**
 * The values that a field has among the rows of a filter, most frequent first; all of a closed list, with 0 where no
 * row has one. Fields whose values are all different (event IDs, notes, files, times) have none to offer.
 */
export function* fieldValues(
  db: ReadableCase,
  filter: SignInFilter,
  field: QueryField,
): Steps<{ text: string; count: number }[]> {
  const kind: FieldKind = FIELDS[field]
  if (kind.reads === 'column' && kind.column !== 'id') {
    const selection = yield* select(db, filter, [kind.column])
    const column = selection.store.column(kind.column)
    const { values } = column
    const counts = countCodes(selection, column)
    const found = values.flatMap((text, code) =>
      text === null || counts[code] === 0 ? [] : [{ text, count: counts[code] ?? 0 }],
    )
    const none = (kind.closed ?? []).filter((text) => !found.some((value) => value.text === text))
    return [
      ...found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
      ...none.map((text) => ({ text, count: 0 })),
    ]
  }
  const facet = FacetName.safeParse(field)
  if (!facet.success) return []
  const values = yield* valuesOf(db, filter, facet.data)
  return values.flatMap(({ key, count, name }) => {
    if (key === NOT_STATED) return []
    // A plain name is easier to read, and says the same unless a role and a user share it.
    const alone = name !== null && values.filter((other) => other.name === name).length === 1
    return [{ text: alone && key !== HIDDEN_NAME ? name : key, count }]
  })
}
