/**
 * What the kept bytes of a sign-in are. `record`: the JSON text of the CloudTrail record itself. The others are rows
 * of tables that hold no such text; their exact bytes are the row as it stands.
 */
export type RawForm = 'record' | 'event-history-row' | 'athena-row' | 'lake-row'

/** How a record stands in the content between its bytes. `plain`: the bytes are the record. */
export type PlaceEncoding = 'plain' | 'json-string' | 'csv-cell' | 'csv-row'
