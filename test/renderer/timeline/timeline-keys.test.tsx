// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROW_HEIGHT } from '../../../renderer/timeline/row-layout.ts'
import {
  giveHeight,
  press,
  rowsShown,
  selectedIndex,
  settle,
  showTimeline,
  signIn,
  smallCase,
  WINDOW,
} from './small-case.tsx'

beforeAll(giveHeight)

const many = (count: number) => Array.from({ length: count }, (_, index) => signIn(index + 1))
const scroller = () => document.querySelector<HTMLElement>('.tl-rows')!

/** Where a row is on the screen, in pixels below the top of the list. */
function onScreen(index: number): number {
  const row = rowsShown().get(index)!
  const block = row.parentElement!
  let y = Number.parseFloat(block.style.top)
  for (const line of block.children) {
    if (line === row) break
    y += line.classList.contains('tl-row') ? ROW_HEIGHT : line.classList.contains('tl-day-dashed') ? 20 : 22
  }
  return y - scroller().scrollTop
}

describe('keys', () => {
  test('j, k, pages and ends move by exact rows and keep the focus on the row', async () => {
    await showTimeline(smallCase(many(1000)))
    await press('j')
    expect(selectedIndex()).toBe(0)
    await press('j')
    await press('ArrowDown')
    expect(selectedIndex()).toBe(2)
    expect(document.activeElement?.getAttribute('data-index')).toBe('2')
    await press('k')
    expect(selectedIndex()).toBe(1)
    await press('PageDown')
    expect(selectedIndex()).toBe(1 + WINDOW / ROW_HEIGHT - 1)
    await press('End')
    expect(selectedIndex()).toBe(999)
    expect(rowsShown().get(999)?.getAttribute('aria-rowindex')).toBe('1001')
    expect(onScreen(999)).toBe(WINDOW - ROW_HEIGHT)
    await press('Home')
    expect(selectedIndex()).toBe(0)
    expect(onScreen(0)).toBe(0)
    expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('1001')
  })

  test('only the rows near the screen exist', async () => {
    await showTimeline(smallCase(many(1000)))
    expect(rowsShown().size).toBeLessThan(120)
  })

  test('Enter goes into the inspector, Esc comes back', async () => {
    await showTimeline(smallCase(many(5)))
    await press('j')
    await press('Enter')
    expect(document.activeElement?.closest('.insp')).not.toBeNull()
    await press('Escape')
    expect(document.activeElement?.getAttribute('data-index')).toBe('0')
  })

  test('letters do nothing while typing', async () => {
    await showTimeline(smallCase(many(5)))
    await press('/')
    expect(document.activeElement?.tagName).toBe('INPUT')
    await press('j')
    expect(selectedIndex()).toBeNull()
  })

  test('rows that arrive during an import do not move the selected row', async () => {
    const small = smallCase(many(300))
    await showTimeline(small)
    await press('End')
    for (const _ of [1, 2, 3, 4]) await press('k')
    const before = onScreen(295)
    const name = rowsShown().get(295)!.getAttribute('aria-label')
    await act(async () => {
      const early = Array.from({ length: 40 }, (_, index) =>
        signIn(5000 + index, { eventTime: Date.UTC(2024, 8, 10) / 1000 }),
      )
      small.addRows(early)
    })
    await settle(2600)
    expect(selectedIndex()).toBe(335)
    expect(rowsShown().get(335)!.getAttribute('aria-label')).toBe(name)
    expect(onScreen(335)).toBe(before)
    expect(document.body.textContent).toContain('340 of 340 sign-in events')
  })
})
