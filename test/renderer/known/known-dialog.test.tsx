// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { KnownDialog } from '../../../renderer/known/known-dialog.tsx'
import { wordsOf } from '../../../renderer/known/known-lists.tsx'
import { AppError } from '../../../shared/errors.ts'
import { inCase } from './in-case.tsx'

afterEach(cleanup)

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } })

it('adds a network, says so and takes it back', async () => {
  inCase(<KnownDialog onClose={() => {}} />)
  await screen.findByText('Tokyo office')
  type('Network', '192.0.2.9/24')
  type('Label', 'Branch')
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await screen.findByText('192.0.2.0/24', { selector: 'code' })
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(screen.queryByText('192.0.2.0/24', { selector: 'code' })).toBeNull())
})

it('says at the field what is wrong with a network, and asks the engine nothing', async () => {
  const add = vi.fn()
  inCase(<KnownDialog onClose={() => {}} />, { 'known.addNetwork': add })
  await screen.findByText('Tokyo office')
  type('Network', 'office')
  type('Label', 'x')
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText(/Write a network such as/)).toBeTruthy()
  type('Network', '203.0.113.9/26')
  expect(screen.getByText('This network is on the list already.')).toBeTruthy()
  expect(add).not.toHaveBeenCalled()
})

it('changes a network in the form below the list', async () => {
  const change = vi.fn(() => {
    throw new AppError('disk-full', 'No space left.')
  })
  inCase(<KnownDialog onClose={() => {}} />, { 'known.changeNetwork': change })
  fireEvent.click(await screen.findByRole('button', { name: 'Change 203.0.113.0/26' }))
  type('Label', 'Osaka office')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(change).toHaveBeenCalledWith(
      { id: 1, cidr: '203.0.113.0/26', label: 'Osaka office', trusted: true },
      expect.anything(),
    ),
  )
  // What failed is said, and what was typed stays.
  expect(await within(screen.getByRole('alert')).findByText(/./)).toBeTruthy()
  expect(screen.getByDisplayValue('Osaka office')).toBeTruthy()
})

it('gives a name only to an account of twelve digits or to an address', async () => {
  const set = vi.fn()
  inCase(<KnownDialog onClose={() => {}} />, { 'known.setName': set })
  fireEvent.click(await screen.findByRole('radio', { name: 'Names' }))
  await screen.findByText('VPN gateway')
  type('Value', '1234')
  type('Name', 'x')
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText('An account number has twelve digits.')).toBeTruthy()
  expect(set).not.toHaveBeenCalled()
})

it('names the lines of a file that were left out', async () => {
  inCase(<KnownDialog onClose={() => {}} />)
  await screen.findByText('Tokyo office')
  fireEvent.click(screen.getByRole('button', { name: 'Read CSV' }))
  const said = await screen.findByText(/12 added, 1 changed, 3 as before/)
  expect(said.textContent).toContain('Line 9 was left out')
})

it('shows the data sets with their dates and keeps a file that cannot be used in sight', async () => {
  const set = vi.fn(() => ({
    language: 'en' as const,
    theme: 'light' as const,
    zone: 'UTC',
    firstClock: 'utc' as const,
    examiner: '',
  }))
  inCase(<KnownDialog onClose={() => {}} />, { 'settings.set': set })
  fireEvent.click(await screen.findByRole('radio', { name: 'Address data' }))
  expect((await screen.findAllByText(/as of 2026-06-17/)).length).toBe(2)
  fireEvent.click(screen.getByRole('button', { name: 'Add MMDB file' }))
  await screen.findByText('This file cannot be used and is left out.')
  await waitFor(() =>
    expect(set).toHaveBeenCalledWith({ addressData: ['/evidence/own.mmdb'] }, expect.anything()),
  )
})

it('knows an address by the narrowest network, and a value by its name only as a whole', () => {
  const by = { author: '', at: 0 }
  const words = wordsOf({
    networks: [
      { id: 1, cidr: '203.0.0.0/16', label: 'wide', trusted: false, ...by },
      { id: 2, cidr: '203.0.113.0/24', label: 'narrow', trusted: true, ...by },
    ],
    names: [{ kind: 'account', value: '111122223333', name: 'prod', ...by }],
  })
  expect(words.networkOf('203.0.113.7')?.label).toBe('narrow')
  expect(words.networkOf('203.0.114.7')?.label).toBe('wide')
  expect(words.networkOf('::ffff:203.0.113.7')?.label).toBe('narrow')
  expect(words.networkOf('AWS Internal')).toBeNull()
  expect(words.nameOf('account', '111122223333')).toBe('prod')
  expect(words.nameOf('address', '111122223333')).toBeNull()
  expect(words.nameOf('account', null)).toBeNull()
})
