// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SignInFilter } from '../../../shared/domain/filter.ts'
import { AppError } from '../../../shared/errors.ts'
import { openWindow } from '../open-window.tsx'

afterEach(cleanup)

async function openPatterns(...[changes, options]: Parameters<typeof openWindow>) {
  const backend = openWindow(changes, { open: true, ...options })
  await screen.findByText('IR-2024-017')
  fireEvent.keyDown(window, { key: 'g' })
  fireEvent.keyDown(window, { key: 'p' })
  const editor = (await screen.findByRole('textbox', { name: 'Filter pattern' })) as HTMLTextAreaElement
  return { backend, editor }
}
const type = (editor: HTMLElement, value: string) => fireEvent.change(editor, { target: { value } })
const runKey = (editor: HTMLElement) => fireEvent.keyDown(editor, { key: 'Enter', ctrlKey: true })

describe('patterns', () => {
  it('says what is wrong and where, and does not run it', async () => {
    const run = vi.fn()
    const { editor } = await openPatterns({ 'pattern.run': run })
    type(editor, '{ $.eventName IS NOT NULL }')
    await screen.findByText(/“IS NOT” does not exist in this syntax/)
    expect(screen.getByText('(character 15)')).toBeTruthy()
    expect(editor.getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector('.pat-wrong')?.textContent).toBe('IS')
    runKey(editor)
    expect((screen.getByRole('button', { name: 'Run' }) as HTMLButtonElement).disabled).toBe(true)
    expect(run).not.toHaveBeenCalled()
  })

  it('runs on Ctrl+Enter, with notice and counts of each condition', async () => {
    const { editor } = await openPatterns()
    type(editor, '{ $.eventName = “ConsoleLogin" && $.errorMessage = "Failed authentication" }')
    await screen.findByText('Valid, 2 conditions')
    expect(screen.getByText(/A typographic quote was read as a plain one/)).toBeTruthy()
    runKey(editor)
    await screen.findByText('197 of 386 sign-in records match')
    const conditions = within(screen.getByRole('list', { name: 'Each condition by itself' }))
    expect(conditions.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '$.eventName = "ConsoleLogin"352 of 386',
      '$.errorMessage = "Failed authentication"197 of 386',
    ])
    expect(screen.queryByText('What it cannot see')).toBeNull()
    type(editor, '{ $.eventName = ConsoleLogin }')
    await screen.findByText(/has changed since this result/)
  })

  it('prints the blind spots beside a published pattern, as long as it is as published', async () => {
    const { editor } = await openPatterns()
    fireEvent.click(screen.getByRole('button', { name: /Console authentication failures/ }))
    await screen.findByText('What it cannot see')
    expect(screen.getByText(/user name that does not exist/)).toBeTruthy()
    type(editor, `${editor.value} `)
    await waitFor(() => expect(screen.queryByText('What it cannot see')).toBeNull())
  })

  it('has a switch for missing fields that runs again', async () => {
    const { editor } = await openPatterns()
    type(editor, '{ $.noSuchField != x }')
    await screen.findByText('Valid, 1 condition')
    runKey(editor)
    await screen.findByText('386 of 386 sign-in records match')
    expect(screen.getByText('386 of these match only because a field is missing.')).toBeTruthy()
    const rule = screen.getByRole('radiogroup', { name: 'A missing field satisfies !=' })
    fireEvent.click(within(rule).getByRole('radio', { name: 'No' }))
    await screen.findByText('0 of 386 sign-in records match')
    expect(screen.getByText(/386 more would match/)).toBeTruthy()
    await screen.findByText('No sign-in record matches')
  })

  it('can be stopped', async () => {
    const { editor, backend } = await openPatterns({
      'pattern.run': (_question, { signal }) =>
        new Promise((_resolve, reject) => {
          backend.served.emit('pattern.progress', { done: 1000, total: 4000, matched: 7 })
          signal.addEventListener('abort', () => reject(new AppError('cancelled', 'stopped')))
        }),
    })
    type(editor, 'alice')
    await screen.findByText('Valid, 1 word')
    runKey(editor)
    await screen.findByText('1,000 of 4,000 records looked at, 7 match so far')
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    await screen.findByText(/^Stopped/)
    expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy()
  })

  it('says so when a run fails', async () => {
    const { editor } = await openPatterns({
      'pattern.run': () => {
        throw new AppError('case-damaged', 'database disk image is malformed')
      },
    })
    type(editor, 'alice')
    await screen.findByText('Valid, 1 word')
    runKey(editor)
    await screen.findByText('database disk image is malformed')
  })

  it('replays the alarm, with every change, and never without the sentence about it', async () => {
    await openPatterns()
    fireEvent.click(screen.getByRole('button', { name: /Console authentication failures/ }))
    await screen.findByText('197 of 386 sign-in records match')
    fireEvent.keyDown(window, { key: '2' })
    const chart = await screen.findByRole('img', { name: /^Alarm replay from/ })
    expect(chart.getAttribute('aria-label')).toContain('8 changes of state')
    expect(screen.getByText(/shows what would have matched, not what did alarm/)).toBeTruthy()
    const threshold = screen.getByLabelText('Threshold')
    fireEvent.change(threshold, { target: { value: '3' } })
    await waitFor(() => expect(screen.getAllByText('OK to ALARM')).toHaveLength(2))
    fireEvent.change(screen.getByLabelText('Datapoints (M)'), { target: { value: '2' } })
    await screen.findByText(/M may not be more than N/)
    expect(screen.getAllByText('OK to ALARM')).toHaveLength(2)
    fireEvent.change(screen.getByLabelText('of periods (N)'), { target: { value: '2' } })
    await waitFor(() => expect(screen.queryByText(/M may not be more than N/)).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }))
    expect(screen.getByText(/Only times with data are listed/)).toBeTruthy()
  })

  it('shows the time of a change in the timeline, and can take that back', async () => {
    const filters: SignInFilter[] = []
    await openPatterns({
      'timeline.open': ({ filter }) => {
        filters.push(filter)
        return { view: 1, matched: 0, total: 386, firstTime: null, lastTime: null, keptIndex: null }
      },
    })
    fireEvent.click(screen.getByRole('button', { name: /Console authentication failures/ }))
    await screen.findByText('197 of 386 sign-in records match')
    fireEvent.keyDown(window, { key: '2' })
    const [first] = await screen.findAllByRole('button', { name: 'Show in timeline' })
    if (first === undefined) throw new Error('no change')
    fireEvent.click(first)
    await screen.findByText('The timeline now shows the time of these windows.')
    await waitFor(() => expect(filters.at(-1)?.to).not.toBeNull())
    const { from, to } = filters.at(-1) ?? {}
    expect((to ?? 0) - (from ?? 0)).toBe(300)
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(filters.at(-1)).toMatchObject({ from: null, to: null }))
  })

  it('saves under a name, finds it in the list, removes it and brings it back', async () => {
    const { editor } = await openPatterns()
    type(editor, '{ $.eventName = CheckMfa }')
    fireEvent.keyDown(editor, { key: 's', ctrlKey: true })
    const dialog = within(await screen.findByRole('dialog', { name: 'Save this pattern' }))
    fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'MFA steps' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved: MFA steps')
    const list = within(screen.getByRole('navigation', { name: 'Patterns' }))
    await list.findByRole('button', { name: 'MFA steps' })
    fireEvent.click(list.getByRole('button', { name: 'Remove “MFA steps”' }))
    const toast = (await screen.findByText('Removed: MFA steps')).parentElement
    await waitFor(() => expect(list.queryByRole('button', { name: 'MFA steps' })).toBeNull())
    if (toast === null) throw new Error('no toast')
    fireEvent.click(within(toast).getByRole('button', { name: 'Undo' }))
    await list.findByRole('button', { name: 'MFA steps' })
  })
})
