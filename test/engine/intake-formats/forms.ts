import type { RawForm } from '../../../electron/engine/intake/formats/format.ts'
import type { SourceFormat } from '../../../shared/domain/source.ts'
import * as tables from '../../fixtures/export-tables.ts'
import * as exports from '../../fixtures/exports.ts'
import { logText, pretty, shuffledKeys } from '../../fixtures/layout.ts'
import type { JsonMap } from '../../fixtures/trail.ts'

/** A form and what the battery must know of it. */
export interface FormCase {
  readonly name: string
  readonly write: (records: readonly JsonMap[]) => string
  readonly format: SourceFormat
  readonly form: RawForm
  /** A damaged record costs itself only. */
  readonly confined: boolean
  /** Values that stand beside the records and are none. */
  readonly others?: number
  /** The sieve cannot look into texts that have a record among other things. */
  readonly inText?: true
  /** Trouble that belongs to the form. */
  readonly trouble?: string
}

const json = (
  name: string,
  format: SourceFormat,
  write: FormCase['write'],
  more: Partial<FormCase> = {},
): FormCase => ({ name, format, write, form: 'record', confined: false, ...more })

const lines = (
  name: string,
  format: SourceFormat,
  write: FormCase['write'],
  more: Partial<FormCase> = {},
): FormCase => json(name, format, write, { confined: true, ...more })

const table = (name: string, format: SourceFormat, form: RawForm, write: FormCase['write']): FormCase => ({
  name,
  format,
  write,
  form,
  confined: true,
})

/** Every form in which records are handed over. */
export const FORMS: readonly FormCase[] = [
  json('trail object', 'trail-json', logText),
  json('trail object, pretty', 'trail-json', (records) => pretty({ Records: records })),
  json('trail object, other members', 'trail-json', (records) =>
    JSON.stringify(shuffledKeys({ nextToken: null, Records: records, note: { Records: [1, 2] } })),
  ),
  json('trail object, two lists', 'trail-json', exports.twoLists, { trouble: 'json-repeated-key' }),
  json('array', 'json-array', exports.jsonArray),
  json('array, pretty', 'json-array', pretty),
  json('array of trail objects', 'json-array', (records) =>
    JSON.stringify([{ Records: records }, { Records: [] }]),
  ),
  json('array of lines', 'json-array', exports.arrayOfLines),
  json('array of texts', 'json-array', exports.queriedTexts),
  lines('lines', 'json-lines', exports.jsonLines),
  json('lines of trail objects', 'json-lines', exports.batchLines),
  json('lines, mixed', 'json-lines', exports.mixedLines),
  json('concatenated', 'json-concatenated', exports.concatenated),
  json('concatenated trail objects', 'json-concatenated', exports.concatenatedTrails),
  json('pretty values', 'json-concatenated', exports.prettyValues),
  json('records with tabs between', 'json-concatenated', exports.queriedAsText),
  json('lookup-events', 'lookup-events', exports.lookupEvents),
  json('lookup-events, two pages', 'lookup-events', (records) =>
    [records.slice(0, 2), records.slice(2)].map((page) => exports.lookupEvents(page, 1)).join(''),
  ),
  lines('lookup-events, lines', 'lookup-events', exports.lookupEventLines),
  lines('CloudWatch export', 'cloudwatch-export', exports.cloudwatchExport),
  json('subscription', 'cloudwatch-subscription', exports.subscription, { others: 1 }),
  json('subscription, lines', 'cloudwatch-subscription', (records) => exports.subscription(records, '\n'), {
    others: 1,
  }),
  json('filter-log-events', 'cloudwatch-events', exports.filterLogEvents, { others: 1 }),
  json('get-log-events', 'cloudwatch-events', exports.getLogEvents),
  json('Logs Insights', 'logs-insights-json', exports.insightsResults),
  json('Logs Insights, table', 'logs-insights-json', exports.insightsTable),
  lines('EventBridge, lines', 'eventbridge', exports.eventbridgeLines),
  json('EventBridge, array', 'eventbridge', exports.eventbridgeArray),
  lines('Elastic, lines', 'elastic-json', exports.elasticLines),
  json('Elastic, search', 'elastic-json', exports.elasticSearch),
  lines('Splunk, lines', 'splunk-json', exports.splunkLines),
  json('Splunk, results', 'splunk-json', exports.splunkResults),
  json('a list of a name of its own', 'records-in-json', exports.namedList),
  json('texts deep in a list', 'records-in-json', exports.wrappedTexts),
  lines('log lines of a program, in JSON', 'records-in-json', exports.logLines),
  lines('records at two places', 'records-in-json', exports.twoPlaces),
  lines('maps by event ID', 'records-in-json', exports.mapLines),
  json('events of EventBridge in messages of a log', 'records-in-json', exports.bridgedLogEvents, {
    inText: true,
  }),
  lines('events of EventBridge in an export', 'cloudwatch-export', exports.bridgedExport),
  json('events of EventBridge in a queue', 'records-in-json', exports.queuedEvents, { inText: true }),
  lines('events of EventBridge in notices in a queue', 'records-in-json', exports.queuedNotices, {
    inText: true,
  }),
  lines('what a function logs of events', 'records-in-json', exports.functionLogs, { inText: true }),
  lines('lines of syslog', 'records-in-text', exports.syslogLines),
  lines('lines of the AWS CLI', 'records-in-text', exports.cliText, { others: 11 }),
  lines('lines that begin with a bracket', 'records-in-text', exports.bracketLines),
  table('Splunk CSV', 'splunk-csv', 'record', tables.splunkCsv),
  table('Elastic CSV', 'elastic-csv', 'record', tables.elasticCsv),
  table('Logs Insights CSV', 'logs-insights-csv', 'record', tables.insightsCsv),
  {
    ...table('events of EventBridge in Logs Insights CSV', 'logs-insights-csv', 'record', tables.bridgedCsv),
    inText: true,
  },
  table('CloudWatch CSV', 'cloudwatch-csv', 'record', tables.logViewerCsv),
  table('another CSV', 'records-in-csv', 'record', tables.otherCsv),
  table('Lake CSV with eventjson', 'lake-csv', 'record', (records) => tables.lakeCsv(records, true)),
  table('Lake CSV', 'lake-csv', 'lake-row', (records) => tables.lakeCsv(records, false)),
  table('Athena CSV', 'athena-csv', 'athena-row', tables.athenaCsv),
  table('Event history CSV', 'event-history-csv', 'event-history-row', (records) =>
    tables.eventHistoryCsv(records, undefined, { quotes: 'all' }),
  ),
]
