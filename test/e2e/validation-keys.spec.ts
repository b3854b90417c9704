import { join } from 'node:path'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { validationTexts } from '../../shared/messages/validation-screen.ts'
import { madeChain, madeLog, makeKey, writeKeys, writeObjects } from '../fixtures/digests.ts'
import { outputFromPage } from './support/calls.ts'
import { goTo, validate } from './support/evidence.ts'
import { newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const KEY = makeKey('de'.repeat(16))

for (const look of LOOKS) {
  test(`a key list without the key that was used accuses no file, ${look.language}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: NARROW })
    const { page } = app
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const folder = newFolder(app, 'keyless')
    const logs = [8, 9, 10].map((hour) => madeLog(hour))
    const hours = [8, 9, 10].map((hour, index) => ({ hour, logs: logs.slice(index, index + 1) }))
    writeObjects(join(folder, 'bucket'), [...logs, ...madeChain(hours, KEY)])
    const keys = writeKeys(folder, makeKey('ab'.repeat(16)))
    await outputFromPage(app, 'case.create', { path: `${folder}/k.trailcase`, details: emptyCaseDetails })
    await outputFromPage(app, 'import.run', { paths: [join(folder, 'bucket')] })
    await page.reload()
    await expect(page.locator('.tl-row').first()).toBeVisible()
    await goTo(page, 'v')
    await validate(app, look.language, [keys])
    const statement = page.locator('.evd-statement')
    const say = validationTexts[look.language]
    const state = await outputFromPage(app, 'integrity.state', undefined)
    await expect(statement.locator('p').first()).toHaveText(say.failsUnproved)
    await expect(statement.locator('li')).toHaveCount(1)
    const { word, why } = say.problems['no-key']
    await expect(statement.locator('li')).toHaveText(word(String(state?.counts.problems)) + why)
    // No sign of a failure anywhere on the page.
    await expect(page.locator('.evd-validation .ui-tone-fail')).toHaveCount(0)
    await shot(page, `51-evidence-no-key-${look.language}`)
    await expectGoodScreen(app, `no key, ${look.language}`)
  })
}
