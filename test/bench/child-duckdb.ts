import { startClock } from './child.ts'

// Counts the sign-ins of a folder with DuckDB. It reads one field of each record and keeps nothing.
const [folder = '', threads = '2'] = process.argv.slice(2)

interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Record<string, string>,
    ): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): bigint[][] }> }>
    }>
  }
}

// The name is no literal, because the package is not among the project's.
const name = '@duckdb/node-api'
const { DuckDBInstance } = (await import(name)) as DuckDb
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect()
await connection.runAndReadAll('select 1')

const stopClock = startClock()
const rows = await connection.runAndReadAll(
  `select count(*) from (
     select unnest(Records) as record from read_json('${folder}/**/*.json.gz', format = 'auto',
       columns = { Records: 'STRUCT(eventSource VARCHAR)[]' }, maximum_object_size = 1000000000)
   ) where record.eventSource in ('signin.amazonaws.com', 'sso.amazonaws.com', 'sso-oauth.amazonaws.com')`,
)
stopClock()({ signIns: Number(rows.getRows()[0]?.[0]) })
