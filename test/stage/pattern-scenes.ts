import type { Page } from '@playwright/test'

const scene = (play: (page: Page) => Promise<void>, query = '') => ({ query: `case=open${query}`, play })

const open = async (page: Page) => {
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.waitForSelector('.pat-editor')
}
/** Chooses the published pattern with this place in the list, and waits for its records. */
const choose = async (page: Page, index: number) => {
  await open(page)
  await page.locator('.pat-choice').nth(index).click()
  await page.waitForSelector('.pat-run-line b')
  await page.waitForTimeout(300)
}
const FAILURES = 3

/** States of the patterns screen to look at. */
export const patternScenes = {
  'patterns-empty': scene(open),
  'patterns-records': scene((page) => choose(page, FAILURES)),
  'patterns-depended': scene((page) => choose(page, 2)),
  'patterns-none': scene((page) => choose(page, 5)),
  'patterns-error': scene(async (page) => {
    await choose(page, FAILURES)
    await page.fill(
      '.pat-editor textarea',
      '{ ($.eventName = “ConsoleLogin”) && $.errorMessage IS NOT NULL }',
    )
    await page.waitForTimeout(400)
  }),
  'patterns-alarm': scene(async (page) => {
    await choose(page, FAILURES)
    await page.keyboard.press('2')
    await page.locator('.pat-alarm-form input').first().fill('3')
    await page.waitForSelector('.pat-chart')
    await page.waitForTimeout(400)
  }),
  'patterns-alarm-all': scene(async (page) => {
    await choose(page, FAILURES)
    await page.keyboard.press('2')
    await page.waitForSelector('.pat-chart')
    await page.locator('.pat-chart-head [role=radio]').first().click()
    await page.waitForTimeout(400)
  }),
}
