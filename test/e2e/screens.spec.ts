import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { dropPaths, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

// Every screen and every state that matters, with the real engine and the sample, in each language and theme. The
// pictures in test-results/shots are for looking; the checks hold what a machine can see.

type Look = Pick<Settings, 'language' | 'theme'>
/**
 * How often a screen is looked at: `all` in each language and theme, `twice` in English light and Japanese dark,
 * `narrow` like `all` and in these two also in the small window.
 */
type Often = 'all' | 'twice' | 'narrow'
const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const

test.describe.configure({ mode: 'parallel', timeout: 120_000 })

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ja', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const) {
  test(`all screens, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const tour = new Tour(app, look)
    // Colours are measured, so nothing may be half faded in.
    await app.page.emulateMedia({ reducedMotion: 'reduce' })
    await welcome(tour)
    await dropped(tour)
    await reading(tour)
    await timeline(tour)
    await report(tour)
    await recents(tour)
  })
}

/** One walk through the program; knows its language and how its pictures are called. */
class Tour {
  readonly app: AppUnderTest
  readonly page: Page
  readonly as: Look
  constructor(app: AppUnderTest, look: Look) {
    this.app = app
    this.page = app.page
    this.as = look
  }

  /** Takes a picture of what is shown and checks it. */
  async look(name: string, often: Often = 'all'): Promise<void> {
    const { language, theme } = this.as
    const full = (language === 'en') === (theme === 'light')
    if (often === 'twice' && !full) return
    await this.#lookIn(WIDE, name)
    if (often !== 'narrow' || !full) return
    await this.page.setViewportSize(NARROW)
    await this.#lookIn(NARROW, name)
    await this.page.setViewportSize(WIDE)
  }

  async #lookIn({ width }: typeof WIDE | typeof NARROW, name: string): Promise<void> {
    const title = `${name}-${this.as.language}-${this.as.theme}-${width}`
    await shot(this.page, title)
    await expectGoodScreen(this.app, title)
  }
}

async function welcome(tour: Tour): Promise<void> {
  const { page } = tour
  await expect(page.locator('.welcome-right .ui-empty')).toBeVisible()
  await tour.look('01-welcome-first', 'narrow')
  await page.locator('.welcome-top .ui-menu > button').click()
  await expect(page.locator('.shell-about code')).toBeVisible()
  await tour.look('03-settings')
  await page.keyboard.press('Escape')
}

/** Drops a folder and looks at what is asked; nothing is made. */
async function dropped(tour: Tour): Promise<void> {
  const { app, page } = tour
  await dropPaths(app, '.welcome-drop', [newFolder(app, 'AWSLogs 2024-09 証拠')])
  await expect(page.locator('.welcome-new-from')).toBeVisible()
  await tour.look('02-new-case', 'narrow')
  await page.keyboard.press('Escape')
}

async function reading(tour: Tour): Promise<void> {
  const { page } = tour
  await page.getByRole('button', { name: sample[tour.as.language] }).click()
  await expect(page.locator('.import-total').first()).toBeVisible()
  await expect(page.locator('.import-head[role=status]')).toBeVisible()
  await expect(page.locator('.import-newest-row').first()).toBeVisible()
  await tour.look('04-import-done', 'narrow')
  for (const [index, name] of ['attention', 'skipped', 'damaged'].entries()) {
    await page
      .locator('.import-ledger-head [role=radio]')
      .nth(index + 1)
      .click()
    await tour.look(`05-ledger-${name}`, name === 'attention' ? 'all' : 'twice')
  }
}

async function timeline(tour: Tour): Promise<void> {
  const { page } = tour
  const row = page.locator('.tl-row[data-index]:not(.tl-row-waiting)')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(row.first()).toBeVisible()
  await tour.look('06-timeline', 'narrow')

  await page.keyboard.press('/')
  await page.keyboard.type('alice')
  await expect(page.locator('.flt-clear')).toBeVisible()
  // The one sign-in of the story that everything turns on; it stays in its place when the filter goes.
  await page.locator('.tl-row[data-index]', { hasText: '13:52:07' }).click()
  await page.locator('.flt-clear').click()
  await expect(page.locator('.tl-row[aria-selected=true]')).toContainText('13:52:07')
  await expect(page.locator('.flt-count b')).toHaveText('280')
  await expect(page.locator('.insp-json')).toBeVisible()
  await page.mouse.move(0, 0)
  await tour.look('06-timeline-event')
  await page.keyboard.press('/')
  await page.keyboard.type('alice')
  await expect(page.locator('.flt-clear')).toBeVisible()
  const alarm = page.locator('.tl-row[data-index]', { has: page.locator('.ui-mfa-alarming') }).first()
  await alarm.click()
  await expect(page.locator('.insp-json')).toBeVisible()
  await tour.look('07-timeline-filter', 'narrow')
  await page.keyboard.press('5')
  await tour.look('08-inspector-raw', 'twice')
  await page.keyboard.press('6')
  await tour.look('09-inspector-source', 'narrow')
  await page.keyboard.press('n')
  await expect(page.locator('.note-editor textarea')).toBeFocused()
  await page.keyboard.type('Asked the help desk: no password reset was requested.\n担当者に確認中。')
  await tour.look('10-note-open', 'twice')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.note')).toBeVisible()
  await tour.look('11-note', 'narrow')
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  await page.keyboard.type('nobody has this')
  await expect(page.locator('.tl-over')).toBeVisible()
  await tour.look('12-no-match', 'narrow')
  await page.locator('.tl-over button').click()
  await expect(row.first()).toBeVisible()

  await page.keyboard.press('?')
  await tour.look('13-keys', 'narrow')
  await page.keyboard.press('Escape')
  await page.locator('.shell-case').click()
  await tour.look('14-case-menu', 'twice')
  await page.keyboard.press('Enter')
  await tour.look('15-details', 'narrow')
  await page.keyboard.press('Escape')
}

async function report(tour: Tour): Promise<void> {
  const { page } = tour
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  // A canvas has a size of its own once it is drawn.
  await expect(page.locator('.report-room canvas[width]')).toHaveCount(2, { timeout: 30_000 })
  await expect(page.locator('.report-checks')).not.toContainText(/Checking|確認中/)
  await expect(page.locator('.report-thumbnails canvas[width]')).toHaveCount(9)
  await tour.look('16-report', 'narrow')
}

async function recents(tour: Tour): Promise<void> {
  const { app, page } = tour
  const folder = newFolder(app, 'cases')
  await outputFromPage(app, 'recent.remember', {
    path: join(folder, 'gone', 'IR-2024-009.trailcase'),
    caseNumber: 'IR-2024-009',
    title: 'Vendor account',
    signIns: 214,
    firstTime: 1_714_600_000,
    lastTime: 1_715_200_000,
  })
  await outputFromPage(app, 'case.close', undefined)
  await page.reload()
  await expect(page.locator('.welcome-case-gone')).toBeVisible()
  await tour.look('17-welcome-recents', 'narrow')
  await outputFromPage(app, 'case.create', {
    path: join(folder, 'empty.trailcase'),
    details: emptyCaseDetails,
  })
  await page.reload()
  await expect(page.locator('.tl-over')).toBeVisible()
  await tour.look('18-empty-case', 'narrow')
}
