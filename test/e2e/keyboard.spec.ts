import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { answerOpenDialog, answerSaveDialog, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { chooseMenu } from './support/menu.ts'

/** Presses keys one after the other, as fast as a program can: nothing may depend on a pause between them. */
async function keys(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name)
}

test('from a folder to a saved PDF without a mouse', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const folder = newFolder(app, 'evidence')
  archive(
    folder,
    trail(
      '10:00 kenji ConsoleLogin ok mfa',
      '11:00 alice ConsoleLogin failed from 198.51.100.23',
      '11:05 alice ConsoleLogin ok no-mfa from 198.51.100.23',
    ),
  )
  const note = page.getByRole('textbox', { name: 'Note' })
  const selected = page.locator('.tl-row[aria-selected=true]')

  await expect(page.getByRole('heading', { name: 'Open CloudTrail evidence' })).toBeVisible()
  await answerOpenDialog(app, [folder])
  await keys(page, 'Control+o')
  await expect(page.getByLabel('Case number')).toBeFocused()
  await page.keyboard.type('IR-1')
  await keys(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Evidence read' })).toBeVisible()

  await keys(page, 'g', 't')
  await expect(page.locator('.tl-row[data-index="2"]')).toContainText('Not used')
  await keys(page, 'End')
  await expect(selected).toContainText('11:05:00')
  await expect(selected).toBeFocused()

  // The note's field is there at once, also when the inspector was closed and the record is not read yet.
  await page.getByRole('button', { name: 'Close inspector' }).press('Enter')
  await keys(page, 'k', 'n')
  await page.keyboard.type('No answer by phone.')
  await expect(note).toHaveValue('No answer by phone.')
  await keys(page, 'Control+Enter')
  await expect(page.getByRole('article')).toContainText('No answer by phone.')
  await keys(page, 'Escape')
  await expect(selected).toBeFocused()
  await expect(selected).toContainText('11:00:00')

  await keys(page, 'Enter')
  await expect(page.locator('.insp-body')).toBeFocused()
  await keys(page, 'Escape', 'f')
  await expect(page.getByRole('grid', { name: 'Sign-in events' })).toHaveAttribute('aria-rowcount', '3')
  await keys(page, 'u')
  await expect(page.getByRole('grid', { name: 'Sign-in events' })).toHaveAttribute('aria-rowcount', '4')

  const file = join(newFolder(app, 'out'), 'report.pdf')
  await answerSaveDialog(app, file)
  await keys(page, 'g', 'r')
  await expect(page.locator('.report-room canvas[width]').first()).toBeVisible({ timeout: 20_000 })
  await keys(page, 'Control+p')
  await expect(page.getByText('The same bytes as the preview.')).toBeVisible()
  expect(existsSync(file)).toBe(true)
  expect(app.problems).toEqual([])
})

test('search is found from every screen, by menu and by key, but not behind a dialog', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await page.getByRole('button', { name: 'New empty case' }).click()
  await keys(page, 'Enter')
  const search = page.getByRole('combobox', { name: 'Search: text, or field:value' })
  await expect(search).toBeVisible()
  for (const screen of ['r', 'f']) {
    await keys(page, 'g', screen)
    await expect(search).toBeHidden()
    await chooseMenu(app, 'find')
    await expect(search).toBeFocused()
    await keys(page, 'Escape', 'g', screen, 'Control+f')
    await expect(search).toBeFocused()
    await keys(page, 'Escape')
  }
  await keys(page, 'g', 'r', '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await keys(page, 'Control+f', 'g', 't')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expect(search).toBeHidden()
})
