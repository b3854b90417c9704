import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runVerification } from '../../../electron/engine/integrity/runs.ts'
import { addNote } from '../../../electron/engine/notes/notes.ts'
import { cutCommand, TAKEN_OUT } from '../../../electron/engine/report/sections/cut-command.ts'
import {
  COUNT_COMMAND,
  COUNT_JQ,
  CUSTODY_PY,
  canRemakeManifest,
  collectCommand,
  DIGESTS_PY,
  digestsCommand,
  manifestCommand,
  PLACES_COMMAND,
  PLACES_JQ,
  pythonCommand,
  ROOT_COMMAND,
  roots,
  SIGN_INS_JQ,
  SIGN_INS_PY,
} from '../../../electron/engine/report/sections/repeat-commands.ts'
import { packedLog, writeFile } from '../../fixtures/archive.ts'
import { tarOf, zipOf } from '../../fixtures/containers.ts'
import { madeChain, madeLog, makeKey, writeObjects } from '../../fixtures/digests.ts'
import * as tables from '../../fixtures/export-tables.ts'
import * as exports from '../../fixtures/exports.ts'
import { escaped, pretty } from '../../fixtures/layout.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { annotate, filledCase, modelOf } from './filled-case.ts'

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const posix = process.platform !== 'win32' && works('sh', '-c', 'command -v gzip sha256sum xargs')
const jq = posix && works('jq', '--version')
const python = posix && works('python3', '--version')

/** Kinds of records on which a rule could differ, beyond those of the filled case. */
const MORE = [
  '11:00 alice GetSigninToken ok',
  '11:01 alice GetSigninToken failed',
  '11:02 portal:mika UserAuthentication ok with PASSWORD,TOTP',
  '11:03 portal:mika CredentialVerification failed',
  '11:04 alice ConsoleLogin silent',
  '11:05 alice iam:EmailUpdated ok',
  '11:06 alice sso:ListAccounts ok',
  '11:07 alice signin:PutConsoleAuthorizationConfiguration ok',
  '11:08 alice CheckMfa ok',
  '11:09 root PasswordRecoveryRequested failed',
]

const run = (command: string, folder: string) =>
  execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })

