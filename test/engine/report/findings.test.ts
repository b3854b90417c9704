import { expect, it } from 'vitest'
import { listFindings } from '../../../electron/engine/detect/findings.ts'
import { judgeFinding } from '../../../electron/engine/detect/judge.ts'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { collectFindings } from '../../../electron/engine/report/collect/findings.ts'
import { anyFinding } from '../../../shared/domain/finding.ts'
import { caseOf, still } from '../detect/detected.ts'

it('the report holds accepted, open and dismissed findings with their reason, and counts hints', async () => {
  const { db, actor } = await caseOf([
    '10:00 alice ConsoleLogin ok no-mfa',
    '10:05 root ConsoleLogin ok no-mfa',
    '10:06 bob ConsoleLogin failed',
    '10:07 Admin/mika ConsoleLogin ok no-mfa',
  ])
  expect(collectFindings(db)).toMatchObject({ run: null, findings: [] })
  await runDetections(db, actor, still)
  const idOf = (rule: 'no-mfa' | 'root-login') =>
    listFindings(db, { ...anyFinding, rules: [rule] }).rows[0]!.id
  judgeFinding(db, actor, idOf('no-mfa'), 'dismissed', 'A test account.')
  judgeFinding(db, actor, idOf('root-login'), 'accepted', '')
  const { findings, hints, outdated } = collectFindings(db)
  expect(hints).toBe(1)
  expect(outdated).toBe(false)
  expect(
    findings.map(({ row, judgements }) => [row.rule, row.verdict, judgements.at(-1)?.reason ?? null]),
  ).toEqual([
    ['root-no-mfa', 'open', null],
    ['no-mfa', 'dismissed', 'A test account.'],
    ['root-login', 'accepted', ''],
  ])
})
