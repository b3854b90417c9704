import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import type { AppUnderTest } from './support/app.ts'
import { answerOpenDialog, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ timeout: 120_000 })

const NAMES = ['alice', 'bob', 'carol', 'hidden'] as const
/** Fourteen failures from one address within five minutes, good sign-ins around them, one success among them. */
const STORY = [
  '12:40 kenji ConsoleLogin ok mfa',
  '12:50 mika ConsoleLogin ok mfa',
  ...Array.from({ length: 14 }, (_, step) => {
    const seconds = step * 20
    const time = `13:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    return `${time} ${NAMES[step % 4] ?? 'alice'} ConsoleLogin failed from 198.51.100.23`
  }),
  '13:05:30 alice ConsoleLogin ok no-mfa from 198.51.100.23',
  '14:00 kenji ConsoleLogin ok mfa',
] as const

async function importStory(app: AppUnderTest): Promise<void> {
  const { page } = app
  const folder = newFolder(app, 'evidence')
  archive(folder, trail(...STORY))
  await expect(page.locator('.welcome-drop')).toBeVisible()
  await answerOpenDialog(app, [folder])
  await page.keyboard.press('Control+o')
  await expect(page.locator('#new-case input').first()).toBeFocused()
  await page.keyboard.type('IR-1')
  await page.keyboard.press('Enter')
  await expect(page.locator('.import-head[role=status]')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.locator('.tl-burst')).toBeVisible()
}

test('a burst, tags, a look around and the palette, without a mouse', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await importStory(app)
  const cursor = page.locator('.tl-cursor')
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  // Eighteen events in five lines; the burst opens to its ends, then to all of it, and closes.
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '6')
  await press('j', 'j', 'j')
  await expect(cursor).toContainText('14 failures')
  await expect(cursor).toContainText('4 min 20 s')
  await expect(cursor).toContainText('3 names')
  await expect(page.locator('.tl-burst-pane')).toContainText('3 tries with a hidden name')
  await expect(page.locator('.tl-burst-pane')).toContainText('after the burst')
  await press('ArrowRight')
  await expect(page.locator('.tl-more')).toContainText('11 more failures in this burst')
  await press('j', 'j', 'j', 'Enter')
  await expect(page.locator('.tl-in-burst')).toHaveCount(14)
  await press('ArrowLeft')
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '6')
  await expect(cursor).toBeFocused()

  // A tag on the whole burst, and back again.
  await press('t')
  await expect(page.getByRole('dialog', { name: 'Tag 14 events' })).toBeVisible()
  await page.keyboard.type('spray')
  await press('Enter')
  await expect(page.locator('.ui-toasts')).toContainText('Tag spray: 14 events')
  await press('u')
  await expect(page.locator('.ui-toasts')).toContainText('Undone: Tag spray')

  // Everything from the address around the success, and back to the same row.
  await press('j', 'c')
  await expect(page.getByRole('dialog', { name: 'Around this event' })).toBeVisible()
  await press('2')
  await expect(page.locator('.tl-around')).toContainText('198.51.100.23')
  await expect(page.locator('.flt-count')).toContainText('15 of 18')
  await press('Backspace')
  await expect(page.locator('.flt-count')).toContainText('18 of 18')
  await expect(cursor).toContainText('13:05:30')

  // The palette: a value becomes a filter.
  await press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Type a command' })).toBeFocused()
  await page.keyboard.type('kenji')
  await expect(page.locator('.pal-item').first()).toContainText('Only events of kenji')
  await press('Enter')
  await expect(page.locator('.flt-count')).toContainText('2 of 18')
  expect(app.problems).toEqual([])
})

for (const look of LOOKS) {
  test(`the list, ${look.language}, ${look.theme}`, async ({ launch }) => {
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
    await page.locator('.tl-burst').click()
    await expect(page.locator('.tl-more')).toBeVisible()
    await picture('50-burst')
    await page.keyboard.press('End')
    await page.keyboard.press('m')
    await page.keyboard.press('v')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(page.locator('.tl-chosen-bar')).toBeVisible()
    await expect(page.locator('.tl-flag-bookmark')).toBeVisible()
    await picture('51-chosen')
    await page.keyboard.press('t')
    await page.keyboard.type('spray')
    await picture('52-tag-menu')
    await page.keyboard.press('Enter')
    await expect(page.locator('.tl-row .tag-chip').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await expect(page.locator('.ui-dialog')).toBeVisible()
    await picture('53-around-ask')
    await page.keyboard.press('1')
    await expect(page.locator('.tl-around')).toBeVisible()
    await picture('54-around')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('alice')
    await expect(page.locator('.pal-item').first()).toBeVisible()
    await picture('55-palette')
  })
}
