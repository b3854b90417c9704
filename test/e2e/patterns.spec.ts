import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import type { AppUnderTest } from './support/app.ts'
import { answerOpenDialog, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

/** Three failures within three minutes, then a success without MFA, a role, and a record without the field. */
const STORY = [
  '13:00:10 alice ConsoleLogin failed from 198.51.100.23',
  '13:01:10 bob ConsoleLogin failed from 198.51.100.23',
  '13:02:10 carol ConsoleLogin failed from 198.51.100.23',
  '13:04 alice ConsoleLogin ok no-mfa from 198.51.100.23',
  '13:05 Admin/dave SwitchRole ok',
] as const

test.describe.configure({ timeout: 120_000 })

async function importStory(app: AppUnderTest): Promise<void> {
  const { page } = app
  const folder = newFolder(app, 'evidence')
  archive(folder, trail(...STORY))
  await expect(page.locator('.welcome-drop')).toBeVisible()
  await answerOpenDialog(app, [folder])
  await page.keyboard.press('Control+o')
  await expect(page.locator('#new-case input').first()).toBeFocused()
  await page.keyboard.type('IR-1')
  await expect(page.locator('[role=dialog] code')).toContainText('IR-1.trailcase')
  await page.keyboard.press('Enter')
  await expect(page.locator('.import-head[role=status]')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.locator('.pat-editor')).toBeVisible()
}

test('a published pattern is pasted, run, replayed and kept, without a mouse', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await importStory(app)
  const editor = page.getByRole('textbox', { name: 'Filter pattern' })
  await editor.focus()
  await page.keyboard.insertText(
    '{ $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed = “No" }',
  )
  await expect(page.getByText('A typographic quote was read as a plain one.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 of 5 sign-in records match')).toBeVisible()
  await expect(page.locator('.tl-row[data-index="0"]')).toContainText('13:04:00')

  await page.keyboard.press('Control+s')
  await page.keyboard.type('Without MFA')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Without MFA', exact: true })).toBeVisible()

  await editor.fill('{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }')
  await expect(page.getByText('Valid, 2 conditions')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 of 5 sign-in records match')).toBeVisible()
  await editor.blur()
  await page.keyboard.press('2')
  await expect(page.getByRole('row', { name: 'OK to ALARM' })).toContainText('13:03')
  await expect(page.getByRole('row', { name: 'ALARM to OK' })).toContainText('13:06')
  await expect(page.getByText('what would have matched, not what did alarm')).toBeVisible()

  // From a change of state to the first record behind it.
  await page.getByRole('row', { name: 'ALARM to OK' }).getByRole('button', { name: '2' }).press('Enter')
  await expect(page.locator('.pat-result .tl-row[aria-selected=true]')).toContainText('13:01:10')
  await page.locator('.pat-result .tl-row[aria-selected=true]').press('Home')

  // From a record to its place in the timeline.
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.locator('.tl-screen .tl-row[aria-selected=true]')).toContainText('13:01:10')
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.getByText('3 of 5 sign-in records match')).toBeVisible()
  expect(app.problems).toEqual([])
})

for (const look of LOOKS) {
  test(`patterns, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await importStory(app)
    const picture = async (name: string) => {
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        const title = `${name}-${look.language}-${look.theme}-${size.width}`
        await shot(page, title)
        await expectGoodScreen(app, title)
      }
      await page.setViewportSize(WIDE)
    }
    await picture('30-patterns-empty')
    await page.locator('.pat-choice').nth(2).click()
    await expect(page.locator('.tl-row[data-index="3"]')).toBeVisible()
    await picture('31-patterns-records')
    await page.locator('.pat-choice').nth(3).click()
    await expect(page.locator('.pat-run-line b')).toContainText('3')
    await page.keyboard.press('2')
    await expect(page.locator('.pat-chart svg')).toBeVisible()
    await page.locator('.pat-alarm-form input').first().fill('3')
    await expect(page.locator('.pat-table tbody tr')).toHaveCount(2)
    await picture('32-patterns-alarm')
    await page.locator('.pat-editor textarea').fill('{ $.eventName IS NOT NULL }')
    await expect(page.locator('.pat-problem')).toBeVisible()
    await picture('33-patterns-error')
    await page.locator('.pat-choice').nth(5).click()
    await expect(page.locator('.pat-run-line b')).toContainText('0')
    await page.locator('.pat-result-head [role=radio]').first().click()
    await expect(page.locator('.tl-over')).toBeVisible()
    await picture('34-patterns-none')
  })
}
