import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { answerSaveDialog } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const

async function toPaper(app: AppUnderTest, language: 'en' | 'ja'): Promise<void> {
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: sample[language] }).click()
  await expect(page.locator('.import-head[role=status]')).toBeVisible({ timeout: 40_000 })
  await expect(page.locator('.shell-badge')).toHaveText('12', { timeout: 40_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.locator('.wp-part')).toHaveCount(8, { timeout: 20_000 })
}

for (const look of LOOKS) {
  test(`work paper, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    const name = (part: string) => `50-work-paper-${part}-${look.language}-${look.theme}`
    const look2 = async (part: string) => {
      await page.mouse.move(0, 0)
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        await shot(page, `${name(part)}-${size.width}`)
        await expectGoodScreen(app, `${name(part)}-${size.width}`)
      }
      await page.setViewportSize(WIDE)
    }
    await toPaper(app, look.language)
    await look2('root')
    await page.locator('[data-part="outside-hours"]').click()
    await expect(page.locator('.wp-table tbody tr')).not.toHaveCount(0)
    await look2('hours')
    await page.locator('[data-part="outside-networks"]').click()
    await look2('unanswered')

    await page.locator('[data-part="sample"]').click()
    await page.keyboard.press('x')
    await expect(page.locator('.wp-remark textarea')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.wp-remark .ui-field-error')).toBeVisible()
    await look2('remark')
    await page.locator('.wp-remark textarea').fill('Not on the rota. 当番表にありません。')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.wp-table tbody tr').first()).toContainText('Not on the rota')
    await page.keyboard.press('p')
    await expect(page.locator('.wp-table .ui-pill-ok')).toHaveCount(1)
    await look2('sample')
  })
}

test('sampled records are judged by key, taken back, and printed', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  await toPaper(app, 'en')
  await page.locator('[data-part="sample"]').click()
  await expect(page.locator('.wp-table tbody tr')).toHaveCount(25)
  await page.keyboard.press('p')
  await expect(page.locator('[data-part="sample"]')).toContainText('1 of 25 tested')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-part="sample"]')).toContainText('0 of 25 tested')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.locator('.wp-remark textarea').fill('Nobody knows this sign-in.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-part="sample"]')).toContainText('1 of 25 tested')

  // The settings with their seed are kept with the first judgement: another visit shows the same sample.
  const numbers = await page.locator('.wp-table tbody tr').allInnerTexts()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.locator('.tl-row').first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.locator('.wp-table tbody tr')).toHaveCount(25)
  expect(await page.locator('.wp-table tbody tr').allInnerTexts()).toEqual(numbers)

  const out = join(app.home.folder, 'paper.pdf')
  await answerSaveDialog(app, out)
  await page.keyboard.press('Control+p')
  await expect(page.locator('.report-written')).toContainText('pages', { timeout: 30_000 })
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  const custody = await outputFromPage(app, 'custody.list', { offset: 0, limit: 100 })
  expect(custody.filter(({ action }) => action === 'sample.judged')).toHaveLength(3)
  expect(custody.filter(({ action }) => action === 'work-paper.set')).toHaveLength(1)
})

test('settings are checked, applied and undone; an exception opens in the timeline', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  await toPaper(app, 'en')
  await page.getByRole('textbox', { name: 'Office hours' }).fill('always')
  await expect(page.locator('.wp-form .ui-field-error')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Office hours' }).fill('Mon-Sun 00:00-24:00')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.locator('[data-part="outside-hours"]').click()
  await expect(page.locator('[data-part="outside-hours"]')).toContainText('No exception')
  await page.getByRole('textbox', { name: 'Office hours' }).fill('Mon-Fri 09:00-18:00')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.locator('[data-part="outside-hours"]')).toContainText('exceptions')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.locator('[data-part="outside-hours"]')).toContainText('No exception')

  await page.locator('[data-part="root"]').click()
  await page.locator('.wp-table .wp-open').first().click()
  await expect(page.locator('.tl-row[aria-selected=true]')).toContainText('root')
})
