import { isObject } from '../../signin/fields.ts'
import { atFirstOf, bestSight, sightAt } from './locate.ts'
import type { CsvForm } from './read-csv.ts'
import type { JsonForm, Sight } from './read-json.ts'

const MESSAGE = [['message']] as const

/**
 * Output of `aws logs filter-log-events` and `get-log-events`: the record is the text `message` of each of `events`;
 * an `eventId` beside it is not CloudTrail's (CloudWatch Logs API Reference). Tools write the events without their
 * list too.
 */
export const cloudwatchEventsForm: JsonForm = {
  name: 'cloudwatch-events',
  lists: [['events']],
  locate: atFirstOf(MESSAGE),
  paths: MESSAGE,
  sees(value): Sight {
    if (!isObject(value)) return null
    const events: unknown = value['events']
    return Array.isArray(events) ? bestSight(events.map(sightOf)) : sightOf(value)
  },
}

function sightOf(event: unknown): Sight {
  const isLogEvent = isObject(event) && typeof event['timestamp'] === 'number' && 'message' in event
  return isLogEvent ? sightAt(event, MESSAGE) : null
}

/** What the console's log viewer saves (`log-events-viewer-result.csv`): `timestamp`, `message`, perhaps the stream. */
export const cloudwatchCsvForm: CsvForm = { name: 'cloudwatch-csv', recordColumns: ['message'], row: null }
