import { textAt } from '../../signin/fields.ts'
import { atFirstOf, sightAt } from './locate.ts'
import type { JsonForm, Sight } from './read-json.ts'

const DETAIL = [['detail']] as const

/**
 * Events of EventBridge, as rules hand them to a log, a queue or a mail: the record is `detail` (CloudTrail User
 * Guide, "EventBridge"). Events of other kinds may stand between them.
 */
export const eventbridgeForm: JsonForm = {
  name: 'eventbridge',
  lists: [],
  locate: atFirstOf(DETAIL),
  paths: DETAIL,
  sees: (value): Sight => (textAt(value, 'detail-type') === null ? null : sightAt(value, DETAIL)),
}
