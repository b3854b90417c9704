import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import type { CustodyEntry } from '../../shared/domain/custody.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { outputFromPage } from './support/calls.ts'
import { answerOpenDialog, answerSaveDialog, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { chooseMenu } from './support/menu.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 150_000 })

const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const

for (const look of LOOKS) {
  test(`package, seal, and a case that another program changed, ${look.language}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    const texts = packageScreenTexts[look.language]
    const pictures = async (name: string) => {
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        await shot(page, `60-${name}-${look.language}-${look.theme}-${size.width}`)
      }
      await page.setViewportSize(WIDE)
    }
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByRole('button', { name: sample[look.language] }).click()
    await expect(page.locator('.shell-badge')).toHaveText('12', { timeout: 40_000 })
    const { path } = await outputFromPage(app, 'case.summary', undefined)
    await page.keyboard.press('g')
    await page.keyboard.press('r')

    await test.step('a signed package is written', async () => {
      await page.getByRole('button', { name: texts.button }).click({ timeout: 40_000 })
      const key = join(newFolder(app, 'keys'), 'examiner.pem')
      const { privateKey } = generateKeyPairSync('ed25519')
      const passphrase = 'open sesame'
      writeFileSync(
        key,
        privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }),
      )
      await answerOpenDialog(app, [key])
      await page.getByRole('button', { name: texts.chooseKey }).click()
      await pictures('package')
      const file = join(newFolder(app, 'handed-over'), 'package.zip')
      await answerSaveDialog(app, file)
      await page.getByRole('button', { name: texts.save }).click()
      await expect(page.getByRole('dialog').getByRole('alert')).toContainText('needs its pass phrase')
      await page.getByLabel(texts.passPhrase).fill(passphrase)
      await page.getByRole('button', { name: texts.save }).click()
      await expect(page.getByRole('dialog', { name: texts.written })).toBeVisible({ timeout: 60_000 })
      await expect(page.getByText(texts.fingerprint)).toBeVisible()
      await pictures('package-written')
      const names = Object.keys(unzipSync(readFileSync(file)))
      expect(names).toContain('SHA256SUMS.sig')
      await page.keyboard.press('Escape')
    })

    await test.step('closing seals the case and shows the seal', async () => {
      await chooseMenu(app, 'close-case')
      const toast = page.locator('.ui-toast-ok')
      await expect(toast).toContainText(/[0-9a-f]{64}/)
      await pictures('sealed')
      const db = new Database(path)
      const last = db.prepare('select * from custody_entry order by sequence desc').get() as CustodyEntry
      expect(last.action).toBe('case.sealed')
      await expect(toast).toContainText(last.hash)
      db.exec(`update sign_in set outcome = 'success' where id = 3`)
      db.exec('drop trigger custody_entry_stays')
      db.exec(`update custody_entry set actor = 'X' where sequence = 2`)
      db.close()
    })

    await test.step('opening it says what was changed, and lets the work go on', async () => {
      await answerOpenDialog(app, [path])
      await chooseMenu(app, 'open-case')
      const banner = page.locator('.custody-banner')
      await expect(banner).toContainText(texts.broken('2'))
      await expect(banner).toContainText('sign_in')
      await expect(page.locator('.tl-row[data-index]').first()).toBeVisible()
      await pictures('changed')
      await banner.getByRole('button', { name: texts.hide }).click()
      await expect(banner).toHaveCount(0)
    })
  })
}
