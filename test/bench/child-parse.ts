import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { startClock } from './child.ts'

// Reads a file line by line, parses each line and keeps nothing: what a script of a few lines does.
const [path = ''] = process.argv.slice(2)
const stopClock = startClock()
let records = 0
for await (const line of createInterface({
  input: createReadStream(path),
  crlfDelay: Number.POSITIVE_INFINITY,
})) {
  JSON.parse(line)
  records += 1
}
stopClock()(records)
