import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf } from '../../../renderer/patterns/pattern-colours.ts'

const kinds = (text: string) =>
  piecesOf(text, null)
    .filter(({ kind }) => kind !== 'plain')
    .map((piece) => `${piece.kind} ${piece.text}`)

it('tells the parts of a pattern apart', () => {
  expect(kinds('{ ($.a-b.c[0] != "x y") && $[\'d.e\'] = %^a% || $.n >= 1e3 }')).toEqual([
    'selector $.a-b.c[0]',
    'operator !=',
    'text "x y"',
    'operator &&',
    "selector $['d.e']",
    'operator =',
    'regex %^a%',
    'operator ||',
    'selector $.n',
    'operator >=',
  ])
  expect(kinds('{ $.a = “No" && $.b NOT EXISTS }')).toEqual([
    'selector $.a',
    'operator =',
    'text “No"',
    'operator &&',
    'selector $.b',
    'keyword NOT',
    'keyword EXISTS',
  ])
})

it('marks what is wrong, across parts', () => {
  const text = '{ $.a IS NOT NULL }'
  const wrong = piecesOf(text, { from: 6, to: 12 }).filter((piece) => piece.wrong)
  expect(wrong.map((piece) => piece.text).join('')).toBe('IS NOT')
})

it('never loses or changes a character', () => {
  const some = fc.array(fc.constantFrom(...'{}()$.[]*"“%&|!=<> aI1\n')).map((signs) => signs.join(''))
  fc.assert(
    fc.property(some, fc.nat(30), fc.nat(30), (text, from, length) => {
      const pieces = piecesOf(text, { from, to: from + length })
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      const wrong = pieces.filter((piece) => piece.wrong).map((piece) => piece.text)
      expect(wrong.join('')).toBe(text.slice(from, from + length))
    }),
  )
})
