// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { ReportOptions } from '../../../shared/domain/report.ts'
import { AppError } from '../../../shared/errors.ts'
import { openWindow } from '../open-window.tsx'

afterEach(cleanup)

async function toReport(): Promise<void> {
  await screen.findByText('IR-2024-017')
  fireEvent.keyDown(window, { key: 'g' })
  fireEvent.keyDown(window, { key: 'r' })
  await screen.findByRole('heading', { name: 'Evidence report' })
}

it('lays the report out with what is chosen, keeps it with the case, and says what is always printed', async () => {
  const preview = vi.fn(async (_options: ReportOptions) => {
    throw new AppError('internal', 'Not of interest here.')
  })
  const keep = vi.fn()
  openWindow({ 'report.preview': preview, 'report.keep': keep }, { open: true })
  await toReport()
  const custody = await screen.findByRole('checkbox', { name: 'Chain of custody' })
  expect((screen.getByRole('checkbox', { name: 'Limits' }) as HTMLInputElement).disabled).toBe(true)
  fireEvent.click(custody)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Certification' }))
  fireEvent.change(screen.getByLabelText('Interpretation'), { target: { value: 'It was bob.' } })
  const chosen = { leaveOut: ['custody'], certification: true, interpretation: 'It was bob.' }
  await waitFor(() => expect(preview.mock.calls.at(-1)?.[0]).toMatchObject(chosen))
  await waitFor(() => expect(keep).toHaveBeenCalledWith(expect.objectContaining(chosen), expect.anything()))
  // Without its chapter nobody chooses exhibits.
  fireEvent.click(screen.getByRole('checkbox', { name: 'Exhibits' }))
  await screen.findByText('The chapter of exhibits is left out.')
  expect(screen.queryByRole('checkbox', { name: 'Print the records themselves' })).toBeNull()
})

it('a preview that takes long says how far it is and can be stopped, and made after all', async () => {
  let stopped = 0
  const preview = vi.fn(
    (_options: ReportOptions, { signal }: { readonly signal: AbortSignal }) =>
      new Promise<never>((_settle, fail) => {
        backend.served.emit('report.progress', {
          of: 'preview',
          step: 'laying-out',
          unit: 'pages',
          done: 320,
          total: 0,
        })
        signal.addEventListener('abort', () => {
          stopped += 1
          fail(new AppError('cancelled', 'Stopped.'))
        })
      }),
  )
  const backend = openWindow({ 'report.preview': preview as never }, { open: true })
  await toReport()
  await screen.findAllByText('Laying out page 320')
  fireEvent.click(await screen.findByRole('button', { name: 'Stop laying out the report' }))
  await screen.findByText('The preview was stopped')
  await waitFor(() => expect(stopped).toBe(1))
  fireEvent.click(screen.getByRole('button', { name: 'Lay out' }))
  await waitFor(() => expect(preview).toHaveBeenCalledTimes(2))
})
