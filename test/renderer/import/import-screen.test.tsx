// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ImportSums } from '../../../shared/domain/source.ts'
import type { CallContext } from '../../../shared/ipc/serve.ts'
import { rows, sources } from '../../stage/fake-case.ts'
import { sumsAfter } from '../../stage/fake-import.ts'
import { openWindow } from '../open-window.tsx'

afterEach(cleanup)

const finished = (sums: ImportSums) => ({ stopped: false, sums, seconds: 1.25, skipped: [], failed: [] })

async function readInto(sums: ImportSums) {
  openWindow({ 'import.run': () => finished(sums) }, { open: true })
  await screen.findByText('IR-2024-017')
  fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
  return within(await screen.findByRole('table', { name: 'Files' }))
}

describe('the tick beside a total', () => {
  it('stands when the lines add up', async () => {
    const files = await readInto(sumsAfter(1200))
    expect(files.getByText('Checked: the lines above add up to this number.')).toBeTruthy()
  })

  it('gives way to a warning when they do not', async () => {
    const whole = sumsAfter(1200)
    const files = await readInto({ ...whole, read: whole.read - 1 })
    expect(files.getByText(/do not add up/)).toBeTruthy()
  })
})

it('says the end in one sentence and names a damaged file with place and cause', async () => {
  const sums = sumsAfter(1200)
  openWindow(
    {
      'import.run': () => ({
        ...finished(sums),
        failed: [
          {
            path: '/e/b.json.gz',
            code: 'gzip-truncated',
            message: 'unexpected end',
            offset: 18_204,
            offsetIn: 'file',
          },
        ],
      }),
    },
    { open: true },
  )
  await screen.findByText('IR-2024-017')
  fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
  expect(
    await screen.findByText(/1,200 files were found in 1.3 s: 1,140 read whole, 2 read in part/),
  ).toBeTruthy()
  expect(screen.getByText('b.json.gz')).toBeTruthy()
  expect(screen.getByText('The gzip data ends early at byte 18,204 of the file.')).toBeTruthy()
})

it('pauses on request, and stops by cancelling the call', async () => {
  const pause = vi.fn()
  const stopped = vi.fn()
  const run = (_input: unknown, { signal }: CallContext) =>
    new Promise<ReturnType<typeof finished>>((resolve) => {
      signal.addEventListener('abort', () => {
        stopped()
        resolve({ ...finished(sumsAfter(600)), stopped: true })
      })
    })
  const backend = openWindow({ 'import.run': run, 'import.pause': pause }, { open: true })
  await screen.findByText('IR-2024-017')
  fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
  await screen.findByText('Stop and keep what is read')
  backend.served.emit('import.progress', {
    state: 'reading',
    sums: sumsAfter(300),
    current: 'a.json.gz',
    elapsedMs: 2000,
    share: 0.25,
    secondsLeft: 6,
  })
  await screen.findByText('300 of 1,200 files, 25.0 %')
  fireEvent.keyDown(window, { key: ' ' })
  await waitFor(() => expect(pause).toHaveBeenCalledWith({ paused: true }, expect.anything()))
  await screen.findByRole('button', { name: 'Resume' })
  fireEvent.click(screen.getByText('Stop and keep what is read'))
  expect(await screen.findByText(/Reading was stopped after 600 of 1,200 files/)).toBeTruthy()
  expect(stopped).toHaveBeenCalledTimes(1)
})

/** A window over a case that is being read into and has nothing yet, until `fill` puts something there. */
function openEmpty(calls: Partial<Parameters<typeof openWindow>[0]> = {}) {
  let isThere = false
  const none = { all: 0, attention: 0, skipped: 0, damaged: 0 }
  const view = { view: 1, matched: 0, total: 0, firstTime: null, lastTime: null, keptIndex: null }
  const backend = openWindow(
    {
      'import.run': () => new Promise<never>(() => undefined),
      'import.ledger': () => ({
        counts: isThere ? { ...none, all: 1 } : none,
        rows: isThere ? sources.slice(0, 1) : [],
      }),
      'timeline.open': () => (isThere ? { ...view, matched: 1, total: 1 } : view),
      'timeline.page': () => rows.slice(0, 1),
      ...calls,
    },
    { open: true },
  )
  const fill = () => {
    isThere = true
  }
  return { backend, fill, view }
}

async function startReading() {
  await screen.findByText('IR-2024-017')
  fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
  await screen.findByText('No sign-in record yet')
  await screen.findByText('No file has been read yet')
}

