import { isObject } from '../../signin/fields.ts'
import { atFirstOf, sightAt } from './locate.ts'
import type { JsonForm, Sight } from './read-json.ts'

const MESSAGE = [['message']] as const

/**
 * What a subscription filter delivers, through Firehose mostly: objects one after the other without separator, the
 * record being `message` of each of `logEvents` (CloudWatch Logs User Guide, "Subscription filters"). A
 * CONTROL_MESSAGE only tests the way and holds no record.
 */
export const cloudwatchSubscriptionForm: JsonForm = {
  name: 'cloudwatch-subscription',
  lists: [['logEvents']],
  locate: atFirstOf(MESSAGE),
  paths: MESSAGE,
  sees(value): Sight {
    if (!isObject(value) || typeof value['messageType'] !== 'string') return null
    const events: unknown = value['logEvents']
    if (!Array.isArray(events)) return null
    return events.some((event) => sightAt(event, MESSAGE) === 'record') ? 'record' : 'envelope'
  },
}
