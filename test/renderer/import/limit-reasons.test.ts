import { expect, test } from 'vitest'
import { cutByLimit } from '../../../renderer/import/limit-reasons.ts'
import { SOURCE_REASONS, type SourceReason } from '../../../shared/domain/source.ts'

const trouble = (code: SourceReason) => ({ path: '/e/a', code, message: '', offset: null, offsetIn: null })

test('what a limit cut off is offered to be read again, and nothing else', () => {
  const offered = SOURCE_REASONS.filter((code) => cutByLimit({ failed: [trouble(code)], skipped: [] }) > 0)
  expect(offered.toSorted()).toEqual([
    'inflated-too-large',
    'inflation-ratio',
    'nesting-too-deep',
    'record-too-large',
  ])
})
