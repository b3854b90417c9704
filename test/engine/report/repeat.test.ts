import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  COUNT_COMMAND,
  COUNT_JQ,
  CUSTODY_PY,
  canRemakeManifest,
  collectCommand,
  cutCommand,
  manifestCommand,
  pythonCommand,
  roots,
  SIGN_INS_JQ,
  SIGN_INS_PY,
} from '../../../electron/engine/report/sections/repeat-commands.ts'
import { trail } from '../../fixtures/trail.ts'
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
      for (const place of places) expect(run(cutCommand(place), opened.folder)).toBe(`${rawSha256}  -\n`)
    }
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
