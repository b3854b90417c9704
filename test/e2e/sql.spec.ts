import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { answerSaveDialog, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const FAILURES = Array.from(
  { length: 40 },
  (_, i) => `13:${10 + (i % 45)} user${i % 9} ConsoleLogin failed from 198.51.100.23`,
)

/** A case with a small story, opened in the window, the SQL screen shown. */
async function openSql(app: AppUnderTest): Promise<void> {
  const folder = newFolder(app, 'evidence')
  archive(folder, [
    ...trail(
      '10:00 kenji ConsoleLogin ok mfa',
      '11:00 portal:mika sso:Authenticate ok',
      '12:00 Admin/mika ConsoleLogin ok',
      ...FAILURES,
      '13:52 alice ConsoleLogin ok no-mfa from 198.51.100.23',
    ),
  ])
  const path = join(newFolder(app, 'cases'), 'IR-2024-017.trailcase')
  await outputFromPage(app, 'case.create', {
    path,
    details: { ...emptyCaseDetails, caseNumber: 'IR-2024-017' },
  })
  await outputFromPage(app, 'import.run', { paths: [folder] })
  await app.page.reload()
  await app.page.getByRole('button', { name: 'SQL', exact: true }).click()
  await expect(app.page.getByRole('textbox', { name: /SQL/ })).toBeFocused()
}

async function ask(app: AppUnderTest, sql: string): Promise<void> {
  const editor = app.page.getByRole('textbox', { name: /SQL/ })
  await editor.click()
  await app.page.keyboard.press('Control+a')
  await app.page.keyboard.insertText(sql)
  await app.page.keyboard.press('Control+Enter')
}

const PUBLISHED =
  "SELECT eventtime,eventname,useridentity,sourceipaddress,useragent,responseelements FROM cloudtrail_logs_x WHERE eventtype = 'AwsConsoleSignIn' and eventtime >= '2024-09-01T00:00:00Z' AND eventtime <= '2024-09-30T23:59:59Z'"

test('the published query runs as it stands, with the hint what it misses; a row leads to its event', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  await openSql(app)
  await ask(app, PUBLISHED)
  const grid = page.getByRole('grid', { name: 'Result' })
  await expect(grid).toHaveAttribute('aria-rowcount', '44')
  await expect(page.locator('.sql-hint')).toContainText('leaves out: 1 (')
  await expect(page.locator('.sql-hint')).toContainText('AwsServiceEvent')
  await page.getByRole('button', { name: 'Statement as run' }).click()
  await expect(page.locator('.sql-rewritten code')).toContainText('FROM cloudtrail_logs as cloudtrail_logs_x')

  await ask(app, "select eventid, eventname from cloudtrail_logs where useridentity.username = 'alice'")
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await page.getByRole('gridcell').first().click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.tl-row[aria-selected=true]')).toContainText('alice')
  // The query is still there when one comes back.
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  expect(app.problems).toEqual([])
})

test('a query without end is stopped at once, and the next one runs', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await openSql(app)
  await ask(app, 'with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c')
  const stop = page.getByRole('button', { name: 'Stop' })
  await expect(stop).toBeVisible()
  await page.waitForTimeout(600)
  const before = Date.now()
  await stop.click()
  await expect(page.getByText('Stopped on request')).toBeVisible()
  expect(Date.now() - before).toBeLessThan(3000)
  await ask(app, 'select count(*) as n from sign_in')
  await expect(page.getByRole('gridcell').first()).toHaveText('44')
})

test('what is wrong is said at its place, saved queries can be taken back, results are written', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  await openSql(app)
  await ask(app, 'select eventname,\n  usragent\nfrom cloudtrail_logs')
  await expect(page.getByRole('alert').filter({ hasText: 'There is no column usragent' })).toContainText(
    'useragent',
  )
  await expect(page.getByText('Line 2, character 3')).toBeVisible()
  await expect(page.locator('.cm-problem')).toHaveText('usragent')
  await page.getByRole('button', { name: 'Go there' }).click()
  await page.keyboard.press('Delete')
  await expect(page.locator('.cm-problem')).toHaveCount(0)

  await ask(app, "select '=cmd()' as cell, eventname from cloudtrail_logs where outcome = 'failure' limit 2")
  await expect(page.getByRole('grid', { name: 'Result' })).toHaveAttribute('aria-rowcount', '3')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('Name').fill('Two cells')
  await page.keyboard.press('Enter')
  await expect(page.locator('.sql-query', { hasText: 'Two cells' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove Two cells' }).click()
  await expect(page.locator('.sql-query', { hasText: 'Two cells' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.locator('.sql-query', { hasText: 'Two cells' })).toBeVisible()

  const file = join(newFolder(app, 'handed-over'), 'result.csv')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByText('2 in cell')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe(
    "\ufeffcell,eventname\r\n'=cmd(),ConsoleLogin\r\n'=cmd(),ConsoleLogin\r\n",
  )
  expect(app.problems).toEqual([])
})

for (const look of LOOKS) {
  test(`the SQL screen looks well, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const lookAt = async (name: string) => {
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        const title = `sql-${name}-${look.language}-${look.theme}-${size.width}`
        await shot(page, title)
        await expectGoodScreen(app, title)
      }
      await page.setViewportSize(WIDE)
    }
    await openSql(app)
    await lookAt('1-start')
    await page.locator('.sql-query').first().click()
    await page.locator('.sql-top .ui-button-primary').click()
    await expect(page.getByRole('gridcell').first()).toBeVisible()
    await page.getByRole('gridcell').nth(2).click()
    await lookAt('2-names')
    await ask(app, PUBLISHED)
    await expect(page.locator('.sql-hint')).toBeVisible()
    await page.getByRole('gridcell').nth(2).click()
    await lookAt('3-published')
    await ask(app, 'select eventname,\n  usragent\nfrom cloudtrail_logs')
    await expect(page.locator('.sql-problem')).toBeVisible()
    await lookAt('4-problem')
    await ask(app, "select * from cloudtrail_logs where eventname = 'Nothing'")
    await expect(page.locator('.sql-result .ui-empty')).toBeVisible()
    await lookAt('5-nothing')
    await page.locator('.sql-side [role=radio]').nth(1).click()
    await page.getByRole('textbox', { name: /SQL/ }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('SELECT user')
    await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible()
    await lookAt('6-completion')
  })
}
