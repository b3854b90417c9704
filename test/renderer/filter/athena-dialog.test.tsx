// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { athenaSql } from '../../../electron/engine/query/athena.ts'
import { openWindow } from '../open-window.tsx'
import { giveHeight, settle } from '../timeline/small-case.tsx'

beforeAll(giveHeight)
afterEach(cleanup)

test('a search is shown as SQL for the table named; what cannot be asked there is said', async () => {
  openWindow({ 'query.athena': ({ filter, table }) => athenaSql(filter, table) }, { open: true })
  await screen.findByRole('grid')
  await act(async () =>
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'region:us-east-1' } }),
  )
  await settle(450)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Saved and recent searches' })))
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy as Athena SQL…' })))
  await settle(50)
  const sql = () => (screen.getByRole('textbox', { name: 'SQL' }) as HTMLTextAreaElement).value
  expect(sql()).toContain('from "cloudtrail_logs"')
  expect(sql()).toContain('us-east-1')
  await act(async () =>
    fireEvent.change(screen.getByRole('textbox', { name: 'Table' }), { target: { value: 'no table; drop' } }),
  )
  await settle(50)
  expect(document.querySelector('.qry-athena [role=alert]')?.textContent).toContain('is no name of a table')
  expect((screen.getByRole('button', { name: 'Copy SQL' }) as HTMLButtonElement).disabled).toBe(true)
})
