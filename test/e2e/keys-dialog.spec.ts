import { expect, test } from './support/launch.ts'
import { NARROW } from './support/setup.ts'

const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const

for (const language of ['en', 'ja'] as const) {
  test(`the keys stay inside a small window and can be read to the last, ${language}`, async ({ launch }) => {
    const { page } = await launch({
      settings: { language, theme: language === 'ja' ? 'dark' : 'light' },
      size: NARROW,
    })
    await page.getByRole('button', { name: sample[language] }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect(page.locator('.shell-case')).toBeVisible()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const body = dialog.locator('.ui-dialog-body')
    await page.waitForTimeout(300)
    await page.screenshot({ path: `test-results/shots/keys-${language}-top.png` })
    const box = await dialog.boundingBox()
    const height = page.viewportSize()?.height ?? NARROW.height
    expect(box?.y).toBeGreaterThanOrEqual(8)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height - 8)
    const note = dialog.locator('.shell-keys-note')
    if (await body.evaluate((element) => element.scrollHeight > element.clientHeight + 1)) {
      // It is cut off, so it says so and moves with the keys.
      expect(await body.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain(
        'gradient',
      )
      await expect(body).toBeFocused()
      await page.keyboard.press('End')
    }
    await expect(note).toBeInViewport({ ratio: 1 })
    await page.waitForTimeout(300)
    await page.screenshot({ path: `test-results/shots/keys-${language}-end.png` })
  })
}
