import type { Coverage } from '../../../shared/domain/coverage.ts'

/** What is not known stands in capitals, to be filled in by whoever runs the command. */
const UNKNOWN = { bucket: 'BUCKET', account: 'ACCOUNT', region: 'REGION' } as const

/** Commands for the customer, filled in as far as the case tells. */
export interface AskCommands {
  readonly digests: readonly string[]
  readonly keys: readonly string[]
  readonly newest: string
}

/** A name that stands in a command may hold nothing that a shell would read as more than a name. */
const PLAIN = /^[A-Za-z0-9_-]+$/

/**
 * The commands that fetch digest files and public keys (AWS CLI: `s3 cp`, `cloudtrail list-public-keys`, `s3api
 * head-object`). Values of the case that are no plain names are left out: a command is copied into a shell.
 */
export function commandsToAsk(coverage: Pick<Coverage, 'period' | 'rows'> | undefined): AskCommands {
  const plain = (values: readonly string[], none: string) => {
    const found = [...new Set(values)].filter((value) => PLAIN.test(value)).sort()
    return found.length === 0 ? [none] : found
  }
  const rows = coverage?.rows ?? []
  const accounts = plain(
    rows.map(({ account }) => account),
    UNKNOWN.account,
  )
  const regions = plain(
    rows.map(({ region }) => region),
    UNKNOWN.region,
  )
  const from = coverage?.period?.from ?? 'YYYY-MM-DD'
  const to = coverage?.period?.to ?? 'YYYY-MM-DD'
  const path = (account: string) => `s3://${UNKNOWN.bucket}/AWSLogs/${account}/CloudTrail-Digest/`
  return {
    digests: accounts.map(
      (account) => `aws s3 cp --recursive ${path(account)} AWSLogs/${account}/CloudTrail-Digest/`,
    ),
    keys: regions.map(
      (region) =>
        `aws cloudtrail list-public-keys --region ${region} --start-time ${from}T00:00:00Z --end-time ${to}T23:59:59Z --output json > public-keys-${region}.json`,
    ),
    newest: `aws s3api head-object --bucket ${UNKNOWN.bucket} --key KEY_OF_DIGEST.json.gz > DIGEST.json.gz.head.json`,
  }
}
