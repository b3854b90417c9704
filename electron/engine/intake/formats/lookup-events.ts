import { isObject } from '../../signin/fields.ts'
import { atFirstOf, bestSight, sightAt } from './locate.ts'
import type { JsonForm, Sight } from './read-json.ts'

const EVENT = [['CloudTrailEvent']] as const

/**
 * Output of `aws cloudtrail lookup-events`: the record is a JSON string in each of `Events` (CloudTrail User Guide,
 * "lookup-events"). Pages may follow each other, and a query may have taken the list out of its wrapper.
 */
export const lookupEventsForm: JsonForm = {
  name: 'lookup-events',
  lists: [['Events']],
  locate: atFirstOf(EVENT),
  paths: EVENT,
  sees(value): Sight {
    if (!isObject(value)) return null
    const events: unknown = value['Events']
    if (!Array.isArray(events)) return sightAt(value, EVENT)
    // No event found: the CLI then prints the empty list, and nothing else but a token.
    const isEmpty = events.length === 0 && Object.keys(value).every((key) => /^(Events|NextToken)$/.test(key))
    return isEmpty ? 'record' : bestSight(events.map((event) => sightAt(event, EVENT)))
  },
}
