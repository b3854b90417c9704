// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { FIELD_NAMES } from '../../../electron/engine/query/fields.ts'
import { readQuery } from '../../../electron/engine/query/read-query.ts'
import type { Histogram } from '../../../shared/domain/query.ts'
import { queryFieldWords } from '../../../shared/messages/query-fields.ts'
import { openWindow } from '../open-window.tsx'
import { giveHeight, press, settle } from '../timeline/small-case.tsx'

beforeAll(giveHeight)
afterEach(cleanup)

const box = () => screen.getByRole('combobox') as HTMLInputElement
const type = async (value: string) => {
  await act(async () => fireEvent.change(box(), { target: { value } }))
  await settle(450)
}
const total = () => document.querySelector('.flt-count b')?.textContent

test('each field of the language has its words', () => {
  for (const words of Object.values(queryFieldWords))
    expect(Object.keys(words).sort()).toEqual([...FIELD_NAMES].sort())
})

test('an unreadable query says where and why, keeps the last search, and is put right', async () => {
  openWindow({ 'query.read': ({ query, zone }) => readQuery(query, zone) }, { open: true })
  await screen.findByRole('grid')
  await settle(300)
  const all = total()
  await type('mfa:never')
  expect(document.querySelector('.qry-note-error')?.textContent).toContain(
    '“never” is no value of this field.',
  )
  expect(document.querySelector('.qry-mark-error')?.textContent).toBe('never')
  expect(total()).toBe(all)
  await type('no such words')
  expect(document.querySelector('.qry-mark-error')).toBeNull()
  expect(total()).toBe('0')
})

test('suggestions are chosen by keys; Esc closes them and keeps the focus', async () => {
  openWindow(
    {
      'query.complete': () => ({
        from: 0,
        to: 2,
        field: null,
        suggestions: [
          { kind: 'field', insert: 'region:', text: 'region', count: null },
          { kind: 'field', insert: 'reason:', text: 'reason', count: null },
        ],
      }),
    },
    { open: true },
  )
  await screen.findByRole('grid')
  act(() => box().focus())
  await type('re')
  expect(screen.getByRole('listbox', { name: 'Suggestions' })).toBeTruthy()
  await press('ArrowDown')
  await press('ArrowDown')
  expect(document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
    'reason:',
  )
  await press('Escape')
  expect(screen.queryByRole('listbox', { name: 'Suggestions' })).toBeNull()
  expect(document.activeElement).toBe(box())
  await type('r')
  await type('re')
  await press('Tab')
  expect(box().value).toBe('region:')
})

test('an answer that comes too late does not take the place of a newer one', async () => {
  const answers: (() => void)[] = []
  const made = (success: number): Histogram => ({
    width: '1h',
    bars: [{ start: 0, end: 3600, success, failure: 0, notStated: 0, total: success }],
    withoutTime: { matched: 0, total: 0 },
  })
  openWindow(
    {
      'timeline.histogram': ({ filter }) =>
        new Promise((resolve) => answers.push(() => resolve(made(filter.query === '' ? 7 : 3)))),
    },
    { open: true },
  )
  await screen.findByRole('grid')
  await settle()
  const before = answers.splice(0)
  await type('alice')
  for (const answer of answers.splice(0)) answer()
  await settle()
  expect(document.querySelector('.hist-legend')?.textContent).toContain('Success 3')
  for (const answer of before) answer()
  await settle()
  expect(document.querySelector('.hist-legend')?.textContent).toContain('Success 3')
})
