import type { ReadableCase } from '../../case/rights.ts'
import { sightingsOf } from '../../timeline/detail.ts'
import type { ExhibitPlace, PlaceArchive, ReportSource } from '../model.ts'

/**
 * Every place of a record, first those whose bytes have the hash that is printed with it, and of these the ones that are
 * cut out most easily; then in order of path.
 */
export function exhibitPlaces(
  db: ReadableCase,
  id: number,
  sources: readonly ReportSource[],
): readonly ExhibitPlace[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const places = sightingsOf(db, id).map((place): ExhibitPlace => {
    const source = byId.get(place.sourceId)
    return { ...place, item: source?.item ?? 0, archive: archiveOf(source, byId) }
  })
  return places.toSorted((a, b) => effort(a) - effort(b))
}

function effort({ sameBytes, archive, encoding }: ExhibitPlace): number {
  const otherBytes = sameBytes === true ? 0 : sameBytes === null ? 8 : 16
  return otherBytes + (archive === 'deeper' ? 4 : archive === null ? 0 : 2) + (encoding === 'plain' ? 0 : 1)
}

function archiveOf(
  source: ReportSource | undefined,
  byId: ReadonlyMap<number, ReportSource>,
): PlaceArchive | 'deeper' | null {
  if (source === undefined || source.parentId === null) return null
  const parent = byId.get(source.parentId)
  if (parent === undefined || parent.parentId !== null) return 'deeper'
  if ((parent.format !== 'zip' && parent.format !== 'tar') || /\.zst$/i.test(parent.shownPath))
    return 'deeper'
  // `!/` stands between them.
  const member = source.shownPath.slice(parent.shownPath.length + 2)
  return { format: parent.format, shownPath: parent.shownPath, member }
}
