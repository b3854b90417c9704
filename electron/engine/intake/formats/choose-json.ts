import type { SourceFormat } from '../../../../shared/domain/source.ts'
import { valueAt } from '../../signin/fields.ts'
import { isRecord, siblingKind } from './cloudtrail-record.ts'
import { cloudwatchEventsForm } from './cloudwatch-events.ts'
import { cloudwatchSubscriptionForm } from './cloudwatch-subscription.ts'
import { elasticForm } from './elastic.ts'
import { eventbridgeForm } from './eventbridge.ts'
import type { Chosen } from './format.ts'
import { type HeadValue, headValues } from './head-values.ts'
import { logsInsightsForm } from './logs-insights.ts'
import { lookupEventsForm } from './lookup-events.ts'
import { plainForm } from './plain-records.ts'
import { type JsonForm, jsonFormat, type Layout, type Sight } from './read-json.ts'
import { learnedForm } from './records-in-json.ts'
import { FIELDS_ONLY, hasPickedFields, knownKind } from './siblings.ts'
import { splunkForm } from './splunk.ts'
import { trailForm } from './trail.ts'

const FORMS: readonly JsonForm[] = [
  plainForm,
  lookupEventsForm,
  cloudwatchSubscriptionForm,
  cloudwatchEventsForm,
  logsInsightsForm,
  eventbridgeForm,
  elasticForm,
  splunkForm,
]

/** What CloudTrail names its logs; by other names broken JSON is just some other file. */
const LOG_NAME = /\.json(\.gz|\.zst)?$/i

/**
 * Chooses among the JSON forms by the values in the head of a content that starts like JSON. `asLines` is asked where
 * none of them shows a record: text of log lines may begin with a bracket too.
 */
export function chooseJson(
  text: string,
  complete: boolean,
  name: string,
  asLines: () => Chosen | null,
): Chosen {
  const atTop = headValues(text)
  // A list at the top is looked into: what it holds decides.
  const values = atTop.flatMap(({ value }) => (Array.isArray(value) ? value : [value]))

  const seen = firstSeen(values, 'record')
  if (seen !== null) {
    const sibling = seen === plainForm ? siblingOf(values, complete, name) : null
    if (sibling !== null) return sibling
    return format(seen, text, atTop, complete, true)
  }
  const learned = learnedForm(values)
  if (learned !== null) return format(learned, text, atTop, complete, true)
  const lines = asLines()
  if (lines !== null) return lines
  for (const value of values) {
    const known = knownKind(value)
    if (known !== null) return { kind: 'skip', ...known }
  }
  const envelope = firstSeen(values, 'envelope')
  // A subscription object that only tests the way is whole and right.
  if (envelope !== null && (!complete || envelope === cloudwatchSubscriptionForm)) {
    return format(envelope, text, atTop, complete, complete)
  }
  if (!complete) return format(plainForm, text, atTop, complete, false)
  // A log that is cut or broken before its first record: reading it finds the place of the damage.
  if (LOG_NAME.test(name) && !endsWell(atTop)) return format(plainForm, text, atTop, complete, true)
  if (values.some(hasPickedFields)) return { kind: 'skip', ...FIELDS_ONLY }
  const detail = `No CloudTrail record among ${values.length} JSON ${values.length === 1 ? 'value' : 'values'}.`
  return { kind: 'skip', reason: 'not-a-trail', format: 'unknown', detail }
}

function endsWell(atTop: readonly HeadValue[]): boolean {
  return atTop.at(-1)?.isWhole === true
}

function firstSeen(values: readonly unknown[], wanted: Sight): JsonForm | null {
  for (const value of values) {
    const form = FORMS.find(({ sees }) => sees(value) === wanted)
    if (form !== undefined) return form
  }
  return null
}

function format(
  form: JsonForm,
  text: string,
  atTop: readonly HeadValue[],
  complete: boolean,
  isSure: boolean,
): Chosen {
  const layout = layoutOf(text, atTop)
  const name = form === plainForm ? nameOfPlain(atTop, complete, layout) : form.name
  return { kind: 'format', format: jsonFormat(form, name, layout, isSure) }
}

/** Lines need a second value on another line than the first, and no value that is spread over lines. */
function layoutOf(text: string, atTop: readonly HeadValue[]): Layout {
  const [first, second] = atTop
  if (first === undefined || second === undefined) return 'values'
  const isOnOwnLine = text.slice(first.end, second.start).includes('\n')
  const isSpread = atTop.some(({ isWhole, start, end }) => isWhole && text.slice(start, end).includes('\n'))
  return isOnOwnLine && !isSpread ? 'lines' : 'values'
}

function nameOfPlain(atTop: readonly HeadValue[], complete: boolean, layout: Layout): SourceFormat {
  const [first] = atTop
  if (atTop.length > 1) return layout === 'lines' ? 'json-lines' : 'json-concatenated'
  if (Array.isArray(first?.value)) return 'json-array'
  if (trailForm.sees(first?.value) === 'record' || !isRecord(first?.value)) return 'trail-json'
  // A record that fills the whole head is far more likely the first of many.
  return complete ? 'single-record' : 'json-lines'
}

/**
 * Insight and network activity events lie in files of their own beside the logs. Such a file is set aside when all
 * of it is of one kind: seen to its end, or by name where it is larger than the head. Else it is read, so that no
 * sign-in behind the head can be missed.
 */
function siblingOf(values: readonly unknown[], complete: boolean, name: string): Chosen | null {
  const inSight = values.flatMap((value) => {
    const list = valueAt(value, 'Records')
    return Array.isArray(list) ? (list as unknown[]) : [value]
  })
  // The last one may be cut by the end of the head.
  const records = complete ? inSight : inSight.slice(0, -1)
  const kinds = new Set(records.map(siblingKind))
  const [kind] = kinds
  if (kinds.size !== 1 || kind === null || kind === undefined) return null
  const folder = kind === 'insight' ? 'CloudTrail-Insight' : 'CloudTrail-NetworkActivity'
  if (!complete && !name.includes(folder)) return null
  const detail = `All ${records.length} records that were looked at are of this category.`
  return { kind: 'skip', reason: kind, format: kind, detail }
}