/** What is there is shown before the next look that is due. */
async function firstRowsAreThere() {
  const soon = { timeout: 1000 }
  await waitFor(() => expect(screen.queryByText('No sign-in record yet')).toBeNull(), soon)
  await waitFor(() => expect(screen.queryByText('No file has been read yet')).toBeNull(), soon)
  await waitFor(() => expect(screen.getByText('1 sign-in event')).toBeTruthy(), soon)
  await waitFor(
    () => expect(screen.getByRole('table', { name: 'File ledger' }).getAttribute('aria-rowcount')).toBe('2'),
    soon,
  )
}

it('shows the first rows as soon as there are some, not with the next look that is due', async () => {
  const { backend, fill } = openEmpty()
  await startReading()
  fill()
  backend.served.emit('case.changed', { what: 'sign-ins' })
  await firstRowsAreThere()
})

it('does so when the progress tells of them first', async () => {
  const { backend, fill } = openEmpty()
  await startReading()
  fill()
  backend.served.emit('import.progress', {
    state: 'reading',
    sums: sumsAfter(300),
    current: 'a.json.gz',
    elapsedMs: 200,
    share: 0.25,
    secondsLeft: null,
  })
  await firstRowsAreThere()
})

it('looks once more at the end, also when a look is under way then', async () => {
  let end: (outcome: ReturnType<typeof finished>) => void = () => undefined
  let total = 1
  let isSlow = false
  const late: (() => void)[] = []
  const { view } = openEmpty({
    'import.run': () =>
      new Promise((resolve) => {
        end = resolve
      }),
    'timeline.open': () => {
      const answer = { ...view, matched: total, total }
      return isSlow ? new Promise((resolve) => late.push(() => resolve(answer))) : answer
    },
  })
  await screen.findByText('IR-2024-017')
  isSlow = true
  fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
  await waitFor(() => expect(late.length).toBeGreaterThan(0))
  total = 2
  end(finished(sumsAfter(1200)))
  await screen.findByText('Evidence read')
  isSlow = false
  for (const answer of late) answer()
  expect(await screen.findByText('2 sign-in events')).toBeTruthy()
})

describe('what was read before', () => {
  const places = [
    { path: '/media/usb/old.zip', isThere: false },
    { path: '/evidence/trail', isThere: true },
    { path: '/evidence/more', isThere: true },
  ]

  async function asked() {
    const run = vi.fn((_input: unknown) => finished(sumsAfter(1200)))
    openWindow({ 'import.run': run, 'import.places': () => places }, { open: true })
    await screen.findByText('IR-2024-017')
    fireEvent.keyDown(window, { key: 'g' })
    fireEvent.keyDown(window, { key: 'f' })
    fireEvent.click(await screen.findByRole('button', { name: 'Read evidence again…' }))
    await screen.findByText('/evidence/trail')
    return run
  }

  it('is read again where it is there and was not left out', async () => {
    const run = await asked()
    const gone = screen.getByRole<HTMLInputElement>('checkbox', { name: /old.zip/ })
    expect([gone.checked, gone.disabled]).toEqual([false, true])
    expect(screen.getByText('not there now')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /trail/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Read 2 places' }))
    await waitFor(() => expect(run).toHaveBeenCalledOnce())
    expect(run.mock.calls[0]?.[0]).toEqual({
      paths: ['/evidence/trail', '/evidence/more'],
      raiseLimits: false,
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('can be chosen from, and there is no reading nothing', async () => {
    const run = await asked()
    fireEvent.click(screen.getByRole('checkbox', { name: /more/ }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Read 1 place' }).disabled).toBe(false)
    fireEvent.click(screen.getByRole('checkbox', { name: /trail/ }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Read 0 places' }).disabled).toBe(true)
    expect(run).not.toHaveBeenCalled()
  })

  it('is offered among the commands too, also after an import of this session', async () => {
    openWindow({ 'import.run': () => finished(sumsAfter(1200)) }, { open: true })
    await screen.findByText('IR-2024-017')
    fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
    await screen.findByText('Evidence read')
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
    const commands = within(await screen.findByRole('dialog'))
    fireEvent.change(commands.getByRole('combobox'), { target: { value: 'evidence again' } })
    fireEvent.click(commands.getByRole('option', { name: /Read evidence again/ }))
    expect(await screen.findByText('/evidence/acme-org-trail')).toBeTruthy()
  })

  it('goes on after a stop with one button', async () => {
    const run = vi.fn((_input: unknown) => ({ ...finished(sumsAfter(600)), stopped: true }))
    openWindow({ 'import.run': run }, { open: true })
    await screen.findByText('IR-2024-017')
    fireEvent.keyDown(window, { key: 'o', ctrlKey: true })
    fireEvent.click(await screen.findByRole('button', { name: 'Read the rest' }))
    await waitFor(() => expect(run).toHaveBeenCalledTimes(2))
    expect(run.mock.calls[1]?.[0]).toEqual(run.mock.calls[0]?.[0])
  })
})
