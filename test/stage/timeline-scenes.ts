import type { Page } from '@playwright/test'

const ready = async (page: Page) => {
  await page.waitForSelector('[role=gridcell]')
  await page.waitForTimeout(250)
}

/** Goes to the sign-in of alice on 14 September, the middle of the made-up story. */
const toAlice = async (page: Page) => {
  await ready(page)
  await page.keyboard.press('End')
  for (const key of ['j', 'End']) await page.keyboard.press(key)
  const row =
    '[role=row][aria-label*="alice"][aria-label*="without MFA."], [role=row][aria-label*="alice"][aria-label*="MFA なしで"]'
  for (let turn = 0; turn < 20 && (await page.locator(row).count()) === 0; turn += 1) {
    await page.keyboard.press('PageUp')
    await page.waitForTimeout(60)
  }
  await page.locator(row).last().click()
  await page.waitForSelector('.note')
  await page.waitForTimeout(200)
}

const scene = (play: (page: Page) => Promise<void>, query = '') => ({ query: `case=open${query}`, play })

const openKnown = async (page: Page) => {
  await page.locator('.shell-case').click()
  await page.locator('[role=menuitem]').nth(1).click()
  await page.waitForSelector('[role=dialog]')
  await page.waitForTimeout(200)
}

/** States of the timeline to look at. */
export const timelineScenes = {
  known: scene(async (page) => {
    await ready(page)
    await openKnown(page)
  }),
  'known-names': scene(async (page) => {
    await ready(page)
    await openKnown(page)
    await page.locator('[role=dialog] [role=radio]').nth(1).click()
    await page.locator('[role=dialog] tbody .ui-icon-button').first().click()
  }),
  'known-data': scene(async (page) => {
    await ready(page)
    await openKnown(page)
    await page.locator('[role=dialog] [role=radio]').nth(2).click()
    await page.locator('.known-sets').waitFor()
    await page.locator('.known-sets + .ui-button').click()
    await page.waitForTimeout(300)
  }),
  'timeline-event': scene(toAlice),
  'timeline-end': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('6')
  }),
  'timeline-related': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('3')
  }),
  'timeline-raw': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('5')
  }),
  'timeline-filter': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('f')
    // In a narrow window the filters are folded.
    const folded = page.locator('.flt-switch[aria-expanded=false]')
    if (await folded.isVisible()) await folded.click()
    await page.locator('.flt-rail [role=option]').nth(0).click()
    await page.locator('.flt-rail [role=option]').nth(1).click()
    await page.waitForTimeout(400)
  }),
  'timeline-note': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('n')
    await page.keyboard.type('Asked the help desk: no password reset was requested.')
    await page.waitForTimeout(100)
  }),
  'timeline-history': scene(async (page) => {
    await toAlice(page)
    await page.locator('.note [aria-label]:not([aria-label=""])').first().click()
    await page.keyboard.type(' Confirmed in writing.')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(250)
    await page.locator('.note footer button').first().click()
    await page.waitForTimeout(250)
  }),
  'timeline-nothing': scene(async (page) => {
    await ready(page)
    await page.keyboard.press('/')
    await page.keyboard.type('nobody has this')
    await page.waitForTimeout(500)
  }),
  'burst-open': scene(async (page) => {
    await ready(page)
    const bursts = page.locator('.tl-burst')
    for (let turn = 0; turn < 20 && (await bursts.count()) === 0; turn += 1) {
      await page.keyboard.press('PageDown')
      await page.waitForTimeout(60)
    }
    await bursts.last().click()
    await page.waitForTimeout(200)
  }),
  'chosen-rows': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('x')
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown')
    await page.waitForTimeout(200)
  }),
  'tag-menu': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('t')
    await page.waitForTimeout(200)
  }),
  'tag-edit': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('t')
    await page.locator('.ui-dialog-actions button').click()
    await page.waitForTimeout(200)
  }),
  palette: scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('alice')
    await page.waitForTimeout(400)
  }),
  'palette-empty': scene(async (page) => {
    await ready(page)
    await page.keyboard.press('Control+k')
    await page.waitForTimeout(300)
  }),
  'palette-none': scene(async (page) => {
    await ready(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('qqqq')
    await page.waitForTimeout(400)
  }),
  'around-ask': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('c')
    await page.waitForTimeout(300)
  }),
  'around-shown': scene(async (page) => {
    await toAlice(page)
    await page.keyboard.press('c')
    await page.waitForTimeout(100)
    await page.keyboard.press('2')
    await page.waitForTimeout(400)
  }),
  'timeline-zone': scene(toAlice, '&first=zone'),
  'timeline-many': scene(async (page) => {
    await ready(page)
    await page.keyboard.press('j')
    await page.keyboard.press('End')
    await page.waitForTimeout(500)
  }, '&rows=5000000'),
}
