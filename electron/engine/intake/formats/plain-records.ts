import { holdsRecord, wholeElement } from './locate.ts'
import type { JsonForm } from './read-json.ts'
import { trailForm } from './trail.ts'

/**
 * Records without a wrapper: one, a list, one on each line, or one after the other, and between them whole trail
 * objects. `--query 'Events[].CloudTrailEvent'` of the AWS CLI gives a list of JSON strings, each a record.
 */
export const plainForm: JsonForm = {
  ...trailForm,
  name: 'single-record',
  locate: wholeElement,
  sees: (value) => (holdsRecord(value) ? 'record' : trailForm.sees(value)),
}
