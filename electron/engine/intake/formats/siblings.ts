import type { SourceFormat, SourceReason } from '../../../../shared/domain/source.ts'
import { isObject, textAt, valueAt } from '../../signin/fields.ts'
import { columnKey } from './csv-columns.ts'
import { isCloudTrailDocument } from './elastic.ts'
import { isFlattened } from './logs-insights.ts'
import { isCloudTrailResult } from './splunk.ts'

/** A kind of content that is known and holds no records to read. */
export interface Known {
  readonly reason: SourceReason
  readonly format: SourceFormat
  readonly detail: string
}

const DIGEST: Known = {
  reason: 'digest',
  format: 'digest',
  detail:
    'A CloudTrail digest file: it holds hashes of log files, no records. The validation of log files uses it.',
}

const LAKE_SIGNATURE: Known = {
  reason: 'lake-signature',
  format: 'lake-signature',
  detail: 'The sign file of a CloudTrail Lake query result.',
}

const OCSF: Known = {
  reason: 'ocsf',
  format: 'ocsf-json',
  detail: 'JSON with class_uid and metadata.product, as Security Lake holds it.',
}

/**
 * Recognises, in a value at the top, what lies beside CloudTrail's logs or was made of them without keeping the
 * records: digests (CloudTrail User Guide, "CloudTrail digest file structure"), signatures of Lake results ("Validate
 * saved query results"), OCSF, and exports of single fields. Null for everything else.
 */
export function knownKind(value: unknown): Known | null {
  if (textAt(value, 'digestS3Object') !== null) return DIGEST
  if (textAt(value, 'hashSignature') !== null && Array.isArray(valueAt(value, 'files'))) return LAKE_SIGNATURE
  if (typeof valueAt(value, 'class_uid') === 'number' && isObject(valueAt(value, 'metadata', 'product')))
    return OCSF
  const what = withoutRecord(value)
  if (what === null) return null
  return notIncluded(what)
}

function notIncluded(what: string): Known {
  return { reason: 'record-not-included', format: 'unknown', detail: `${what} without the record itself.` }
}

function withoutRecord(value: unknown): string | null {
  const hits = valueAt(value, 'hits', 'hits')
  if ((Array.isArray(hits) ? hits : [value]).some(isCloudTrailDocument))
    return 'Documents of an Elastic export'
  const results = valueAt(value, 'results')
  const rows = Array.isArray(results) ? results : [value]
  if (rows.some(isCloudTrailResult)) return 'Results of a Splunk export'
  return rows.some(isFlattened) ? 'Fields of CloudTrail records' : null
}

export const FIELDS_ONLY: Known = notIncluded('Fields of CloudTrail records')

const PICKED = [
  'eventtime',
  'eventsource',
  'eventid',
  'username',
  'useridentity',
  'sourceipaddress',
  'awsregion',
]

/**
 * True where a value, or what it lists, has fields of CloudTrail records under their names, in whatever letters: as
 * `--query` of the AWS CLI and jq pick them out. Larger files are read to their end before they are said to hold none.
 */
export function hasPickedFields(value: unknown): boolean {
  const lists = [valueAt(value, 'Records'), valueAt(value, 'Events'), [value]].filter(Array.isArray)
  return lists.flat().some(isPickedFields)
}

function isPickedFields(row: unknown): boolean {
  // Notifications of S3 and of queues have such names too.
  if (!isObject(row) || textAt(row, 'eventSource')?.startsWith('aws:') === true) return false
  const keys = new Set(Object.keys(row).map(columnKey))
  return keys.has('eventname') && PICKED.filter((name) => keys.has(name)).length >= 2
}
