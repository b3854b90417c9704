// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { openWindow } from '../open-window.tsx'

afterEach(cleanup)

it('goes to the files with g f and back with g t, and swaps the clocks with z', async () => {
  const set = vi.fn()
  const backend = openWindow({ 'settings.set': set }, { open: true })
  await screen.findByText('IR-2024-017')
  set.mockImplementation(() => backend.call('settings.get', undefined))
  fireEvent.keyDown(window, { key: 'g' })
  fireEvent.keyDown(window, { key: 'f' })
  await screen.findByText('Files of this case')
  fireEvent.keyDown(window, { key: 'z' })
  const zones = screen.getByRole('radiogroup', { name: 'First time zone' })
  expect(zones.querySelector('[aria-checked="true"]')?.textContent).toContain('Tokyo')
  await waitFor(() => expect(set).toHaveBeenCalledWith({ firstClock: 'zone' }, expect.anything()))
  fireEvent.keyDown(window, { key: 'g' })
  fireEvent.keyDown(window, { key: 't' })
  await waitFor(() => expect(screen.queryByText('Files of this case')).toBeNull())
})

it('shows all keys on ?, keeps the focus inside and gives it back', async () => {
  openWindow({}, { open: true })
  const menu = await screen.findByRole('button', { name: /Case menu/ })
  menu.focus()
  fireEvent.keyDown(menu, { key: '?' })
  const dialog = await screen.findByRole('dialog', { name: 'Keys' })
  expect(dialog.contains(document.activeElement)).toBe(true)
  fireEvent.keyDown(dialog, { key: 'Tab' })
  expect(dialog.contains(document.activeElement)).toBe(true)
  fireEvent.keyDown(dialog, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).toBe(menu)
})

it('saves a detail when its field is left, once', async () => {
  const describeCase = vi.fn()
  const backend = openWindow({ 'case.describe': describeCase }, { open: true })
  describeCase.mockImplementation(() => backend.call('case.summary', undefined))
  fireEvent.click(await screen.findByRole('button', { name: /Case menu/ }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Case details…' }))
  const reviewer = await screen.findByLabelText('Reviewer')
  fireEvent.blur(reviewer)
  fireEvent.change(reviewer, { target: { value: 'A. Suzuki' } })
  fireEvent.blur(reviewer)
  await waitFor(() => expect(describeCase).toHaveBeenCalledTimes(1))
  expect(describeCase.mock.calls[0]?.[0]).toMatchObject({ reviewer: 'A. Suzuki', caseNumber: 'IR-2024-017' })
})

it('follows the menu of the window', async () => {
  const backend = openWindow({}, { open: true })
  await screen.findByText('IR-2024-017')
  backend.served.emit('menu.command', { command: 'show-keys' })
  await screen.findByRole('dialog', { name: 'Keys' })
  backend.served.emit('menu.command', { command: 'close-case' })
  await screen.findByText('Drop a folder or files here')
})

it('puts language and theme on the page', async () => {
  openWindow(
    {},
    {
      settings: { language: 'ja', theme: 'dark', zone: 'Asia/Tokyo', firstClock: 'utc', examiner: '' },
    },
  )
  await screen.findByText('CloudTrail の証拠を開く')
  expect(document.documentElement.lang).toBe('ja')
  expect(document.documentElement.getAttribute('data-theme')).toBe('dark')
})
