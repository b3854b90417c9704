import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { answerSaveDialog, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 150_000 })

const words = {
  en: {
    sample: 'Try the sample',
    custody: 'Chain of custody',
    chosen: 'Chosen',
    interpretation: 'Interpretation',
    role: 'Role of the examiner',
    qualification: 'Qualification of the examiner',
    received: 'Evidence received from, when and how',
    unable: 'Role or qualification of the examiner is not stated',
    able: 'Role and qualification of the examiner are stated',
  },
  ja: {
    sample: 'サンプルを試す',
    custody: '証拠保全の記録',
    chosen: '選択',
    interpretation: '解釈',
    role: '調査者の役職',
    qualification: '調査者の資格',
    received: '証拠の受領（相手・日時・方法）',
    unable: '調査者の役職または資格が未記入です',
    able: '調査者の役職と資格は記入済みです',
  },
} as const

async function toReport(app: AppUnderTest, language: 'en' | 'ja'): Promise<void> {
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: words[language].sample }).click()
  await expect(page.locator('.shell-badge')).toHaveText('12', { timeout: 30_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await drawn(page)
}

async function drawn(page: Page): Promise<void> {
  await expect(page.locator('.report-desk-making')).toHaveCount(0, { timeout: 40_000 })
  await expect(page.locator('.report-room canvas[width]').first()).toBeVisible({ timeout: 40_000 })
}

/** The hash of the bytes that are shown. */
async function shownHash(page: Page): Promise<string> {
  return (await page.locator('.report-preview-facts[title]').getAttribute('title')) ?? ''
}

for (const look of LOOKS) {
  test(`chapters, exhibits and words of the report, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    const say = words[look.language]
    const look2 = async (part: string) => {
      await page.mouse.move(0, 0)
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        await drawn(page)
        const name = `50-report-${part}-${look.language}-${look.theme}-${size.width}`
        await shot(page, name)
        await expectGoodScreen(app, name)
      }
      await page.setViewportSize(WIDE)
    }
    await toReport(app, look.language)
    // Who examined, and what makes them able to: typed beside the preview, printed, and on record.
    const unstated = await shownHash(page)
    await expect(page.locator('.report-checks')).toContainText(say.unable)
    await page.getByRole('textbox', { name: say.role }).fill('Incident responder')
    await page.getByRole('textbox', { name: say.qualification }).fill('GCFA、情報処理安全確保支援士')
    await page.getByRole('textbox', { name: say.received }).fill('From the client. 受領済み。')
    await page.keyboard.press('Tab')
    await expect(page.locator('.report-checks')).toContainText(say.able)
    const stated = {
      examinerRole: 'Incident responder',
      examinerQualification: 'GCFA、情報処理安全確保支援士',
    }
    expect((await outputFromPage(app, 'case.summary', undefined)).details).toMatchObject(stated)
    const log = await outputFromPage(app, 'custody.list', { offset: 0, limit: 1000 })
    const changes = log
      .filter(({ action }) => action === 'case.described')
      .map(({ detail }) => JSON.parse(detail))
    expect(changes).toEqual([
      { examinerRole: { from: '', to: stated.examinerRole } },
      { examinerQualification: { from: '', to: stated.examinerQualification } },
      { received: { from: '', to: 'From the client. 受領済み。' } },
    ])
    await expect.poll(() => shownHash(page), { timeout: 40_000 }).not.toBe(unstated)
    await look2('examiner')
    const all = await shownHash(page)
    await page.locator('.report-contents').scrollIntoViewIfNeeded()
    await look2('chapters')

    // By keyboard: Space takes a chapter out, and the preview follows.
    const custody = page.getByRole('checkbox', { name: say.custody })
    await custody.focus()
    await page.keyboard.press('Space')
    await expect(custody).not.toBeChecked()
    await expect.poll(() => shownHash(page), { timeout: 40_000 }).not.toBe(all)
    await expect(page.locator('.report-contents h2 small')).toContainText('16')

    await page.getByRole('radio', { name: say.chosen }).click()
    await expect(page.locator('.report-candidates li').first()).toBeVisible()
    await page.locator('.report-candidates input').first().check()
    await page
      .getByRole('textbox', { name: say.interpretation, exact: true })
      .fill('The password was known. 推定です。')
    await page.locator('.report-words').scrollIntoViewIfNeeded()
    await drawn(page)
    await look2('words')

    // What was chosen is in the case, and is there again after a visit elsewhere.
    await page.keyboard.press('Escape')
    const kept = await outputFromPage(app, 'report.kept', undefined)
    expect(kept).toMatchObject({ leaveOut: ['custody'], exhibits: 'chosen' })
    expect(kept?.exhibitEvents).toHaveLength(1)
    expect(kept?.interpretation).toContain('推定')
    await page.locator('body').click({ position: { x: 700, y: 300 } })
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page.getByRole('grid').first()).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await drawn(page)
    await expect(custody).not.toBeChecked()
    expect(app.problems).toEqual([])
  })
}

test('what is written is what the preview shows, with the choices', async ({ launch }) => {
  const app = await launch({ size: WIDE })
  const { page } = app
  await toReport(app, 'en')
  await page.getByRole('checkbox', { name: 'Certification' }).check()
  await page.getByRole('checkbox', { name: 'How to repeat this' }).uncheck()
  await page.getByRole('textbox', { name: /^Classification/ }).fill('Confidential')
  await drawn(page)
  const file = join(newFolder(app, 'out'), 'report.pdf')
  await answerSaveDialog(app, file)
  await page.keyboard.press('Control+p')
  await expect(page.getByText('The same bytes as the preview.')).toBeVisible({ timeout: 40_000 })
  expect(existsSync(file)).toBe(true)
  const entries = await outputFromPage(app, 'custody.list', { offset: 0, limit: 500 })
  const { options } = JSON.parse(entries.at(-1)?.detail ?? '{}') as { options: Record<string, unknown> }
  expect(options).toMatchObject({ certification: true, classification: 'Confidential', leaveOut: ['repeat'] })
})
