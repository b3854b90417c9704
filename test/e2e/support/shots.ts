import { join } from 'node:path'
import type { Page } from '@playwright/test'

const folder = join(import.meta.dirname, '../../../test-results/shots')

/** Writes `test-results/shots/NAME.png`, once all fonts are there, without caret and running animations. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.evaluate(fontsSettled)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

/** New text can ask for another font, so the fonts must have been quiet for a moment. */
async function fontsSettled(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = document.fonts.status === 'loaded' ? quiet + 1 : 0) {
    await document.fonts.ready
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
