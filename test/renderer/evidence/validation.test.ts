import { describe, expect, it } from 'vitest'
import { detailLines, hashedText } from '../../../renderer/evidence/custody/detail-lines.ts'
import { commandsToAsk } from '../../../renderer/evidence/validation/commands-to-ask.ts'
import { holdingOf } from '../../../renderer/evidence/validation/holding.ts'
import { levelFacts } from '../../../renderer/evidence/validation/level-facts.ts'
import { problemClasses } from '../../../renderer/evidence/validation/problem-classes.ts'
import type { IntegrityRun, IntegritySummary } from '../../../shared/domain/integrity.ts'

const none = { valid: 0, invalid: 0, missing: 0, 'not-authenticated': 0, 'not-checked': 0 }

function run(summary: Partial<IntegritySummary>, reasons: IntegrityRun['reasons'] = []): IntegrityRun {
  return {
    id: 1,
    at: 0,
    author: '',
    outdated: false,
    counts: { all: 0, problems: 0, digests: 0, logs: 0, lake: 0 },
    reasons,
    summary: {
      keyFiles: [],
      chains: 1,
      digests: none,
      logs: none,
      lake: none,
      digestsAtLeast: { none: 0, hash: 0, chain: 0, signature: 0 },
      logsAtLeast: { none: 0, hash: 0, chain: 0, signature: 0 },
      gaps: [],
      holds: true,
      ...summary,
    },
  }
}

const KEYS = [{ path: '/k.json', sha256: 'a'.repeat(64), keys: 1 }]

describe('a validation that holds', () => {
  it.each([
    ['nothing', KEYS, 0, 0],
    ['chain', [], 3, 0],
    // One digest that anybody may have made, and a key list that nothing could be checked with.
    ['unsigned', KEYS, 1, 0],
    ['partly', KEYS, 5, 4],
    ['signed', KEYS, 5, 5],
  ] as const)('has shown: %s', (holding, keyFiles, hash, signature) => {
    const logsAtLeast = { none: hash, hash, chain: signature, signature }
    expect(holdingOf(run({ keyFiles: [...keyFiles], logsAtLeast }).summary)).toBe(holding)
  })
})

describe('the three levels', () => {
  it('without keys never say that signatures were checked', () => {
    const { states } = levelFacts(
      run(
        {
          digests: { ...none, valid: 2, 'not-checked': 1 },
          digestsAtLeast: { none: 3, hash: 2, chain: 2, signature: 0 },
          logs: { ...none, valid: 3 },
          logsAtLeast: { none: 3, hash: 3, chain: 2, signature: 0 },
        },
        [{ kind: 'digest', reason: 'newest-of-chain', files: 1 }],
      ),
    )
    expect(states).toEqual({ 1: 'holds', 2: 'holds', 3: 'unchecked' })
  })

  it('with keys tell what lies outside the files from what is wrong', () => {
    const signed = {
      keyFiles: KEYS,
      digests: { ...none, valid: 2, 'not-checked': 1 },
      digestsAtLeast: { none: 3, hash: 2, chain: 2, signature: 2 },
    }
    const newest = { kind: 'digest', reason: 'newest-of-chain', files: 1 } as const
    expect(levelFacts(run(signed, [newest]))).toMatchObject({
      signaturesOutside: 1,
      states: { 2: 'holds', 3: 'exceptions' },
    })
    const keyless = { kind: 'digest', reason: 'key-not-found', files: 1 } as const
    expect(levelFacts(run(signed, [newest, keyless])).states[3]).toBe('exceptions')
    const failed = { kind: 'digest', reason: 'signature-failed', files: 1 } as const
    expect(levelFacts(run(signed, [newest, failed])).states[3]).toBe('wrong')
  })

  it('count logs that differ, are missing, or that nothing states', () => {
    const facts = levelFacts(
      run(
        {
          digests: { ...none, valid: 1 },
          logs: { ...none, valid: 1, invalid: 1, missing: 2, 'not-checked': 4 },
          logsAtLeast: { none: 8, hash: 1, chain: 0, signature: 0 },
        },
        [
          { kind: 'log', reason: 'hash-differs', files: 1 },
          { kind: 'log', reason: 'in-no-digest', files: 4 },
          { kind: 'lake', reason: 'hash-differs', files: 9 },
        ],
      ),
    )
    expect(facts).toMatchObject({ logs: 8, logsDiffer: 1, logsMissing: 2, logsUnlisted: 4 })
    expect(facts.states[1]).toBe('wrong')
  })

  it('without digests check nothing', () => {
    const { states } = levelFacts(run({ keyFiles: KEYS, logs: { ...none, 'not-checked': 5 } }))
    expect(states).toEqual({ 1: 'unchecked', 2: 'unchecked', 3: 'unchecked' })
  })
})

