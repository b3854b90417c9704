/**
 * The view `cloudtrail_logs` over `sign_in`: column names and order of the documented table (Athena User Guide,
 * "Querying AWS CloudTrail logs"), so that published queries run, and so that any SQLite tool can run them.
 *
 * Structs and arrays are JSON text with CloudTrail's letters. What the program stores as a column is read from there;
 * the rest is read from `raw` and is null where that is a row of a table or no valid JSON. After the documented
 * columns come the partition columns that published tables have, fields that are younger than the documented table,
 * and Trailcase's own readings. `year` to `timestamp` follow the time of the event, not of delivery as in Athena.
 */
const TIME = `iif(event_time is null or event_time_text glob '????-??-??T??:??:??Z', event_time_text,
    strftime('%Y-%m-%dT%H:%M:%SZ', event_time, 'unixepoch'))`

/**
 * Something of the record. As a query of its own for each column: written into the query around it, `raw` would go
 * through every sort and grouping with all its bytes (a million rows: 46 s and a gigabyte in place of 6 s). `conflict`
 * is never negative; it stands in no index, so that SQLite reads rows in the order of the file and not of some index.
 */
const ofRecord = (sql: string) => `(select ${sql} from (select case when json_valid(cast(r.raw as text))
    then cast(r.raw as text) end as record from sign_in r
    where r.id = s.id and s.conflict >= 0))`
const value = (path: string) => ofRecord(`json_extract(record, '$.${path}')`)
/** Only of the type that its readers expect, so that JSON functions can be applied to it without an error. */
const json = (path: string, type: 'object' | 'array' = 'object') =>
  ofRecord(`case json_type(record, '$.${path}') when '${type}' then json_extract(record, '$.${path}') end`)
/** A flag as the text `true` or `false`, in which Athena has it. */
const flag = (path: string) => ofRecord(`nullif(trim(record -> '$.${path}', '"'), 'null')`)
const partition = (format: string) => `strftime('${format}', event_time, 'unixepoch')`
/** The first place where the record was seen. */
const seen = (what: string) =>
  `(select ${what} from sighting g join source o on o.id = g.source_id where g.sign_in_id = s.id limit 1)`

const COLUMNS: readonly (readonly [name: string, sql: string])[] = [
  ['eventversion', 'event_version'],
  ['useridentity', json('userIdentity')],
  ['eventtime', TIME],
  ['eventsource', 'event_source'],
  ['eventname', 'event_name'],
  ['awsregion', 's.region'],
  ['sourceipaddress', 'source_ip'],
  ['useragent', 'user_agent'],
  ['errorcode', value('errorCode')],
  ['errormessage', value('errorMessage')],
  ['requestparameters', value('requestParameters')],
  ['responseelements', value('responseElements')],
  ['additionaleventdata', value('additionalEventData')],
  ['requestid', value('requestID')],
  ['eventid', 'event_id'],
  ['resources', json('resources', 'array')],
  ['eventtype', 'event_type'],
  ['apiversion', value('apiVersion')],
  ['readonly', flag('readOnly')],
  ['recipientaccountid', 'recipient_account_id'],
  ['serviceeventdetails', value('serviceEventDetails')],
  ['sharedeventid', value('sharedEventID')],
  ['vpcendpointid', value('vpcEndpointId')],
  ['tlsdetails', json('tlsDetails')],

  ['account', 'coalesce(recipient_account_id, account_id)'],
  ['region', 's.region'],
  ['year', partition('%Y')],
  ['month', partition('%m')],
  ['day', partition('%d')],
  ['timestamp', partition('%Y/%m/%d')],

  ['managementevent', flag('managementEvent')],
  ['eventcategory', value('eventCategory')],
  ['addendum', json('addendum')],
  ['sessioncredentialfromconsole', flag('sessionCredentialFromConsole')],
  ['useridentity_type', value('userIdentity.type')],
  ['useridentity_arn', value('userIdentity.arn')],
  ['useridentity_username', value('userIdentity.userName')],
  [
    'useridentity_sessioncontext_attributes_mfaauthenticated',
    flag('userIdentity.sessionContext.attributes.mfaAuthenticated'),
  ],

  ['outcome', 'outcome'],
  ['mfa_state', 'mfa'],
  ['principal_kind', 'principal_kind'],
  ['principal_name', 'principal_name'],
  ['eventtime_unix', 'event_time'],
  ['sign_in_id', 's.id'],
  ['source_file', seen('o.shown_path')],
  ['source_record', seen('g.record_number')],
]

export const cloudtrailLogsView = `
create view cloudtrail_logs as
select ${COLUMNS.map(([name, sql]) => `${sql} as ${name}`).join(',\n  ')}
from sign_in s;
`
