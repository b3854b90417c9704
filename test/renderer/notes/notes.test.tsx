// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  giveHeight,
  press,
  rowsShown,
  settle,
  showTimeline,
  signIn,
  smallCase,
} from '../timeline/small-case.tsx'

beforeAll(giveHeight)

const rows = [signIn(1), signIn(2, { principalName: 'bob' })]
const field = () => screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement
const texts = () => [...document.querySelectorAll('.note-text')].map((text) => text.textContent)
const flags = (index: number) => rowsShown().get(index)!.querySelector('.tl-flags')?.textContent
const type = (element: HTMLElement, value: string) =>
  act(async () => fireEvent.change(element, { target: { value } }))
const click = async (name: string | RegExp) => {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })))
  await settle(200)
}
const save = async () => {
  await press('Enter', { ctrlKey: true })
  await settle(200)
}

async function withNote(text: string) {
  const small = smallCase(rows)
  await showTimeline(small)
  await press('j')
  await settle(200)
  await press('n')
  expect(document.activeElement).toBe(field())
  await type(field(), text)
  return small
}

describe('notes', () => {
  test('n writes, Ctrl+Enter saves, the row counts it, u takes it away again', async () => {
    const small = await withNote('alice is on leave')
    await save()
    expect(small.notes).toHaveLength(1)
    expect(texts()).toEqual(['alice is on leave'])
    expect(field().value).toBe('')
    expect(flags(0)).toBe('1')
    expect(document.querySelector('.note time')?.textContent).toBe('Mon 16 Sep 2024 01:22 UTC · 10:22 Tokyo')
    await press('Escape')
    await press('u')
    await settle(200)
    expect(small.notes[0]?.removed).toBe(true)
    expect(texts()).toEqual([])
    expect(flags(0)).toBe('')
  })

  test('text survives an error and is saved by "Try again"', async () => {
    const small = await withNote('keep me')
    small.fail('note.add')
    await save()
    expect(field().value).toBe('keep me')
    expect(document.body.textContent).toContain('Your text is kept here.')
    small.fail('')
    await click('Try again')
    expect(texts()).toEqual(['keep me'])
    expect(field().value).toBe('')
  })

  test('an edit is a new wording; a removed note can be undone', async () => {
    const small = await withNote('first')
    await save()
    await click('Edit')
    await type(screen.getByRole('textbox', { name: 'Edit' }), 'second')
    await save()
    expect(texts()).toEqual(['second'])
    expect(small.notes[0]?.revisions).toBe(2)
    expect(screen.getByRole('button', { name: '2 versions' })).toBeTruthy()
    await click('Remove')
    expect(texts()).toEqual([])
    await click('Undo')
    expect(texts()).toEqual(['second'])
  })

  test('a draft stays with its event', async () => {
    await withNote('half a thought')
    await press('Escape')
    await press('j')
    await settle(200)
    expect(field().value).toBe('')
    await press('k')
    await settle(200)
    expect(field().value).toBe('half a thought')
  })

  test('markup in a note stays text', async () => {
    await withNote('<img src=x onerror=alert(1)>')
    await save()
    expect(texts()).toEqual(['<img src=x onerror=alert(1)>'])
    expect(document.querySelector('.note img')).toBeNull()
  })
})
