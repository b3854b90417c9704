/** Questions about sign-ins that come with the program, by the key of their name in `sqlScreenTexts.examples`. */
export const EXAMPLES = {
  failuresByName: `SELECT principal_name, count(*) AS failures,
       count(DISTINCT sourceipaddress) AS addresses,
       min(eventtime) AS first_utc, max(eventtime) AS last_utc
FROM cloudtrail_logs
WHERE outcome = 'failure'
GROUP BY 1 ORDER BY failures DESC`,
  withoutMfa: `SELECT eventtime, principal_name, sourceipaddress, recipientaccountid, eventid
FROM cloudtrail_logs
WHERE outcome = 'success' AND mfa_state = 'not-used'
ORDER BY eventtime`,
  successAfterFailures: `WITH marked AS (
  SELECT eventtime, eventid, principal_name, sourceipaddress, outcome,
         count(CASE WHEN outcome = 'failure' THEN 1 END) OVER (
           PARTITION BY sourceipaddress ORDER BY eventtime_unix
           RANGE BETWEEN 1800 PRECEDING AND CURRENT ROW) AS failures_before
  FROM cloudtrail_logs)
SELECT eventtime, principal_name, sourceipaddress, failures_before, eventid
FROM marked
WHERE outcome = 'success' AND failures_before >= 3
ORDER BY eventtime`,
  roleSwitches: `SELECT eventtime,
       json_extract_scalar(additionaleventdata, '$.SwitchFrom') AS switched_from,
       useridentity.arn AS role_session, sourceipaddress, eventid
FROM cloudtrail_logs
WHERE eventname = 'SwitchRole'
ORDER BY eventtime`,
  rootEvents: `SELECT eventtime, eventname, outcome, mfa_state, sourceipaddress, awsregion, eventid
FROM cloudtrail_logs
WHERE useridentity.type = 'Root'
ORDER BY eventtime`,
  hiddenByHour: `SELECT date_trunc('hour', eventtime) AS hour_utc, count(*) AS hidden_names,
       count(DISTINCT sourceipaddress) AS addresses
FROM cloudtrail_logs
WHERE useridentity.username = 'HIDDEN_DUE_TO_SECURITY_REASONS' AND eventtime_unix IS NOT NULL
GROUP BY 1 ORDER BY 1`,
  tokensByAgent: `SELECT useragent, count(*) AS tokens, count(DISTINCT useridentity.arn) AS sessions
FROM cloudtrail_logs
WHERE eventname = 'GetSigninToken'
GROUP BY 1 ORDER BY tokens DESC`,
  firstSeenAddress: `SELECT principal_name, sourceipaddress, min(eventtime) AS first_utc, count(*) AS sign_ins
FROM cloudtrail_logs
WHERE outcome = 'success' AND principal_name IS NOT NULL
GROUP BY 1, 2 ORDER BY first_utc DESC`,
} as const
export type ExampleKey = keyof typeof EXAMPLES
export const EXAMPLE_KEYS = Object.keys(EXAMPLES) as readonly ExampleKey[]
