import { isObject, textAt, valueAt } from '../../signin/fields.ts'
import { elements, keyAt, skipSpace, valuesAt } from './json-members.ts'
import { atFirstOf, bestSight, holdsRecord, recordAt, sightAt } from './locate.ts'
import type { CsvForm } from './read-csv.ts'
import type { JsonForm, Located, Sight } from './read-json.ts'

const MESSAGE = [['@message']] as const
const inObject = atFirstOf(MESSAGE)

/**
 * Results of a Logs Insights query: from the CLI, `results` with a list of `{field, value}` for each row
 * (`get-query-results`, CloudWatch Logs API Reference); from the console, a list of objects. Only the field
 * `@message` holds the record.
 */
export const logsInsightsForm: JsonForm = {
  name: 'logs-insights-json',
  lists: [['results']],
  locate: (element, maxDepth) =>
    element[skipSpace(element, 0)] === 0x5b ? inFields(element, maxDepth) : inObject(element, maxDepth),
  sees(value): Sight {
    const results = valueAt(value, 'results')
    if (Array.isArray(results)) return bestSight(results.map(sightOfFields))
    return Array.isArray(value) ? sightOfFields(value) : sightAt(value, MESSAGE)
  },
}

function inFields(element: Uint8Array, maxDepth: number): Located[] {
  return [...elements(element, skipSpace(element, 0), maxDepth)].flatMap(({ start, end }) => {
    const field = element.subarray(start, end)
    const isMessage = valuesAt(field, ['field'], maxDepth).some(
      (name) => field[name.start] === 0x22 && keyAt(field, name.start, name.end) === '@message',
    )
    if (!isMessage) return []
    return valuesAt(field, ['value'], maxDepth).flatMap((value) =>
      recordAt(field, value.start, value.end).map((located) => ({
        ...located,
        start: located.start + start,
        end: located.end + start,
      })),
    )
  })
}

function sightOfFields(row: unknown): Sight {
  if (!Array.isArray(row)) return null
  const fields = row.filter((field) => textAt(field, 'field') !== null)
  const messages = fields.filter((field) => textAt(field, 'field') === '@message')
  if (messages.some((field) => holdsRecord(valueAt(field, 'value')))) return 'record'
  return messages.length > 0 ? 'envelope' : null
}

/** The same as CSV, downloaded from the console. */
export const logsInsightsCsvForm: CsvForm = {
  name: 'logs-insights-csv',
  recordColumns: ['@message'],
  row: null,
}

/** True for a row of single fields of CloudTrail records. */
export function isFlattened(row: unknown): boolean {
  const fields = Array.isArray(row)
    ? row.map((field) => [textAt(field, 'field'), textAt(field, 'value')] as const)
    : isObject(row)
      ? Object.entries(row)
      : []
  return fields.some(
    ([name, value]) =>
      name?.startsWith('userIdentity.') ||
      (name === 'eventSource' && typeof value === 'string' && value.endsWith('.amazonaws.com')),
  )
}
