import { expect, type Page } from '@playwright/test'
import type { AppUnderTest } from './app.ts'
import { answerOpenDialog } from './files.ts'

/** Goes to a screen by the key that follows `g`. */
export async function goTo(page: Page, key: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
}

/** Validates with these key lists, by key and dialog, and waits for the outcome. */
export async function validate(
  app: AppUnderTest,
  language: 'en' | 'ja',
  keys: readonly string[],
): Promise<void> {
  const { page } = app
  await page.keyboard.press('v')
  await expect(page.getByRole('dialog')).toBeVisible()
  if (keys.length > 0) {
    await answerOpenDialog(app, keys)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Choose key lists|鍵リストを選択|Add|追加/ })
      .click()
    await expect(page.locator('.evd-verify-key')).toHaveCount(keys.length)
  }
  await page
    .getByRole('dialog')
    .getByRole('button', { name: language === 'en' ? 'Validate' : '検証', exact: true })
    .click()
  await expect(page.locator('.evd-statement')).toBeVisible()
}