describe('what needs a look, by class', () => {
  const digest = (reason: IntegrityRun['reasons'][number]['reason'], files: number) => ({
    kind: 'digest' as const,
    reason,
    files,
  })
  const unlisted = { kind: 'log', reason: 'in-no-digest', files: 4 } as const

  it('says of missing keys that they are missing, and of nothing that it was changed', () => {
    const classes = problemClasses(
      run(
        {
          keyFiles: KEYS,
          holds: false,
          digests: { ...none, 'not-authenticated': 3, 'not-checked': 1 },
          logs: { ...none, 'not-authenticated': 9 },
        },
        [digest('key-not-found', 3), unlisted],
      ),
    )
    expect(classes).toEqual([
      { problem: 'no-key', files: 8 },
      { problem: 'unlisted', files: 4 },
    ])
  })

  it('parts what is invalid, what is missing and what nothing vouches for, and leaves out what is none', () => {
    const broken = run(
      {
        keyFiles: KEYS,
        holds: false,
        digests: { ...none, valid: 5, invalid: 1, missing: 1, 'not-authenticated': 1 },
        logs: { ...none, valid: 7, missing: 2, 'not-authenticated': 6 },
        lake: { ...none, invalid: 1 },
      },
      [digest('key-not-found', 1), digest('signature-failed', 1), unlisted],
    )
    expect(problemClasses(broken)).toEqual([
      { problem: 'invalid', files: 2 },
      { problem: 'missing', files: 3 },
      { problem: 'unsigned', files: 3 },
      { problem: 'unlisted', files: 4 },
    ])
  })

  it('without keys counts nothing that was only not checked', () => {
    const logs = { ...none, missing: 1, 'not-checked': 4 }
    expect(problemClasses(run({ holds: false, logs }, [unlisted]))).toEqual([
      { problem: 'missing', files: 1 },
    ])
  })
})

describe('commands to hand on', () => {
  const row = { hasDigests: false, hours: '', logFiles: [] }
  it('name each region and the period, and hold nothing that a shell would run', () => {
    const { digests, keys } = commandsToAsk({
      period: { from: '2024-09-01', to: '2024-09-30' },
      rows: [
        { ...row, account: '111122223333', region: 'us-east-1' },
        { ...row, account: '111122223333', region: 'eu-west-1' },
        { ...row, account: '$(rm -rf ~)', region: 'x; curl evil' },
      ],
    })
    expect(digests).toEqual([
      'aws s3 cp --recursive s3://BUCKET/AWSLogs/111122223333/CloudTrail-Digest/ AWSLogs/111122223333/CloudTrail-Digest/',
    ])
    expect(keys).toHaveLength(2)
    expect(keys[0]).toContain(
      '--region eu-west-1 --start-time 2024-09-01T00:00:00Z --end-time 2024-09-30T23:59:59Z',
    )
    expect([...digests, ...keys].join('\n')).not.toMatch(/rm -rf|curl/)
  })

  it('leave what is not known to be filled in', () => {
    expect(commandsToAsk(undefined).keys[0]).toContain('--region REGION --start-time YYYY-MM-DD')
  })
})

describe('details of a custody entry', () => {
  const words = { yes: 'yes', no: 'no', none: 'none' }
  it('are read as facts, parts of parts with a dot', () => {
    expect(detailLines('{"run":3,"logs":{"valid":2},"holds":true,"keys":[],"x":null}', words)).toEqual([
      { name: 'run', value: '3' },
      { name: 'logs.valid', value: '2' },
      { name: 'holds', value: 'yes' },
      { name: 'keys', value: 'none' },
      { name: 'x', value: 'none' },
    ])
    expect(detailLines('not json', words)).toEqual([])
  })

  it('are hashed as the log does it', async () => {
    const entry = {
      sequence: 1,
      at: 2,
      actor: 'a',
      action: 'case.created',
      detail: '{}',
      tool: 't',
      previousHash: '0'.repeat(64),
      hash: '',
    } as const
    const { custodyHash } = await import('../../../electron/engine/custody/log.ts')
    const { createHash } = await import('node:crypto')
    expect(createHash('sha256').update(hashedText(entry)).digest('hex')).toBe(custodyHash(entry))
  })
})
