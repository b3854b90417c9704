// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { giveHeight, press, rowsShown, settle, showTimeline, signIn, smallCase } from './small-case.tsx'

beforeAll(giveHeight)

const FAILURE: Partial<SignInRow> = { outcome: 'failure', sourceIp: '198.51.100.99', mfa: 'not-used' }
const START = Date.UTC(2024, 8, 14, 12) / 1000

/** Three good rows, twelve failures ten seconds apart with a success among them, three good rows. */
function spray(): SignInRow[] {
  const rows = [1, 2, 3].map((id) => signIn(id, { eventTime: START + id }))
  for (let step = 0; step < 12; step += 1) {
    const hidden = step % 4 === 3
    const who = hidden
      ? ({ principalKind: 'hidden', principalName: null } as const)
      : { principalName: `user-${step % 3}` }
    rows.push(signIn(10 + step, { ...FAILURE, ...who, eventTime: START + 100 + step * 10 }))
  }
  rows.push(signIn(30, { sourceIp: '198.51.100.99', principalName: 'bob', eventTime: START + 145 }))
  for (const id of [41, 42, 43]) rows.push(signIn(id, { eventTime: START + 1000 + id }))
  return rows
}

const burst = () => document.querySelector<HTMLElement>('.tl-burst')!
const lines = () => [...document.querySelectorAll<HTMLElement>('.tl-rows .tl-row')]
const cursor = () => document.querySelector<HTMLElement>('.tl-cursor')!
const click = async (element: Element, keys: MouseEventInit = {}) => {
  await act(async () => fireEvent.click(element, keys))
  await settle()
}
const rowcount = () => document.querySelector('.tl-grid')?.getAttribute('aria-rowcount')

describe('bursts in the list', () => {
  test('a run of failures is one line with its count, its length and its names; a success in it stays a row', async () => {
    await showTimeline(smallCase(spray()))
    expect(lines()).toHaveLength(8)
    expect(rowcount()).toBe('9')
    expect(burst().textContent).toContain('12 failures')
    expect(burst().textContent).toContain('1 min 50 s')
    expect(burst().textContent).toContain('3 names')
    expect(burst().getAttribute('aria-label')).toContain(
      '12 sign-ins from 198.51.100.99 failed in 1 min 50 s: 3 names, 3 tries with a hidden name.',
    )
    expect(burst().getAttribute('aria-expanded')).toBe('false')
    expect(lines().map((line) => line.dataset['index'])).toEqual([
      '0',
      '1',
      '2',
      undefined,
      '8',
      '16',
      '17',
      '18',
    ])
  })

  test('a click opens the first and last rows, the line between them the rest, a click closes', async () => {
    await showTimeline(smallCase(spray()))
    await click(burst())
    expect(burst().getAttribute('aria-expanded')).toBe('true')
    expect(document.querySelectorAll('.tl-in-burst')).toHaveLength(3)
    expect(document.querySelector('.tl-more')?.textContent).toContain('9 more failures in this burst')
    await click(document.querySelector('.tl-more')!)
    expect(document.querySelectorAll('.tl-in-burst')).toHaveLength(12)
    expect(document.querySelector('.tl-more')).toBeNull()
    await click(burst())
    expect(document.querySelectorAll('.tl-in-burst')).toHaveLength(0)
  })

  test('keys: j passes over a closed burst, → opens it, ← closes it from a row inside, Enter does both', async () => {
    await showTimeline(smallCase(spray()))
    for (const _ of [1, 2, 3, 4]) await press('j')
    expect(cursor()).toBe(burst())
    await press('j')
    expect(cursor().dataset['index']).toBe('8')
    await press('k')
    await press('ArrowRight')
    expect(rowcount()).toBe('13')
    expect(cursor()).toBe(burst())
    await press('ArrowRight')
    expect(cursor().classList.contains('tl-in-burst')).toBe(true)
    await press('ArrowLeft')
    expect(cursor()).toBe(burst())
    expect(rowcount()).toBe('9')
    await press('Enter')
    expect(rowcount()).toBe('13')
    await press('Enter')
    expect(rowcount()).toBe('9')
    expect(document.activeElement).toBe(burst())
  })

  test('the status bar counts events and lines, and a selected burst tells of the success from its address', async () => {
    await showTimeline(smallCase(spray()))
    await click(burst())
    const pane = document.querySelector('.tl-burst-pane')!
    expect(pane.textContent).toContain('12 sign-ins from 198.51.100.99 failed')
    expect(pane.textContent).toContain('during the burst')
    await click(pane.querySelector('.tl-burst-successes button')!)
    expect(cursor().textContent).toContain('bob')
  })

  test('b shows every row and folds again; the selected row keeps its focus', async () => {
    await showTimeline(smallCase(spray()))
    await press('j')
    await press('b')
    expect(rowcount()).toBe('20')
    expect(rowsShown().size).toBe(19)
    expect(document.activeElement?.getAttribute('data-index')).toBe('0')
    await press('b')
    expect(rowcount()).toBe('9')
  })

  test('a million rows with bursts ask only for the pages that are seen', async () => {
    const { foldLines } = await import('../../../shared/domain/folded-lines.ts')
    const bursts = Array.from({ length: 2000 }, (_, at) => ({
      sourceIp: '198.51.100.1',
      lead: at * 500,
      count: 400,
      firstTime: at,
      lastTime: at,
      names: 1,
      hidden: 0,
      spark: [],
      shared: { mfa: null, region: null, browser: null, system: null },
      ranges: [at * 500, 400],
      successCount: 0,
      successes: [],
    }))
    const folded = foldLines(1_000_000, bursts, new Map())
    expect(folded.count).toBe(2000 * 101)
    expect(folded.lineAt(folded.count - 1)).toEqual({ kind: 'row', index: 999_999, burst: null })
    expect(folded.lineOf(999_999)).toBe(folded.count - 1)
  })
})
