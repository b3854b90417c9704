/**
 * The version and the source of the event, which every record states (CloudTrail User Guide, record contents). Between
 * name and value stand signs only, whatever wraps the record: JSON, JSON in a text, YAML, a table, a line of syslog.
 */
const SIGNS = [/\beventVersion\W{1,12}1\.\d{1,2}\b/, /\beventSource\W{1,12}[\w-]+\.amazonaws\.com\b/]

/** True for a text in which something that looks like a CloudTrail record stands, in whatever form. */
export function hasRecordSigns(text: string): boolean {
  return SIGNS.every((sign) => sign.test(text))
}
