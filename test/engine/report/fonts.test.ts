import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FONT_PACKAGE_FILES, findFonts } from '../../../electron/engine/report/fonts.ts'
import { FACES } from '../../../electron/engine/report/text/measure.ts'
import { freshFolder } from '../open-case.ts'

describe('the fonts of the report', () => {
  it('are found in the packages', () => {
    const found = findFonts(freshFolder())
    expect(Object.keys(found)).toEqual([...FACES])
  })

  it('are taken from beside the bundle first', () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'fonts'))
    const name = basename(FONT_PACKAGE_FILES['noto-mono'])
    copyFileSync(findFonts(folder)['noto-mono'], join(folder, 'fonts', name))
    expect(findFonts(folder)['noto-mono']).toBe(join(folder, 'fonts', name))
  })
})
