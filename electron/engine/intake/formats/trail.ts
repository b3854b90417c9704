import { isObject } from '../../signin/fields.ts'
import { isInTrail } from './cloudtrail-record.ts'
import { wholeElement } from './locate.ts'
import type { JsonForm } from './read-json.ts'

/**
 * CloudTrail's own log objects, `{"Records":[…]}` (CloudTrail User Guide, "Finding your log files"), alone or many
 * of them, and the JSON download of Event history. S3 and SQS send the same wrapper with other records in it, so the
 * records decide. A trail without records is one too: CloudTrail writes none, but tools do.
 */
export const trailForm: JsonForm = {
  name: 'trail-json',
  lists: [['Records']],
  everyElement: true,
  locate: wholeElement,
  paths: [],
  sees(value) {
    if (!isObject(value) || !Array.isArray(value['Records'])) return null
    const records: readonly unknown[] = value['Records']
    return records.length === 0 || records.some(isInTrail) ? 'record' : null
  },
}
