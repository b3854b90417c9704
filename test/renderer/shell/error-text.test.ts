import { describe, expect, it } from 'vitest'
import { errorText } from '../../../renderer/error-text.ts'
import { LANGUAGES } from '../../../shared/domain/units.ts'
import { ERROR_CODES } from '../../../shared/errors.ts'

describe.each(LANGUAGES)('errors in %s', (language) => {
  it.each(ERROR_CODES)('%s says what happened and what to do', (code) => {
    const { title, advice } = errorText(code, language)
    expect(title).not.toBe('')
    expect(advice).not.toBe('')
    expect(`${title}${advice}`).not.toContain(code.includes('-') ? code : '!')
  })
})
