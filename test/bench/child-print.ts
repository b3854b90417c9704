import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { testBrowser } from '../standin/runner/browser.ts'
import { startClock } from './child.ts'

// Prints a table that is there as HTML through Chromium's print-to-PDF. The browser runs before the clock does.
const [page = '', out = ''] = process.argv.slice(2)
const { executable, env } = await testBrowser()
const browser = await chromium.launch({
  executablePath: executable,
  env: { ...process.env, ...env } as Record<string, string>,
  args: ['--no-sandbox'],
})
const tab = await browser.newPage()
tab.setDefaultTimeout(0)
const stopClock = startClock()
await tab.goto(pathToFileURL(page).href)
const pdf = await tab.pdf({ format: 'A4', outline: true, tagged: true })
const report = stopClock()
writeFileSync(out, pdf)
await browser.close()
report({ bytes: pdf.length })