describe('the commands of chapter 10 give the numbers of the report', () => {
  it.skipIf(!posix)('for the evidence manifest and for the bytes of an exhibit', async () => {
    const opened = await filledCase(trail(...MORE))
    annotate(opened)
    const model = modelOf(opened)
    expect(canRemakeManifest(model.sources)).toBe(true)
    expect(run(manifestCommand(roots(model.sources)), opened.folder)).toBe(`${model.manifest.sha256}  -\n`)
    for (const { places, rawSha256 } of model.exhibits) {
      for (const place of places) expect(run(cutCommand(place)!, opened.folder)).toBe(`${rawSha256}  -\n`)
    }
  })

  it.skipIf(!python)('for an exhibit in whatever it stands in', async () => {
    const folder = freshFolder()
    const name = 'A "B" \\ é 漢 👾'
    const [record] = trail('10:00 alice ConsoleLogin ok')
    const records = [{ ...record!, userAgent: name } as JsonMap]
    const text = JSON.stringify(records[0])
    const wide = Buffer.from(`\ufeff${exports.lookupEvents(records)}`, 'utf16le')
    const zip = zipOf([{ name: "it's [in]/log.json.gz", content: packedLog(records) }])
    writeFile(folder, 'items/lookup.json', exports.lookupEvents(records))
    writeFile(folder, 'items/wide.json', wide)
    writeFile(folder, 'items/lines.json.gz', gzipSync(exports.logLines(records)))
    writeFile(folder, 'items/queue.json', exports.queuedEvents(records))
    writeFile(folder, 'items/notices.json', exports.queuedNotices(records))
    writeFile(folder, 'items/escaped.json', escaped(JSON.parse(exports.queuedEvents(records)) as unknown))
    writeFile(folder, 'items/table.csv', tables.insightsCsv(records))
    writeFile(folder, 'items/bridged.csv', tables.bridgedCsv(records))
    writeFile(folder, 'items/a.zip', zip)
    writeFile(folder, 'items/a.tgz', gzipSync(tarOf([{ name: 'dir/x.json', content: text }])))
    writeFile(folder, 'items/b.zip', zipOf([{ name: 'a.zip', content: zip }]))
    writeFile(folder, 'items/pretty.json', pretty({ Records: records }))
    const opened = freshCase(folder)
    await importInto(opened, [join(folder, 'items')])
    addNote(opened.db, opened.actor, 1, 'seen')
    const [exhibit] = modelOf(opened).exhibits
    const { places, rawSha256 } = exhibit!
    expect(places).toHaveLength(12)
    expect(new Set(places.map(({ encoding }) => encoding))).toEqual(
      new Set([
        'plain',
        'json-string',
        'utf-16le json-string',
        'csv-cell',
        'in-string plain',
        'in-string in-string plain',
        'in-cell plain',
      ]),
    )
    const cut = places.filter(({ archive }) => archive !== 'deeper').map(cutCommand)
    expect(cut.filter((command) => command === null)).toHaveLength(1)
    for (const command of cut)
      if (command !== null) expect([command, run(command, folder)]).toEqual([command, `${rawSha256}  -\n`])
    const deeper = places.find(({ archive }) => archive === 'deeper')!
    writeFile(folder, TAKEN_OUT, packedLog(records))
    expect(run(cutCommand(deeper)!, folder)).toBe(`${rawSha256}  -\n`)
  })

  it.skipIf(!jq)('for outcomes, with jq', async () => {
    const { folder, model } = await whole()
    writeFileSync(join(folder, 'signins.jq'), SIGN_INS_JQ.join('\n'))
    writeFileSync(join(folder, 'count.jq'), COUNT_JQ.join('\n'))
    run(`${collectCommand(roots(model.sources))} 2> errors`, folder)
    expect(JSON.parse(run(COUNT_COMMAND, folder))).toEqual(expected(model))
  })

  it.skipIf(!python)('for outcomes, with Python', async () => {
    const { folder, model } = await whole()
    writeFileSync(join(folder, 'signins.py'), SIGN_INS_PY.join('\n'))
    const said = run(`${pythonCommand(roots(model.sources))} 2> errors`, folder)
    expect(JSON.parse(said.replaceAll("'", '"'))).toEqual(expected(model))
  })

  it.skipIf(!jq)('for accounts, regions and root', async () => {
    const { folder, model } = await whole()
    writeFileSync(join(folder, 'signins.jq'), SIGN_INS_JQ.join('\n'))
    writeFileSync(join(folder, 'count.jq'), COUNT_JQ.join('\n'))
    writeFileSync(join(folder, 'places.jq'), PLACES_JQ.join('\n'))
    run(`${collectCommand(roots(model.sources))} 2> errors`, folder)
    const numbers = (all: readonly { name: string | null; count: number }[]) =>
      Object.fromEntries(all.map(({ name, count }) => [name ?? '', count]))
    // The record that stood before the damage is not among those of the commands.
    const { accounts, regions } = JSON.parse(run(PLACES_COMMAND, folder))
    expect(accounts).toEqual({ ...numbers(model.accounts), '111122223333': accounts['111122223333'] })
    expect(regions).toEqual({ ...numbers(model.sums.regions), 'us-east-1': regions['us-east-1'] })
    const lost = model.sums.storedRows - Object.values(model.sums.outcomes).reduce((a, b) => a + b)
    expect(numbers(model.accounts)['111122223333']! - accounts['111122223333']).toBe(lost)
    expect(numbers(model.sums.regions)['us-east-1']! - regions['us-east-1']).toBe(lost)
    const { success, failure } = model.root
    expect(success + failure).toBeGreaterThan(0)
    const root = JSON.parse(run(ROOT_COMMAND, folder))
    expect({ success: 0, failure: 0, ...root }).toEqual({ success, failure })
  })

  it.skipIf(!python)('for the content of logs that digest files state', async () => {
    const folder = freshFolder()
    const logs = [10, 11, 12].map((hour) => madeLog(hour))
    const chain = madeChain(
      [10, 11, 12].map((hour, at) => ({ hour, logs: logs.slice(at, at + 1), starts: at === 0 })),
      makeKey('dd'.repeat(16)),
    )
    writeObjects(join(folder, 'items'), [...logs, ...chain])
    const changed = logs[1]!.content.replace('203.0.113.7', '203.0.113.8')
    writeObjects(join(folder, 'items'), [{ key: logs[1]!.key, content: changed }])
    const opened = freshCase(folder)
    await importInto(opened, [join(folder, 'items')])
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    const { summary } = await runVerification(opened.db, opened.actor, [], hooks)
    writeFileSync(join(folder, 'digests.py'), DIGESTS_PY.join('\n'))
    const said = run(digestsCommand(['items']), folder)
    expect(said).toContain(
      `${summary.logsAtLeast.hash} with the stated content, ${summary.logs.invalid} with other content, 0 missing`,
    )
    expect(said).toContain(logs[1]!.key.split('/').at(-1))
  })

  it.skipIf(!python)('for the custody log, and fail when it was changed', async () => {
    const opened = await filledCase()
    annotate(opened)
    writeFileSync(join(opened.folder, 'custody.py'), CUSTODY_PY.join('\n'))
    const check = `python3 custody.py '${opened.path}'`
    const { head, entries } = modelOf(opened).custody
    expect(run(check, opened.folder)).toBe(`${entries.length} entries, the last is ${head}\n`)
    opened.db.exec(
      'drop trigger custody_entry_stays; update custody_entry set at = at + 1 where sequence = 3',
    )
    expect(() => run(`${check} 2> errors`, opened.folder)).toThrow()
  })
})

/** A case without damage: another tool need not read what stood before one. */
async function whole() {
  const opened = await filledCase(trail(...MORE))
  const model = modelOf(opened)
  run('rm -r items/broken', opened.folder)
  const ids = opened.db
    .prepare(
      "select s.outcome from sign_in s join sighting g on g.sign_in_id = s.id join source o on o.id = g.source_id where o.status = 'partial'",
    )
    .all() as { outcome: 'success' | 'failure' | 'not-stated' }[]
  const outcomes = { ...model.sums.outcomes }
  for (const { outcome } of ids) outcomes[outcome] -= 1
  return { folder: opened.folder, model: { ...model, sums: { ...model.sums, outcomes } } }
}

function expected({ sums }: Awaited<ReturnType<typeof whole>>['model']) {
  const { success, failure } = sums.outcomes
  return { success, failure, 'not stated': sums.outcomes['not-stated'] }
}
