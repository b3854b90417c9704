import { isObject, textAt, valueAt } from '../../signin/fields.ts'
import { atFirstOf, bestSight, sightAt } from './locate.ts'
import type { CsvForm } from './read-csv.ts'
import type { JsonForm, Sight } from './read-json.ts'

const ORIGINAL = [
  ['_source', 'event', 'original'],
  ['_source', 'event.original'],
  ['event', 'original'],
  ['event.original'],
  ['fields', 'event.original'],
] as const

/**
 * Documents taken out of Elasticsearch, as search answer or one on each line: Elastic's CloudTrail integration keeps
 * the record as the text `event.original`.
 */
export const elasticForm: JsonForm = {
  name: 'elastic-json',
  lists: [['hits', 'hits']],
  locate: atFirstOf(ORIGINAL),
  paths: ORIGINAL,
  sees(value): Sight {
    const hits = valueAt(value, 'hits', 'hits')
    if (Array.isArray(hits)) return bestSight(hits.map(sightOf))
    return sightOf(value)
  },
}

function sightOf(document: unknown): Sight {
  const sight = sightAt(document, ORIGINAL)
  return sight ?? (isObject(valueAt(document, '_source')) ? 'envelope' : null)
}

/** A saved search as CSV. */
export const elasticCsvForm: CsvForm = {
  name: 'elastic-csv',
  recordColumns: ['eventoriginal', '_sourceeventoriginal'],
  row: null,
}

/** True for a document of the CloudTrail integration: it says so itself, with the record or without. */
export function isCloudTrailDocument(document: unknown): boolean {
  const sources = [document, valueAt(document, '_source')]
  return sources.some((source) =>
    [textAt(source, 'event', 'dataset'), textAt(source, 'event.dataset')].includes('aws.cloudtrail'),
  )
}
