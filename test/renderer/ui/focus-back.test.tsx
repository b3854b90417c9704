// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useFocusBack } from '../../../renderer/ui/focus-back.ts'

afterEach(cleanup)

let giveBack = () => {}

function Panel({ ready }: { readonly ready: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  giveBack = useFocusBack(() => box.current?.querySelector('button') ?? null, ready)
  return (
    <div ref={box}>
      <button type="button" disabled={!ready}>
        Save
      </button>
      <input aria-label="Elsewhere" />
    </div>
  )
}

const saveHasFocus = () => document.activeElement === screen.getByRole('button')

beforeEach(() => (document.activeElement as HTMLElement | null)?.blur())

it('gives the focus back at once where the button can be used', () => {
  render(<Panel ready />)
  giveBack()
  expect(saveHasFocus()).toBe(true)
})

it('gives it back when the button can be used again, and only once', () => {
  const { rerender } = render(<Panel ready={false} />)
  giveBack()
  expect(saveHasFocus()).toBe(false)
  rerender(<Panel ready />)
  expect(saveHasFocus()).toBe(true)
  screen.getByRole('button').blur()
  rerender(<Panel ready={false} />)
  rerender(<Panel ready />)
  expect(saveHasFocus()).toBe(false)
})

it('leaves the focus where the user has put it meanwhile', () => {
  const { rerender } = render(<Panel ready={false} />)
  giveBack()
  screen.getByLabelText('Elsewhere').focus()
  rerender(<Panel ready />)
  expect(document.activeElement).toBe(screen.getByLabelText('Elsewhere'))
})

it('takes no focus that was not asked back', () => {
  const { rerender } = render(<Panel ready={false} />)
  rerender(<Panel ready />)
  expect(saveHasFocus()).toBe(false)
})
