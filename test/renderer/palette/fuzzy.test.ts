import { describe, expect, test } from 'vitest'
import { fuzzyMatch, ranked } from '../../../renderer/palette/fuzzy.ts'

const marked = (query: string, text: string) =>
  fuzzyMatch(query, text)?.marks.map(([start, end]) => text.slice(start, end))

describe('search in the palette', () => {
  test('every word must occur, in any order and any case; what matched is told', () => {
    expect(marked('BURSTS group', 'Group bursts on or off')).toEqual(['Group', 'bursts'])
    expect(fuzzyMatch('group pdf', 'Group bursts on or off')).toBeNull()
    expect(marked('alice', 'Only events of alice')).toEqual(['alice'])
    expect(marked('', 'Report')).toEqual([])
  })

  test('letters may be scattered, but not over the whole text, and not for two letters', () => {
    expect(marked('tmln', 'Timeline')?.join('')).toBe('Tmln')
    expect(fuzzyMatch('tn', 'Timeline')).toBeNull()
    expect(fuzzyMatch('grf', 'Go to the record of a faraway place')).toBeNull()
  })

  test('full-width letters and Japanese words are found', () => {
    expect(marked('ＳＱＬ', 'SQL')).toEqual(['SQL'])
    expect(marked('検出', '検出へ移動')).toEqual(['検出'])
  })

  test('a beginning counts more than a middle, a part more than scattered letters, another name counts too', () => {
    const items = ['Supporting table', 'Report', 'Write a report', 'Rep over time'].map((label) => ({
      label,
    }))
    expect(ranked('report', items).map(({ label }) => label)).toEqual([
      'Report',
      'Write a report',
      'Rep over time',
    ])
    const both = [
      { label: 'Timeline', also: 'タイムライン' },
      { label: 'Report', also: '報告書' },
    ]
    expect(ranked('報告', both).map(({ label }) => label)).toEqual(['Report'])
    expect(ranked('', both)).toHaveLength(2)
  })
})
