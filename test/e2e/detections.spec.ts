import type { Page } from '@playwright/test'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const

/** Opens the sample; the rules are asked by themselves when it has been read. */
async function sampleRead(app: AppUnderTest, language: 'en' | 'ja'): Promise<void> {
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: sample[language] }).click()
  await expect(page.locator('.import-head[role=status]')).toBeVisible()
  await expect(page.locator('.shell-badge')).toHaveText('12', { timeout: 20_000 })
}

async function toDetections(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(page.locator('.det-line').first()).toBeVisible()
  await expect(page.locator('.det-head')).toBeVisible()
  await expect(page.locator('.det-events tbody tr').first()).toBeVisible()
}

for (const look of LOOKS) {
  test(`detections, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    const name = (part: string) => `30-detections-${part}-${look.language}-${look.theme}`
    const look2 = async (part: string) => {
      await page.mouse.move(0, 0)
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        await shot(page, `${name(part)}-${size.width}`)
        await expectGoodScreen(app, `${name(part)}-${size.width}`)
      }
      await page.setViewportSize(WIDE)
    }
    await sampleRead(app, look.language)
    await toDetections(page)
    await look2('first')

    // x opens the reason; without one nothing is saved.
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect(page.locator('.det-reason textarea')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.det-reason [role=alert]')).toBeVisible()
    await look2('reason')
    await page.locator('.det-reason textarea').fill('Asked alice: she typed it herself. 本人に確認済み')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.det-judged li')).toHaveCount(1)
    await expect(page.locator('.shell-badge')).toHaveText('11')
    await look2('judged')

    await page.locator('.det-scope summary').click()
    await page.locator('.det-scope details').scrollIntoViewIfNeeded()
    await look2('scope')

    // The event of the story in the timeline, with its flags and its findings in the inspector.
    await page.locator('.det-line[data-rule="no-mfa"]').click()
    await page.locator('.det-when', { hasText: '13:52:07' }).click()
    await expect(page.locator('.tl-row[aria-selected=true]')).toContainText('13:52:07')
    await page.keyboard.press('2')
    await expect(page.locator('.det-here li').first()).toBeVisible()
    await look2('event')
  })
}

test('a dismissed finding is kept, undone, and survives another run', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  await sampleRead(app, 'en')
  await toDetections(page)
  await page.locator('.det-line[data-rule="root-recovery"]').click()
  await page.keyboard.press('x')
  await page.locator('.det-reason textarea').fill('The owner did it, ticket 4711.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.det-judged li')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.det-judged li')).toHaveCount(2)
  await expect(page.locator('.shell-badge')).toHaveText('12')

  await page.keyboard.press('a')
  await expect(page.locator('.det-reason textarea')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.det-judged li')).toHaveCount(3)
  await outputFromPage(app, 'detection.run', undefined)
  const { rows } = await outputFromPage(app, 'finding.list', {
    verdicts: ['accepted'],
    severities: [],
    rules: [],
    signInId: null,
  })
  expect(rows.map((row) => row.rule)).toEqual(['root-recovery'])
  const custody = await outputFromPage(app, 'custody.list', { offset: 0, limit: 100 })
  expect(custody.filter(({ action }) => action === 'finding.judged')).toHaveLength(3)
  expect((await outputFromPage(app, 'custody.check', undefined)).intact).toBe(true)
})

test('Enter shows the events of a finding in the timeline, and only those', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  await sampleRead(app, 'en')
  await toDetections(page)
  await page.locator('.det-line[data-rule="hidden-burst"]').click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.flt-count b')).toHaveText('17')
})

test('filters, notes and a case whose rules were never asked', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  await sampleRead(app, 'en')
  await toDetections(page)
  await page.getByLabel('Severity').selectOption('critical')
  await expect(page.locator('.det-line')).toHaveCount(2)
  await page.getByLabel('State').selectOption('dismissed')
  await expect(page.locator('.det-scroll .ui-empty')).toContainText('No finding is like that')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.locator('.det-line')).toHaveCount(15)

  await page.getByPlaceholder('Write a note on this finding').fill('Ask the network team about this address.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.locator('.det-note')).toContainText('Ask the network team')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.locator('.det-note-removed')).toBeVisible()
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.locator('.det-note')).toContainText('Ask the network team')
})
