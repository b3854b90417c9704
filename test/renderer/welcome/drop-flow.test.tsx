// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { summary } from '../../stage/fake-case.ts'
import { sumsAfter } from '../../stage/fake-import.ts'
import { openWindow } from '../open-window.tsx'

afterEach(cleanup)

const drop = (...names: string[]) =>
  fireEvent.drop(window, {
    dataTransfer: { types: ['Files'], files: names.map((name) => new File([''], name)) },
  })
const outcome = { stopped: false, sums: sumsAfter(1200), seconds: 1, skipped: [], failed: [] }

it('asks once, makes the case, and reads what was dropped', async () => {
  const create = vi.fn(() => summary)
  const run = vi.fn(() => outcome)
  openWindow({ 'case.create': create, 'import.run': run })
  await screen.findByText('Drop a folder or files here')
  drop('export-2024-09')
  const number = await screen.findByLabelText('Case number')
  expect(screen.getByLabelText<HTMLInputElement>('Examiner').value).toBe('M. Kobayashi')
  fireEvent.change(number, { target: { value: 'IR/7' } })
  await screen.findByText('/home/kobayashi/Trailcase/IR-7.trailcase')
  fireEvent.submit(number)

  await waitFor(() => expect(run).toHaveBeenCalled())
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({
      path: '/home/kobayashi/Trailcase/IR-7.trailcase',
      details: expect.objectContaining({ caseNumber: 'IR/7', examiner: 'M. Kobayashi' }),
    }),
    expect.anything(),
  )
  expect(run).toHaveBeenCalledWith(
    { raiseLimits: false, paths: ['/evidence/export-2024-09'] },
    expect.anything(),
  )
})

it.each([
  [
    'files are dragged over the window',
    () => fireEvent.dragEnter(window, { dataTransfer: { types: ['Files'] } }),
  ],
  ['it asks what the case is called', () => drop('export-2024-09')],
  ['a folder is looked for', () => fireEvent.click(screen.getByRole('button', { name: /Choose folder/ }))],
])('gets ready to read while %s', async (_, begin) => {
  const prepare = vi.fn(() => undefined)
  openWindow({ 'import.prepare': prepare, 'dialog.pickFolder': () => null })
  await screen.findByText('Drop a folder or files here')
  expect(prepare).not.toHaveBeenCalled()
  begin()
  await waitFor(() => expect(prepare).toHaveBeenCalledTimes(1))
})

it('opens a dropped case file without asking', async () => {
  const open = vi.fn(() => summary)
  openWindow({ 'case.open': open })
  await screen.findByText('Drop a folder or files here')
  drop('IR-2024-017.trailcase')
  await waitFor(() => expect(open).toHaveBeenCalled())
  expect(open).toHaveBeenCalledWith(
    { path: '/evidence/IR-2024-017.trailcase', examiner: 'M. Kobayashi' },
    expect.anything(),
  )
})

it('adds to the case that is open', async () => {
  const run = vi.fn(() => outcome)
  openWindow({ 'import.run': run }, { open: true })
  await screen.findByText('IR-2024-017')
  drop('more', 'and-more')
  await waitFor(() => expect(run).toHaveBeenCalled())
  expect(run).toHaveBeenCalledWith(
    { raiseLimits: false, paths: ['/evidence/more', '/evidence/and-more'] },
    expect.anything(),
  )
})

it.each([
  ['case-newer', 'The case was made by a newer Trailcase'],
  ['case-locked', 'Another program is using the case'],
  ['case-damaged', 'The case file is damaged'],
  ['not-a-case', 'This file is not a Trailcase case'],
] as const)('says in words why a case does not open: %s', async (code, words) => {
  openWindow({
    'case.open': () => {
      throw new AppError(code, 'facts for the log')
    },
  })
  await screen.findByText('Drop a folder or files here')
  drop('old.trailcase')
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByText('old.trailcase was not opened')).toBeTruthy()
})

it('stays in the dialog when the case cannot be made, and keeps what was typed', async () => {
  openWindow({
    'case.create': () => {
      throw new AppError('case-exists', '/home/kobayashi/Trailcase/A.trailcase')
    },
  })
  await screen.findByText('Drop a folder or files here')
  drop('logs')
  const number = await screen.findByLabelText<HTMLInputElement>('Case number')
  fireEvent.change(number, { target: { value: 'A' } })
  await screen.findByText('/home/kobayashi/Trailcase/A.trailcase')
  fireEvent.submit(number)
  expect((await screen.findAllByText('A file of that name is already there')).length).toBeGreaterThan(0)
  expect(number.value).toBe('A')
})
