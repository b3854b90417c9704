import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { packedLog, writeFile } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { outputFromPage } from './support/calls.ts'
import { answerOpenDialog, dropPaths, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW } from './support/setup.ts'

test.describe.configure({ mode: 'parallel' })

const LONG = 'x'.repeat(10_000)
const NAMES = [
  '<img src=x onerror="document.title=1">',
  '\u202Etxt.exe',
  LONG,
  'a\nb\tc',
  'alice ',
  '{{alice}}',
]

test('names that lie, hide or never end stay one row of text', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  // Colours are measured, so nothing may be half faded in.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const records = trail(...NAMES.map((_, index) => `10:${10 + index} user${index} ConsoleLogin ok`)).map(
    (record, index) => ({
      ...record,
      userIdentity: { type: 'IAMUser', accountId: '111122223333', userName: NAMES[index], arn: NAMES[index] },
      ...(index === 2 ? { sourceIPAddress: LONG, userAgent: LONG, awsRegion: LONG, eventID: LONG } : {}),
      ...(index === 3 ? { eventName: LONG, errorMessage: LONG, eventTime: '<b>soon</b>' } : {}),
    }),
  )
  const folder = newFolder(app, 'evil <b>')
  writeFile(folder, 'log\u202Egnp.json.gz', packedLog(records))
  writeFile(folder, `${'n'.repeat(200)}.txt`, 'no log')

  await dropPaths(app, '.welcome-drop', [folder])
  await page.getByLabel('Case number').fill(`<script>alert(1)</script>${'N'.repeat(300)}`)
  await page.getByLabel('Title').fill(`\u202E${'T'.repeat(450)}`)
  await page.getByRole('button', { name: 'Create case and read evidence' }).click()
  await expect(page.getByRole('heading', { name: 'Evidence read' })).toBeVisible()
  await expect(page.getByText('log\\u202Egnp.json.gz')).toBeVisible()
  await expectGoodScreen(app, 'import')

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  const rows = page.locator('.tl-row[data-index]:not(.tl-row-waiting)')
  await expect(rows).toHaveCount(NAMES.length)
  await expect(rows.first()).toContainText('<img src=x')
  await expect(rows.nth(1)).toContainText('\\u202Etxt.exe')
  await expect(page.locator('.tl-row', { hasText: '"alice "' })).toBeVisible()
  expect(await page.locator('img').count()).toBe(0)
  await expectGoodScreen(app, 'timeline')

  for (let index = 0; index < NAMES.length; index += 1) {
    expect(await rows.nth(index).evaluate((row) => row.clientHeight)).toBeLessThanOrEqual(26)
    await rows.nth(index).click()
    await expect(page.locator('.insp-json')).toBeVisible()
    // The facts stay near the top, whatever the sentence holds.
    expect(
      await page.locator('[data-section=facts]').evaluate((part) => (part as HTMLElement).offsetTop),
    ).toBeLessThan(500)
  }
  await rows.nth(2).click()
  await page.keyboard.press('f')
  await expect(rows).toHaveCount(1)
  await page.setViewportSize(NARROW)
  await expectGoodScreen(app, 'filter, narrow')
  expect(await page.title()).toBe('Trailcase')
})

test('what is no case, is gone or is in the way says so, and nothing is lost', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const folder = newFolder(app, 'cases')
  const path = join(folder, 'real.trailcase')
  writeFileSync(join(folder, 'fake.trailcase'), 'hello')
  await expect(page.getByText('No case yet')).toBeVisible()

  await dropPaths(app, '.welcome-drop', [join(folder, 'fake.trailcase')])
  await expect(page.getByText('fake.trailcase was not opened')).toBeVisible()
  await expect(page.getByText('This file is not a Trailcase case')).toBeVisible()
  await expectGoodScreen(app, 'not a case')
  await answerOpenDialog(app, [join(folder, 'gone.trailcase')])
  await page.getByRole('button', { name: 'Open case file' }).click()
  await expect(page.getByText('The file or entry is not there')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not there' })).toBeHidden()

  await outputFromPage(app, 'case.create', { path, details: { ...emptyCaseDetails, caseNumber: 'R-1' } })
  await page.reload()
  await expect(page.getByText('This case is empty')).toBeVisible()
  await outputFromPage(app, 'case.close', undefined)
  await page.reload()
  await expect(page.locator('.welcome-case-open')).toContainText('R-1')
  rmSync(path)
  await page.locator('.welcome-case-open').click()
  await expect(page.getByText('real.trailcase was not opened')).toBeVisible()
  await expect(page.getByText('Not found. It may be on a drive')).toBeVisible()

  writeFileSync(join(app.home.documents, 'Trailcase', 'Z-1.trailcase'), 'older')
  await page.getByRole('button', { name: 'New empty case' }).click()
  await page.getByLabel('Case number').fill('Z-1')
  await page.getByRole('button', { name: 'Create case' }).click()
  const dialog = page.getByRole('dialog', { name: 'New case' })
  await expect(dialog.getByText('A file of that name is already there')).toBeVisible()
  await page.getByLabel('Case number').fill('Z-2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This case is empty')).toBeVisible()
  expect(app.problems).toEqual([])
})
