import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { madeLog } from '../bench/made-logs.ts'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { answerSaveDialog, dropPaths, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

const LOGS = 3
const PER_LOG = 5_000
const SIGN_INS = LOGS * PER_LOG

/** A case of 15,000 sign-ins, as a user makes it: a folder is dropped on the window. */
async function longCase(app: AppUnderTest): Promise<void> {
  const { page } = app
  const folder = join(newFolder(app, 'bucket'), 'trail')
  mkdirSync(folder)
  const shape = { name: 'sign-ins', files: LOGS, recordsPerFile: PER_LOG, content: 'sign-ins' } as const
  for (let log = 0; log < LOGS; log += 1)
    writeFileSync(join(folder, `log-${log}.json.gz`), madeLog(shape, log))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await dropPaths(app, '.welcome-drop', [folder])
  await page.locator('.welcome-new input').first().fill('IR-LONG')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await outputFromPage(app, 'case.summary', undefined).catch(() => null))?.signIns, {
      timeout: 60_000,
    })
    .toBe(SIGN_INS)
}

const exportsIn = async (app: AppUnderTest) =>
  (await outputFromPage(app, 'custody.list', { offset: 0, limit: 500 })).filter(
    ({ action }) => action === 'export.written',
  )

for (const look of LOOKS) {
  // What the words are makes no difference to the rest, which takes half a minute.
  const isWhole = look.language === 'en'
  test(`a long report says how far it is and can be cancelled, ${look.language}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: NARROW })
    const { page } = app
    const say = reportScreenTexts[look.language]
    const cancel = page
      .locator('.report-saving')
      .getByRole('button', { name: shellTexts[look.language].cancel, exact: true })
    const told = page.locator('.report-saving-text')
    const button = (format: string) => page.locator(`.report-buttons [data-format="${format}"]`)
    await longCase(app)
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    const ready = () => expect(button('pdf')).toBeEnabled({ timeout: 90_000 })
    await ready()

    const out = newFolder(app, 'out')
    const before = 'What was here before.\n'
    writeFileSync(join(out, 'old.pdf'), before)
    // In the window each way to stop is taken once: by the mouse, by Esc, by Enter on the button.
    const ways = [
      { format: 'pdf', file: 'new.pdf', stop: () => cancel.click() },
      { format: 'pdf', file: 'old.pdf', stop: () => page.keyboard.press('Escape') },
      { format: 'html', file: 'new.html', stop: () => page.keyboard.press('Enter') },
    ] as const
    for (const { format, file, stop } of isWhole ? ways : ways.slice(0, 1)) {
      await answerSaveDialog(app, join(out, file))
      await button(format).click()
      // A number that grows: pages, sign-ins or bytes.
      await expect(told).toContainText(/\d/, { timeout: 20_000 })
      const first = await told.textContent()
      await expect.poll(() => told.textContent(), { timeout: 20_000 }).not.toBe(first)
      // The file is begun with its first bytes, after the sign-ins have been counted.
      const begun = () => readdirSync(out).some((name) => name.startsWith(`${file}.part-`))
      await expect.poll(begun, { timeout: 20_000 }).toBe(true)
      await expect(cancel).toBeFocused()
      if (format === 'pdf' && file === 'new.pdf') {
        const name = `51-report-saving-${look.language}-${look.theme}`
        await shot(page, name)
      }
      if (file === 'old.pdf') {
        // A visit elsewhere does not lose it.
        await page.keyboard.press('g')
        await page.keyboard.press('t')
        await expect(page.getByRole('grid').first()).toBeVisible()
        await page.keyboard.press('g')
        await page.keyboard.press('r')
        await expect(told).toContainText(/\d/)
      }
      await stop()
      await expect(page.getByText(say.saveCancelled)).toBeVisible()
      await expect(cancel).toHaveCount(0)
      // The preview may still be made after the visit elsewhere: the focus comes back when the button can be used.
      await ready()
      await expect(button(format)).toBeFocused()
      expect(readdirSync(out)).toEqual(['old.pdf'])
      expect(readFileSync(join(out, 'old.pdf'), 'utf8')).toBe(before)
      expect(await exportsIn(app)).toEqual([])
    }
    await shot(page, `52-report-cancelled-${look.language}-${look.theme}`)
    await expectGoodScreen(app, `cancelled ${look.language}`)
    expect(app.problems).toEqual([])
    if (!isWhole) return

    // Nothing is broken by it: the same name is written now, what was there is replaced, and the log knows the bytes.
    const saved: { path: string; sha256: string }[] = []
    for (const [format, file] of [
      ['pdf', 'old.pdf'],
      ['jsonl', 'list.jsonl'],
    ] as const) {
      const path = join(out, file)
      await answerSaveDialog(app, path)
      await button(format).click()
      const hash = page.locator('.report-written-hash code')
      await expect(page.locator('.report-written-path')).toContainText(file, { timeout: 60_000 })
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
      await expect(hash).toHaveText(sha256)
      saved.push({ path, sha256 })
    }
    await expect(page.getByText(say.saveCancelled)).toHaveCount(0)
    expect(readdirSync(out).sort()).toEqual(['list.jsonl', 'old.pdf'])
    const logged = (await exportsIn(app)).map(({ detail }) => JSON.parse(detail) as (typeof saved)[number])
    expect(logged.map(({ path, sha256 }) => ({ path, sha256 }))).toEqual(saved)
    expect(app.problems).toEqual([])
  })
}
