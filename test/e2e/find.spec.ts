import type { Page } from '@playwright/test'
import type { AppUnderTest } from './support/app.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

// Finding in the timeline, with the real engine over the sample: the query box, the facets, the histogram, the bounds.

test.describe.configure({ timeout: 120_000 })

const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const
const box = (page: Page) => page.locator('.qry-input')
const matched = (page: Page) => page.locator('.flt-count b')
const tokens = (page: Page) => page.locator('.flt-token')
const option = (page: Page, name: string) =>
  page.locator('.flt-rail [role=option]', { hasText: name }).first()

async function openSample({ page }: AppUnderTest, language: 'en' | 'ja' = 'en'): Promise<void> {
  await page.getByRole('button', { name: sample[language] }).click()
  await expect(page.locator('.import-head[role=status]')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.locator('.tl-row[data-index]:not(.tl-row-waiting)').first()).toBeVisible()
  await expect(page.locator('.hist-brush')).toBeVisible()
  await expect(matched(page)).toHaveText('280')
}

test('a query is completed, searched, wrong, put right, saved, renamed, removed and brought back by keyboard', async ({
  launch,
}) => {
  const app = await launch({ size: WIDE })
  const { page } = app
  await openSample(app)
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('outc')
  await expect(page.getByRole('option', { name: 'outcome:' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator('.qry-suggestions [role=option]').first()).toContainText('failure')
  await expect(page.locator('.qry-suggestions [role=option]').first()).toContainText('120')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('outcome:failure ')
  await expect(matched(page)).toHaveText('120')

  await page.keyboard.type('mfa:never')
  await expect(page.locator('.qry-note-error')).toContainText('“never” is no value of this field.')
  await expect(page.locator('.qry-mark-error')).toHaveText('never')
  await expect(matched(page)).toHaveText('120')
  for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('u')
  await expect(page.locator('.qry-suggestions')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.qry-suggestions')).toBeHidden()
  await expect(box(page)).toBeFocused()
  for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(page.locator('.qry-note-error')).toBeHidden()

  await page.getByRole('button', { name: 'Saved and recent searches' }).click()
  await page.getByRole('button', { name: 'Save this search…' }).click()
  await page.keyboard.type('Failures')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Search saved: Failures')).toBeVisible()
  await page.locator('.flt-clear').click()
  await expect(matched(page)).toHaveText('280')
  await page.getByRole('button', { name: 'Saved and recent searches' }).click()
  await page.getByRole('button', { name: 'Rename Failures' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('All failures')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Search renamed: All failures')).toBeVisible()
  await page.getByRole('button', { name: 'Saved and recent searches' }).click()
  await page.getByRole('button', { name: 'Remove All failures' }).click()
  await expect(page.getByText('No search is saved yet.')).toBeVisible()
  await page.locator('.ui-toast', { hasText: 'Search removed' }).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Saved and recent searches' }).click()
  await page.locator('.qry-search', { hasText: 'All failures' }).click()
  await expect(matched(page)).toHaveText('120')
  expect(app.problems).toEqual([])
})

test('facets: include, exclude in three ways, find a value, fold and remember', async ({ launch }) => {
  const app = await launch({ size: WIDE })
  const { page } = app
  await openSample(app)
  await option(page, '198.51.100.23').click()
  await expect(matched(page)).toHaveText('123')
  await option(page, 'Failed').click({ modifiers: ['Alt'] })
  await expect(tokens(page).nth(1)).toHaveText('outcomenotFailed')
  await expect(option(page, 'Failed')).toHaveAttribute('aria-description', 'excluded')
  await expect(matched(page)).not.toHaveText('123')
  const left = Number(await matched(page).textContent())
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(123)
  await option(page, 'us-east-1').hover()
  await page.getByRole('button', { name: 'Exclude us-east-1' }).click()
  await expect(tokens(page)).toHaveCount(3)
  await expect(tokens(page).nth(2)).toHaveText('regionnotus-east-1')
  await page.locator('.flt-clear').click()

  const principal = page.locator('.flt-facet', { has: page.getByRole('button', { name: 'Principal' }) })
  await principal.locator('.flt-more').click()
  await expect(principal.locator('input')).toBeFocused()
  await page.keyboard.type('alice')
  await expect(principal.locator('[role=option]').first()).toContainText('alice')
  await page.keyboard.press('Tab')
  await page.keyboard.press('-')
  await expect(tokens(page).first()).toContainText('not')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Region', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Region', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await page.reload()
  await expect(page.getByRole('button', { name: 'Region', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await expect(page.getByRole('button', { name: 'Outcome', exact: true })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  expect(app.problems).toEqual([])
})

test('a period is chosen on the histogram by keys and by mouse, moved by its edge, and shown alone', async ({
  launch,
}) => {
  const app = await launch({ size: WIDE })
  const { page } = app
  await openSample(app)
  const cursor = page.locator('.hist-cursor')
  await cursor.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+PageUp')
  await expect(page.locator('.hist-marked-pending')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.hist-marked')).toHaveCount(0)
  await page.keyboard.press('Shift+PageDown')
  await page.keyboard.press('Shift+PageUp')
  await page.keyboard.press('Shift+PageUp')
  await page.keyboard.press('Enter')
  await expect(tokens(page).first()).toContainText('when')
  await expect(matched(page)).not.toHaveText('280')
  await page.getByRole('radio', { name: 'Selection' }).click()
  await expect(page.getByRole('radio', { name: 'Selection' })).toHaveAttribute('aria-checked', 'true')
  await page.getByRole('radio', { name: 'Case' }).click()

  const begin = page.getByRole('slider', { name: 'Begin of the period' })
  const before = await begin.getAttribute('aria-valuenow')
  // The edge can move to the left only once the histogram shows the whole case again.
  await expect(begin).not.toHaveAttribute('aria-valuemin', before ?? '')
  await begin.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(begin).not.toHaveAttribute('aria-valuenow', before ?? '')
  await page.locator('.flt-clear').click()
  await expect(page.locator('.hist-edge')).toHaveCount(0)

  const plot = await page.locator('.hist-brush').boundingBox()
  if (plot === null) throw new Error('The histogram is not laid out.')
  await page.mouse.move(plot.x + plot.width * 0.85, plot.y + 40)
  await page.mouse.down()
  await page.mouse.move(plot.x + plot.width * 0.95, plot.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(tokens(page).first()).toContainText('14 Mar 2026')
  await expect(page.locator('.hist-edge')).toHaveCount(2)
  await page.keyboard.press('u')
  await expect(matched(page)).toHaveText('280')
  expect(app.problems).toEqual([])
})

test('1 to 30 September in Tokyo is shown and searched in UTC; gaps and doubled hours are said', async ({
  launch,
}) => {
  const app = await launch({ size: WIDE, settings: { zone: 'America/New_York' } })
  const { page } = app
  await openSample(app)
  await page.getByRole('button', { name: 'Period' }).click()
  const form = page.locator('.flt-period')
  await form.getByRole('radio', { name: 'America/New_York' }).click()
  const [from, to] = [form.locator('input').first(), form.locator('input').nth(1)]
  await from.fill('2026-03-08 02:30')
  await expect(form).toContainText('2026-03-08 02:30 does not exist in America/New_York')
  await expect(form.getByRole('button', { name: 'Show this period' })).toBeDisabled()
  await from.fill('2025-11-02 01:30')
  await expect(form).toContainText('2025-11-02 05:30:00 UTC')
  await expect(form).toContainText('for the second write 2025-11-02T01:30:00-05:00')
  await from.fill('2026-03-14')
  await to.fill('2026-03-14')
  await expect(form).toContainText('2026-03-14 04:00:00 UTC')
  await expect(form).toContainText('before 2026-03-15 04:00:00 UTC')
  await page.keyboard.press('Enter')
  await expect(tokens(page).first()).toContainText('14 Mar 2026 04:00 – 15 Mar 2026 04:00 UTC')
  expect(app.problems).toEqual([])
})

for (const look of LOOKS) {
  test(`finding, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openSample(app, look.language)
    // Pictures of the filters, not of bursts.
    await page.keyboard.press('b')
    const picture = async (name: string, sizes = [NARROW, WIDE]) => {
      for (const size of sizes) {
        await page.setViewportSize(size)
        await page.waitForTimeout(150)
        const title = `${name}-${look.language}-${look.theme}-${size.width}`
        await shot(page, title)
        await expectGoodScreen(app, title)
      }
    }
    await option(page, '198.51.100.23').click()
    await option(page, 'ConsoleLogin')
      .or(page.locator('.flt-rail [aria-multiselectable] [role=option]').nth(7))
      .first()
      .click()
    await page
      .locator('.flt-rail [role=option]')
      .nth(1)
      .click({ modifiers: ['Alt'] })
    await page.keyboard.press('/')
    await page.keyboard.type('-user:root time>=2026-03-14T12:00')
    await expect(page.locator('.qry-utc')).toBeVisible()
    await picture('40-find-filtered')
    await box(page).fill('')
    await page.locator('.flt-clear').click()
    await box(page).fill('event:')
    await expect(page.locator('.qry-suggestions')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await picture('41-find-suggestions')
    await box(page).fill('outcome:failure mfa:maybe alice')
    await expect(page.locator('.qry-note-error')).toBeVisible()
    await picture('42-find-error')
    await box(page).fill('')
    await page.locator('.qry-help-button').click()
    await picture('43-find-help')
    await page.keyboard.press('Escape')
    await page.locator('.flt-bar > .ui-menu > button').first().click()
    await page.locator('.flt-period input').first().fill('2026-03-14')
    await page.locator('.flt-period input').nth(1).fill('2026-03')
    await picture('44-find-period')
    await page.keyboard.press('Enter')
    await page.locator('.hist [role=radio]').nth(4).click()
    await page.locator('.flt-facet .flt-more').first().click()
    await expect(page.locator('.flt-found [role=option]').first()).toBeVisible()
    await picture('45-find-value', [WIDE])
    await page.keyboard.press('Escape')
    await page.locator('.flt-bar > .ui-menu > button').nth(1).click()
    await page.locator('.qry-searches > .ui-button').nth(1).click()
    await expect(page.locator('.qry-athena textarea')).toHaveValue(/from "cloudtrail_logs"/)
    await picture('46-find-athena')
  })
}
