import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeOf, isPlain } from '../../../electron/engine/report/text/escape.ts'
import { breakLines, type Line } from '../../../electron/engine/report/text/lines.ts'
import type { Measure } from '../../../electron/engine/report/text/measure.ts'

/** Latin letters are half as wide as they are high, Japanese ones as wide; the first face has no Japanese. */
const measure: Measure = {
  has: (face, codePoint) => (codePoint < 0x250 ? true : face === 'noto-jp' && codePoint < 0x1f000),
  advance: (_face, codePoint) => (codePoint < 0x250 ? 500 : 1000),
  kern: () => 0,
}
const STYLE = { family: 'sans', size: 10, color: '000000' } as const

const linesOf = (text: string, width: number, verbatim = false) =>
  breakLines([{ text, style: STYLE }], width, measure, { verbatim })
const textOf = (line: Line) => line.runs.map((run) => run.text).join('')
const texts = (text: string, width: number) => linesOf(text, width).map(textOf)

describe('lines', () => {
  it('break at spaces and keep words whole', () => {
    expect(texts('the quick brown fox', 50)).toEqual(['the quick', 'brown fox'])
  })

  it('break long words after their signs, and anywhere as a last resort', () => {
    expect(texts('arn:aws:iam::111122223333:user/alice', 70)).toEqual([
      'arn:aws:iam::',
      '111122223333:',
      'user/alice',
    ])
    expect(texts('abcdefghijkl', 30)).toEqual(['abcdef', 'ghijkl'])
  })

  it('break Japanese between characters, but never begin with a closing mark', () => {
    expect(texts('成功した。', 40)).toEqual(['成功し', 'た。'])
    expect(texts('記録「成功」', 30)).toEqual(['記録', '「成', '功」'])
  })

  it('keep a number with its counter and a katakana word whole where the line allows', () => {
    expect(texts('合計は 412 件です', 60)).toEqual(['合計は', '412 件です'])
    expect(texts('詳細は（第 6 章）', 55)).toEqual(['詳細は', '（第 6 章）'])
    expect(texts('全部のユーザー', 50)).toEqual(['全部の', 'ユーザー'])
  })

  it('use the face that has the character and show what no face has', () => {
    const [line] = linesOf('a花\u{1f47e}\u0000', 500)
    expect(line!.runs.map((run) => [run.face, run.text])).toEqual([
      ['inter', 'a'],
      ['noto-jp', '花'],
      ['inter', '\\u{1f47e}\\u{0}'],
    ])
  })

  it('show direction marks, joined marks, odd spaces and lone surrogates as numbers', () => {
    for (const text of ['\u202e', '\u0301', '\u00a0', '\ufeff', '\u200b', '\ud800', '\u212a']) {
      expect(textOf(linesOf(text, 500)[0]!)).toBe(escapeOf(text.codePointAt(0)!))
    }
    expect(isPlain(0xe9)).toBe(true)
  })

  it('never are wider than asked, unless a single character is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 100, max: 300 }),
        (text, width) => {
          for (const line of linesOf(text, width)) expect(line.width).toBeLessThanOrEqual(width + 0.02)
        },
      ),
    )
  })

  it('lose nothing but spaces at line ends', () => {
    const shown = (text: string) =>
      [...text].map((character) => {
        const codePoint = character.codePointAt(0)!
        if (character === '\t') return '\\t'
        return isPlain(codePoint) && codePoint < 0x1f000 ? character : escapeOf(codePoint)
      })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const plain = text.replaceAll('\n', '')
        expect(linesOf(plain, 120).map(textOf).join('').replaceAll(' ', '')).toBe(
          shown(plain).join('').replaceAll(' ', ''),
        )
        expect(linesOf(plain, 120, true).map(textOf).join('')).toBe(shown(plain).join(''))
      }),
    )
  })

  it('keep the line ends of the text', () => {
    expect(texts('one\n\ntwo', 100)).toEqual(['one', '', 'two'])
    expect(texts('', 100)).toEqual([''])
  })
})
