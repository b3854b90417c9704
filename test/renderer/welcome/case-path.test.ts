import { describe, expect, it } from 'vitest'
import { caseFileName, joinPath } from '../../../renderer/welcome/case-path.ts'
import { shortDate } from '../../../renderer/welcome/short-date.ts'

const day = new Date(2024, 8, 4, 23, 59)

describe('caseFileName', () => {
  it.each([
    ['IR-2024-017', 'IR-2024-017.trailcase'],
    ['  IR/7: "x"? ', 'IR-7- -x-.trailcase'],
    ['案件 3', '案件 3.trailcase'],
    ['..', '2024-09-04.trailcase'],
    ['', '2024-09-04.trailcase'],
    ['con', 'case-con.trailcase'],
  ])('%j becomes %s', (number, name) => expect(caseFileName(number, day)).toBe(name))

  it('fits into a folder of any file system, whatever is typed', () => {
    for (const character of ['N', '件', '😀']) {
      const name = caseFileName(character.repeat(500), day)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(210)
      expect(name.isWellFormed()).toBe(true)
    }
  })
})

describe('joinPath', () => {
  it('uses the slash of the folder', () => {
    expect(joinPath('/home/k/Trailcase', 'a')).toBe('/home/k/Trailcase/a')
    expect(joinPath('C:\\Users\\k', 'a')).toBe('C:\\Users\\k\\a')
    expect(joinPath('D:\\', 'a')).toBe('D:\\a')
  })
})

describe('shortDate', () => {
  it('leaves the weekday out', () => {
    expect(shortDate('2024-09-14', 'en')).toBe('14 Sep 2024')
    expect(shortDate('2024-09-14', 'ja')).toBe('2024年9月14日')
  })
})
