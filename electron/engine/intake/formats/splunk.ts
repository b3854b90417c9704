import { isObject, textAt, valueAt } from '../../signin/fields.ts'
import { atFirstOf, bestSight, sightAt } from './locate.ts'
import type { CsvForm } from './read-csv.ts'
import type { JsonForm, Sight } from './read-json.ts'

const RAW = [['_raw'], ['result', '_raw']] as const

/** Results exported from Splunk, as a list or one on each line: the event as it came in is the text `_raw`. */
export const splunkForm: JsonForm = {
  name: 'splunk-json',
  lists: [['results']],
  locate: atFirstOf(RAW),
  paths: RAW,
  sees(value): Sight {
    const results = valueAt(value, 'results')
    if (Array.isArray(results)) return bestSight(results.map((result) => sightAt(result, RAW)))
    return sightAt(value, RAW)
  },
}

/** The same as CSV. */
export const splunkCsvForm: CsvForm = { name: 'splunk-csv', recordColumns: ['_raw'], row: null }

/** True for a result that names CloudTrail as its source type, with the record or without. */
export function isCloudTrailResult(value: unknown): boolean {
  if (!isObject(value)) return false
  return [value, valueAt(value, 'result')].some((result) => textAt(result, 'sourcetype') === 'aws:cloudtrail')
}
