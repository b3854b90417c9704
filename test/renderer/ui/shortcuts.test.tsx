// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { type Shortcuts, useShortcuts } from '../../../renderer/ui/shortcuts.ts'

afterEach(cleanup)

function Probe(props: { readonly keys: Shortcuts }) {
  useShortcuts(props.keys)
  return <input aria-label="field" />
}
const press = (key: string, on: Element | Window = window, more = {}) =>
  fireEvent.keyDown(on, { key, ...more })

it('runs a single letter, but not while typing in a field', () => {
  const z = vi.fn()
  render(<Probe keys={{ z }} />)
  press('z')
  expect(z).toHaveBeenCalledTimes(1)
  press('z', screen.getByLabelText('field'))
  expect(z).toHaveBeenCalledTimes(1)
})

it('runs a command key even from a field', () => {
  const save = vi.fn()
  render(<Probe keys={{ 'mod+p': save }} />)
  press('p', screen.getByLabelText('field'), { ctrlKey: true })
  expect(save).toHaveBeenCalledTimes(1)
})

it('gives the second key of a pair to the pair alone, across components', () => {
  const files = vi.fn()
  const filter = vi.fn()
  render(
    <>
      <Probe keys={{ 'g f': files }} />
      <Probe keys={{ f: filter }} />
    </>,
  )
  press('g')
  press('f')
  expect(files).toHaveBeenCalledTimes(1)
  expect(filter).not.toHaveBeenCalled()
  press('f')
  expect(filter).toHaveBeenCalledTimes(1)
})

it('holds its breath during input of Japanese and behind a modal dialog', () => {
  const j = vi.fn()
  render(<Probe keys={{ j }} />)
  press('j', window, { isComposing: true })
  const dialog = document.createElement('div')
  dialog.setAttribute('aria-modal', 'true')
  document.body.append(dialog)
  press('j')
  dialog.remove()
  expect(j).not.toHaveBeenCalled()
  press('j')
  expect(j).toHaveBeenCalledTimes(1)
})
