import { expect, it } from 'vitest'
import { parseRecord, plainPlace, sortRecord } from '../../../electron/engine/intake/found-sign-in.ts'
import type { FoundSignIn } from '../../../electron/engine/intake/reading.ts'
import type { IntakeAnswer } from '../../../electron/worker/intake-messages.ts'
import { withRawTogether } from '../../../electron/worker/raw-together.ts'
import { trail } from '../../fixtures/trail.ts'

it('answers keep their order, facts and bytes when the bytes travel in one buffer', () => {
  const found = trail(
    '10:00 alice ConsoleLogin ok',
    '10:01 bob ConsoleLogin failed',
    '10:02 cy SwitchRole',
  ).map((record, index): FoundSignIn => {
    const raw = Buffer.from(JSON.stringify(record))
    const sorted = sortRecord(parseRecord(raw), plainPlace(index + 1, index, raw.length), raw)
    if (sorted.is !== 'sign-in') throw new Error('not a sign-in')
    return sorted.signIn
  })
  const answers: IntakeAnswer[] = [
    { kind: 'findings', job: 1, findings: [{ kind: 'batch', part: 0, found: found.slice(0, 2) }] },
    { kind: 'hash', job: 2, sha256: 'x' },
    {
      kind: 'findings',
      job: 3,
      findings: [
        { kind: 'restart', part: 0 },
        { kind: 'batch', part: 0, found: found.slice(2) },
      ],
    },
  ]
  const { answers: packed, bytes } = withRawTogether(answers)
  const sent = structuredClone(packed, { transfer: [bytes] })
  expect(bytes.byteLength).toBe(0)
  const plain = (value: unknown) =>
    JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? Buffer.from(part).toString() : part))
  expect(plain(sent)).toBe(plain(structuredClone(answers)))
})
