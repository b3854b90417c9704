import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { testBrowser } from '../standin/runner/browser.ts'
import { cutLabels } from './cut-labels.ts'
import { scenes } from './scenes.ts'
import { serveStage } from './serve.ts'

/**
 * Draws screens into test-results/shots. Usage (all optional; a part of a name is enough):
 *   npx -c "node test/stage/shoot.ts [scene,scene] [light|dark] [en|ja] [1440x900|1024x700]"
 */
const [wanted = '', theme = '', lang = '', size = ''] = process.argv.slice(2)
const out = fileURLToPath(new URL('../../test-results/shots', import.meta.url))
const sizes = ['1440x900', '1024x700'].filter((one) => one.includes(size))
const themes = ['light', 'dark'].filter((one) => one.includes(theme))
const langs = ['en', 'ja'].filter((one) => one.includes(lang))
const names = Object.keys(scenes).filter((name) => wanted.split(',').some((part) => name.includes(part)))

mkdirSync(out, { recursive: true })
const server = await serveStage(0)
const address = server.resolvedUrls?.local[0] ?? ''
const { executable, env } = await testBrowser()
const browser = await chromium.launch({
  executablePath: executable,
  env: { ...process.env, ...env },
  args: ['--no-sandbox'],
})
try {
  for (const name of names) {
    for (const one of sizes) {
      for (const paint of themes) {
        for (const tongue of langs) await shoot(browser, name, one, paint, tongue)
      }
    }
  }
} finally {
  await browser.close()
  await server.close()
}

async function shoot(from: Browser, name: string, one: string, paint: string, tongue: string): Promise<void> {
  const [width = 1440, height = 900] = one.split('x').map(Number)
  const context = await from.newContext({
    viewport: { width, height },
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => console.log(`${name}: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') console.log(`${name}: ${line.text()}`)
  })
  const scene = scenes[name]
  if (scene === undefined) return
  await page.goto(`${address}?theme=${paint}&lang=${tongue}&${scene.query}`)
  await page.waitForSelector('[data-region]')
  await page.evaluate(() => document.fonts.ready)
  await scene.play(page).catch((cause: unknown) => console.log(`${name}: ${String(cause).split('\n')[0]}`))
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(150)
  await reportOverflow(page, name)
  await page.screenshot({ path: join(out, `${name}-${paint}-${tongue}-${one}.png`) })
  await context.close()
}

/** Says where a button or a label is cut off, which the eye may miss. */
async function reportOverflow(page: Page, name: string): Promise<void> {
  const cut = await page.evaluate(cutLabels)
  if (cut.length > 0) console.log(`${name}: cut off: ${cut.join(' | ')}`)
}
