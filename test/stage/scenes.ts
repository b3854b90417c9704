import type { Page } from '@playwright/test'
import { patternScenes } from './pattern-scenes.ts'
import { timelineScenes } from './timeline-scenes.ts'

export interface Scene {
  /** What the address of the stage asks for. */
  readonly query: string
  /** What a user would do to get to the screen. */
  play(page: Page): Promise<void>
}

const rest = async () => undefined
const go = (keys: string, wait: string) => async (page: Page) => {
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForSelector(wait)
}
const startImport = async (page: Page) => {
  await page.keyboard.press('Control+o')
  await page.fill('#new-case input', 'IR-2024-017')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.import-sums')
}

/** Every screen that can be drawn, by name. Add one here to look at it with `shoot.ts`. */
export const scenes: Readonly<Record<string, Scene>> = {
  welcome: { query: '', play: rest },
  'welcome-first': { query: 'recent=none', play: rest },
  'welcome-new': {
    query: '',
    play: async (page) => {
      await page.keyboard.press('Control+o')
      await page.waitForSelector('#new-case')
    },
  },
  importing: {
    query: 'import=14',
    play: async (page) => {
      await startImport(page)
      await page.waitForTimeout(5000)
    },
  },
  imported: {
    query: 'import=1',
    play: async (page) => {
      await startImport(page)
      await page.waitForSelector('.import-damaged')
      await page.waitForTimeout(700)
    },
  },
  sources: { query: 'case=open', play: go('gf', '.import-line') },
  timeline: {
    query: 'case=open',
    play: async (page) => {
      await page.waitForSelector('[role=gridcell]')
      await page.waitForTimeout(400)
    },
  },
  ...timelineScenes,
  ...patternScenes,
  report: {
    query: 'case=open',
    play: async (page) => {
      await go('gr', '.report-sheet')(page)
      await page.waitForTimeout(900)
    },
  },
  'report-saved': {
    query: 'case=open',
    play: async (page) => {
      await go('gr', '.report-sheet')(page)
      await page.keyboard.press('Control+p')
      await page.waitForSelector('.report-written')
      await page.waitForTimeout(700)
    },
  },
  keys: { query: 'case=open', play: go('?', '.shell-keys') },
  details: {
    query: 'case=open',
    play: async (page) => {
      await page.click('.shell-case')
      await page.waitForTimeout(100)
      await page.keyboard.press('Enter')
      await page.waitForSelector('.shell-facts')
    },
  },
  menu: {
    query: 'case=open',
    play: async (page) => {
      await page.click('.shell-case')
      await page.waitForSelector('[role=menu]')
    },
  },
  settings: {
    query: 'case=open',
    play: async (page) => {
      await page.click('.shell-top > .ui-menu:last-child > button')
      await page.waitForSelector('.ui-popover')
    },
  },
}
