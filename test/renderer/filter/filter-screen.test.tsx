// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveHeight, press, settle, showTimeline, signIn, smallCase } from '../timeline/small-case.tsx'

beforeAll(giveHeight)

const rows = [
  signIn(1, { outcome: 'failure', principalName: 'bob' }),
  signIn(2),
  signIn(3, { mfa: 'not-used' }),
  signIn(4, { principalKind: 'hidden', principalName: null, outcome: 'failure' }),
]
const tokens = () => [...document.querySelectorAll('.flt-token')].map((token) => token.textContent)
const count = () => document.querySelector('.flt-count')?.textContent
const option = (name: string) => screen.getByRole('option', { name: new RegExp(`^${name}`) })
const click = async (element: HTMLElement) => {
  await act(async () => fireEvent.click(element))
  await settle()
}

describe('filter', () => {
  test('a click on a value adds a token, a second value joins it with "or", the cross removes it', async () => {
    await showTimeline(smallCase(rows))
    expect(count()).toBe('4 of 4 sign-in events')
    await click(option('Failed'))
    expect(tokens()).toEqual(['outcomeFailed'])
    expect(count()).toBe('2 of 4 sign-in events')
    await click(option('Success'))
    expect(tokens()).toEqual(['outcomeFailed or Success'])
    await click(screen.getByRole('button', { name: 'Remove outcome Failed or Success' }))
    expect(tokens()).toEqual([])
    expect(count()).toBe('4 of 4 sign-in events')
  })

  test('counts of a field ignore the field itself; a value without rows keeps its place', async () => {
    await showTimeline(smallCase(rows))
    await click(option('bob'))
    expect(option('alice').querySelector('b')?.textContent).toBe('2')
    expect(option('Success').querySelector('b')?.textContent).toBe('0')
    const names = [...document.querySelectorAll('.flt-word')].map((word) => word.textContent)
    expect(names.indexOf('Failed')).toBeLessThan(names.indexOf('Success'))
  })

  test('the search waits until the typing rests; nothing found offers to clear the filter', async () => {
    await showTimeline(smallCase(rows))
    const box = screen.getByRole('combobox', { name: /^Search/ })
    await act(async () => fireEvent.change(box, { target: { value: 'nobody' } }))
    expect(count()).toBe('4 of 4 sign-in events')
    await settle(500)
    expect(count()).toBe('0 of 4 sign-in events')
    expect(screen.getByText('No sign-in event matches')).toBeTruthy()
    await click(screen.getAllByRole('button', { name: 'Clear filter' })[0]!)
    expect(count()).toBe('4 of 4 sign-in events')
    expect((box as HTMLInputElement).value).toBe('')
  })

  test('f keeps the principal of the focused row, u takes it back', async () => {
    await showTimeline(smallCase(rows))
    await press('j')
    await press('f')
    expect(tokens()).toEqual(['principalbob'])
    expect(count()).toBe('1 of 4 sign-in events')
    await press('u')
    expect(tokens()).toEqual([])
    expect(screen.getByText('Undone: filter change')).toBeTruthy()
  })

  test('names hidden by AWS are one value that is no name', async () => {
    await showTimeline(smallCase(rows))
    await click(option('hidden by AWS'))
    expect(tokens()).toEqual(['principalhidden by AWS'])
    expect(count()).toBe('1 of 4 sign-in events')
  })

  test('a failed call says so and can be tried again', async () => {
    const small = smallCase(rows)
    await showTimeline(small)
    small.fail('timeline.open')
    await click(option('Failed'))
    expect(document.body.textContent).toContain('The disk said no.')
    small.fail('')
    await click(screen.getByRole('button', { name: 'Try again' }))
    expect(count()).toBe('2 of 4 sign-in events')
  })
})
