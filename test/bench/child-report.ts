import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { keepYoungMemorySmall } from '../../electron/cli/young-memory.ts'
import { pdfInto } from '../../electron/engine/report/hand-over.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { plainReport } from '../../shared/domain/report.ts'
import { startClock } from './child.ts'
import { BENCH_TOOL, madeCase } from './made-case.ts'

// Writes the report of a made-up case as the command line does: reading the case and writing the file are in the clock.
const [path = '', out = ''] = process.argv.slice(2)
const db = madeCase(path, 10_000)
keepYoungMemorySmall()
const stopClock = startClock()
const stream = createWriteStream(out)
const issuedAt = Date.parse('2024-10-02T00:00:00Z') / 1000
const options = { ...plainReport, language: 'en', zone: 'Asia/Tokyo', filter: emptyFilter, issuedAt } as const
const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
const written = await pdfInto(db, BENCH_TOOL, options, stream, hooks)
stream.end()
await finished(stream)
const report = stopClock()
db.close()
report(written)
