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
  expect(collectFindings(db, [], new Map())).toMatchObject({ run: null, findings: [] })
  await runDetections(db, actor, still)
  const idOf = (rule: 'no-mfa' | 'root-login') =>
    listFindings(db, { ...anyFinding, rules: [rule] }).rows[0]!.id
  judgeFinding(db, actor, idOf('no-mfa'), 'dismissed', 'A test account.')
  judgeFinding(db, actor, idOf('root-login'), 'accepted', '')
  const { findings, hints, outdated } = collectFindings(db, [], new Map())
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

it('of a long finding the first and the last records are printed: the success after the failures is one of them', async () => {
  const failures = Array.from({ length: 20 }, (_, at) => `10:${10 + at} user${at % 5} ConsoleLogin failed`)
  const { db, actor } = await caseOf([...failures, '10:31 alice ConsoleLogin ok no-mfa'])
  await runDetections(db, actor, still)
  const finding = collectFindings(db, [], new Map()).findings.find(
    ({ row }) => row.rule === 'failures-then-success-address',
  )
  expect(finding?.row.events).toBe(21)
  expect(finding?.events).toHaveLength(8)
  expect(finding?.events[0]?.row).toMatchObject({ outcome: 'failure', principalName: 'user0' })
  expect(finding?.events.at(-1)?.row).toMatchObject({ outcome: 'success', principalName: 'alice' })
})
