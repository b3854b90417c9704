// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useDialogFocus } from '../../../renderer/ui/dialog-focus.ts'

afterEach(cleanup)

let onShown: (() => void) | null = null

function SomeDialog() {
  const box = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useDialogFocus(box, body)
  return (
    <div ref={box} tabIndex={-1}>
      <div ref={body}>
        <input disabled id="gone" />
        <input id="first" />
      </div>
    </div>
  )
}

/** Looks as soon as the dialog stands in the page, before anything that comes later. */
function Shown() {
  useLayoutEffect(() => onShown?.(), [])
  return null
}

/** As the list of commands does, it gives the focus back after it has gone. */
function GivesBack() {
  useEffect(() => {
    const before = document.getElementById('opener')
    document.getElementById('command')?.focus()
    return () => before?.focus()
  }, [])
  return <input id="command" />
}

const page = (shown: 'nothing' | 'commands' | 'dialog') => (
  <>
    <button type="button" id="opener" />
    {shown === 'commands' && <GivesBack />}
    {shown === 'dialog' && <SomeDialog />}
    {shown === 'dialog' && <Shown />}
  </>
)

it('has the keys from the moment it is there, and gives them back', () => {
  let atOnce: string | undefined
  onShown = () => {
    atOnce = document.activeElement?.id
  }
  const { rerender } = render(page('nothing'))
  document.getElementById('opener')?.focus()
  act(() => rerender(page('dialog')))
  expect(atOnce).toBe('first')
  expect(document.activeElement?.id).toBe('first')
  act(() => rerender(page('nothing')))
  expect(document.activeElement?.id).toBe('opener')
})

it('keeps them when what closes in the same moment gives its own back', () => {
  onShown = null
  const { rerender } = render(page('nothing'))
  document.getElementById('opener')?.focus()
  act(() => rerender(page('commands')))
  expect(document.activeElement?.id).toBe('command')
  act(() => rerender(page('dialog')))
  expect(document.activeElement?.id).toBe('first')
  act(() => rerender(page('nothing')))
  expect(document.activeElement?.id).toBe('opener')
})
