import { expect, test } from 'vitest'
import { LIMIT_REASONS } from '../../../electron/engine/intake/limits.ts'
import { cutByLimit } from '../../../renderer/import/limit-reasons.ts'
import { SOURCE_REASONS, type SourceReason } from '../../../shared/domain/source.ts'

const trouble = (code: SourceReason) => ({ path: '/e/a', code, message: '', offset: null, offsetIn: null })

test('what the engine can read again with higher limits is offered, and nothing else', () => {
  const offered = SOURCE_REASONS.filter((code) => cutByLimit({ failed: [trouble(code)], skipped: [] }) > 0)
  expect(offered.toSorted()).toEqual([...LIMIT_REASONS].toSorted())
})
