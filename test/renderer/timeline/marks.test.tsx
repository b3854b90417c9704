// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveHeight, press, rowsShown, settle, showTimeline, signIn, smallCase } from './small-case.tsx'

beforeAll(giveHeight)

const many = (count: number) => Array.from({ length: count }, (_, index) => signIn(index + 1))
const click = async (element: Element, keys: MouseEventInit = {}) => {
  await act(async () => fireEvent.click(element, keys))
  await settle()
}
const flags = (index: number) => rowsShown().get(index)!.querySelector('.tl-flags')!
const tagged = () =>
  [...rowsShown()].flatMap(([index]) => (flags(index).textContent?.includes('suspect') ? [index] : []))
const said = () => document.querySelector('.ui-toasts')!.textContent

describe('tags and marks', () => {
  test('t and a digit tag the selected event, u takes it back', async () => {
    await showTimeline(smallCase(many(5)))
    await press('j')
    await press('t')
    expect(screen.getByRole('dialog').textContent).toContain('Tag this event')
    await press('1')
    expect(tagged()).toEqual([0])
    expect(said()).toContain('Tag suspect: 1 event')
    expect(document.activeElement?.getAttribute('data-index')).toBe('0')
    await press('u')
    expect(tagged()).toEqual([])
  })

  test('m and v put a bookmark and "reviewed" on the event, and take them off again', async () => {
    await showTimeline(smallCase(many(3)))
    await press('j')
    await press('m')
    expect(flags(0).querySelector('.tl-flag-bookmark')).not.toBeNull()
    await press('v')
    expect(rowsShown().get(0)!.classList.contains('tl-reviewed')).toBe(true)
    await press('v')
    expect(rowsShown().get(0)!.classList.contains('tl-reviewed')).toBe(false)
    expect(said()).toContain('Reviewed taken off 1 event')
  })

  test('Shift and Ctrl choose rows, and what is done is done to all of them; Undo in the message takes it back', async () => {
    await showTimeline(smallCase(many(8)))
    await click(rowsShown().get(1)!)
    await click(rowsShown().get(4)!, { shiftKey: true })
    await click(rowsShown().get(6)!, { ctrlKey: true })
    await click(rowsShown().get(3)!, { ctrlKey: true })
    expect(screen.getByRole('toolbar').textContent).toContain('4 events selected')
    await press('t')
    expect(screen.getByRole('dialog').textContent).toContain('Tag 4 events')
    await press('1')
    expect(tagged()).toEqual([1, 2, 4, 6])
    await click(screen.getByRole('button', { name: 'Undo' }))
    expect(tagged()).toEqual([])
    await press('Escape')
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('x, Shift with the arrows and Ctrl+A choose by keys', async () => {
    await showTimeline(smallCase(many(300)))
    await press('j')
    await press('x')
    await press('ArrowDown')
    await press('x')
    expect(screen.getByRole('toolbar').textContent).toContain('2 events selected')
    await press('ArrowDown', { shiftKey: true })
    await press('ArrowDown', { shiftKey: true })
    expect(screen.getByRole('toolbar').textContent).toContain('4 events selected')
    await press('a', { ctrlKey: true })
    expect(screen.getByRole('toolbar').textContent).toContain('300 events selected')
    await press('m')
    expect(said()).toContain('Bookmark: 300 events')
  })

  test('a new tag is made and put on the event; a name with a space is refused in words', async () => {
    await showTimeline(smallCase(many(2)))
    await press('j')
    await press('t')
    const name = screen.getByLabelText('Name of the new tag')
    await act(async () => fireEvent.change(name, { target: { value: 'not so good' } }))
    await click(screen.getByRole('button', { name: 'Make and tag' }))
    expect(screen.getByRole('dialog').textContent).toContain('A name has no space, comma or quotation mark.')
    await act(async () => fireEvent.change(name, { target: { value: 'explained' } }))
    await click(screen.getByRole('radio', { name: 'Green' }))
    await click(screen.getByRole('button', { name: 'Make and tag' }))
    expect(flags(0).querySelector('.tag-green')?.textContent).toBe('explained')
  })

  test('a tag is renamed, coloured and removed, each with undo', async () => {
    await showTimeline(smallCase(many(2)))
    await press('j')
    await press('t')
    await press('1')
    await press('t')
    await click(screen.getByRole('button', { name: 'Edit tags' }))
    const name = screen.getByDisplayValue('suspect')
    await act(async () => fireEvent.change(name, { target: { value: 'odd' } }))
    await act(async () => fireEvent.blur(name))
    await settle()
    await click(screen.getByRole('radio', { name: 'Blue' }))
    expect(flags(0).querySelector('.tag-blue')?.textContent).toBe('odd')
    await click(screen.getByRole('button', { name: 'Remove the tag odd' }))
    expect(flags(0).querySelector('.tag-chip')).toBeNull()
    await press('Escape')
    await press('u')
    expect(flags(0).querySelector('.tag-blue')?.textContent).toBe('odd')
  })
})
