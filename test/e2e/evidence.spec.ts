import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import {
  type MadeLog,
  madeChain,
  madeLog,
  makeKey,
  writeBytes,
  writeKeys,
  writeObjects,
} from '../fixtures/digests.ts'
import type { AppUnderTest } from './support/app.ts'
import { outputFromPage } from './support/calls.ts'
import { goTo as go, validate } from './support/evidence.ts'
import { newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { LOOKS } from './support/looks.ts'
import { expectGoodScreen } from './support/screen-checks.ts'
import { NARROW, WIDE } from './support/setup.ts'
import { shot } from './support/shots.ts'

test.describe.configure({ mode: 'parallel', timeout: 120_000 })

const sample = { en: 'Try the sample', ja: 'サンプルを試す' } as const

async function sampleRead(app: AppUnderTest, language: 'en' | 'ja'): Promise<void> {
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: sample[language] }).click()
  await expect(page.locator('.import-head[role=status]')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.shell-badge')).toHaveText('12', { timeout: 30_000 })
}

/** The key list that lies in the folder of the sample. */
async function sampleKeys(app: AppUnderTest): Promise<string> {
  const { rows } = await outputFromPage(app, 'import.ledger', { view: 'all', offset: 0, limit: 1000 })
  const found = rows.find(({ path }) => path.endsWith('public-keys.json'))
  if (found === undefined) throw new Error('The sample holds no key list.')
  return found.path
}

for (const look of LOOKS) {
  test(`evidence of the sample, ${look.language}, ${look.theme}`, async ({ launch }) => {
    const app = await launch({ settings: look, size: WIDE })
    const { page } = app
    const look2 = async (part: string) => {
      await page.mouse.move(0, 0)
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size)
        const name = `50-evidence-${part}-${look.language}-${look.theme}-${size.width}`
        await shot(page, name)
        await expectGoodScreen(app, name)
      }
      await page.setViewportSize(WIDE)
    }
    await sampleRead(app, look.language)
    await go(page, 'v')
    await expect(page.locator('.evd-never')).toBeVisible()
    await look2('validation-never')
    await page.keyboard.press('v')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look2('validation-dialog')
    await page.keyboard.press('Escape')
    await validate(app, look.language, [await sampleKeys(app)])
    await expect(page.locator('.evd-line').first()).toBeVisible()
    await page.locator('.evd-line').first().click()
    await expect(page.locator('.evd-check')).toBeVisible()
    await look2('validation')

    await go(page, 'c')
    await expect(page.locator('.evd-map-cell').first()).toBeVisible()
    await look2('coverage')
    await page.getByRole('radio', { name: look.language === 'en' ? 'Hours' : '時間' }).click()
    await look2('coverage-hours')

    await go(page, 'l')
    await expect(page.locator('.evd-line').first()).toBeVisible()
    await page.locator('.evd-line').first().click()
    await expect(page.locator('.evd-check')).toBeVisible()
    await look2('custody')
  })
}

const KEY = makeKey('de'.repeat(16))

/** A trail of three regions with a lost log, a cut one, and a lost digest. */
function brokenTrail(root: string) {
  const regions = ['us-east-1', 'us-east-2', 'eu-north-1']
  const parts = regions.map((region) => {
    const logs = [8, 9, 10, 12, 14].map((hour) => madeLog(hour, 1, region))
    const hours = [8, 9, 10, 11, 12, 13, 14].map((hour) => ({
      hour,
      logs: logs.filter(({ key }) => key.includes(`T${String(hour).padStart(2, '0')}1`)),
    }))
    const chain = madeChain(hours, KEY, { region })
    writeObjects(root, [...logs, ...chain])
    return { logs, chain }
  })
  const [first, second, third] = parts
  const lost = first?.logs[1]?.key ?? ''
  rmSync(join(root, lost))
  const cut = second?.logs[2]
  writeBytes(root, cut?.key ?? '', Buffer.from('1f8b0800000000000003', 'hex'))
  rmSync(join(root, third?.chain[3]?.key ?? ''))
  const stopped = JSON.parse(madeLog(11, 2).content).Records[0]
  Object.assign(stopped, {
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'StopLogging',
    requestParameters: { name: 'my_trail' },
    eventType: 'AwsApiCall',
    eventID: 'stopped-1',
  })
  writeBytes(root, 'changes.json', JSON.stringify({ Records: [stopped] }))
  return { lost, cut: cut?.key ?? '', keys: writeKeys(root.replace(/bucket$/, ''), KEY) }
}

async function broken(app: AppUnderTest) {
  const folder = newFolder(app, 'evidence')
  const made = brokenTrail(join(folder, 'bucket'))
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await outputFromPage(app, 'case.create', {
    path: `${folder}/a.trailcase`,
    details: {
      ...emptyCaseDetails,
      caseNumber: 'EV-1',
      title: 'Broken trail',
      examiner: 'A. Example',
    },
  })
  await outputFromPage(app, 'import.run', { paths: [join(folder, 'bucket')] })
  await page.reload()
  await expect(page.locator('.tl-row').first()).toBeVisible()
  return { ...made, file: `${folder}/a.trailcase` }
}

test('the keyboard goes through the map, into the hours, and to the sign-ins of an hour', async ({
  launch,
}) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  const { lost } = await broken(app)
  await go(page, 'c')
  const focused = page.locator(':focus')
  await page.locator('.evd-map-cell').first().click()
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute(
    'aria-label',
    /^111122223333 eu-north-1, Sat 14 Sep 2024: .*2 hours missing|hour missing/,
  )
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('aria-label', /us-east-1, .*1 hour missing.*4 log files/)
  await page.keyboard.press('Enter')
  await expect(focused).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Home')
  for (let hour = 0; hour < 9; hour += 1) await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveAttribute('aria-label', '09:00 UTC: missing')
  await expect(page.locator('.evd-hour')).toContainText('09:00 to 10:00 UTC (18:00–19:00 Tokyo) is missing.')
  await expect(page.locator('.evd-hour .evd-file')).toContainText(lost.split('/').at(-1) ?? '')
  await page.keyboard.press('Escape')
  await expect(focused).toHaveClass(/evd-map-cell/)
  await page.keyboard.press(']')
  await expect(focused).toHaveAttribute('aria-label', /us-east-2, .*damaged/)
  await shot(page, '51-evidence-broken-map')
  await expectGoodScreen(app, '51-evidence-broken-map')

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Home')
  for (let hour = 0; hour < 8; hour += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('.flt-count b')).toHaveText('1')
  await expect(page.locator('.tl-row[data-index]').first()).toContainText('08:01:00')
})

test('missing files by their S3 keys, gaps with their reason, and the verdicts of a broken trail', async ({
  launch,
}) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  const { lost, keys } = await broken(app)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await go(page, 'c')
  await page.getByRole('button', { name: 'Show 2 files' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.evd-file')).toHaveCount(2)
  await shot(page, '51-evidence-files')
  await expectGoodScreen(app, '51-evidence-files')
  await page.keyboard.press('Escape')
  await expect(page.locator('.evd-gap')).toContainText(
    'A digest file that the next one names is not in the import.',
  )
  await expect(page.locator('.evd-change')).toContainText('StopLogging: stops logging or validation')
  await expect(page.locator('.evd-change')).toContainText('by alice')
  await expect(page.locator('.evd-change')).toContainText('record 1 of changes.json')
  await page.locator('.evd-change').scrollIntoViewIfNeeded()
  await shot(page, '51-evidence-gap-change')
  await expectGoodScreen(app, '51-evidence-gap-change')
  await expect(page.locator('.evd-regions')).toContainText('ap-southeast-2')
  await expect(page.locator('.evd-absent')).toHaveCount(1)

  await go(page, 'v')
  await validate(app, 'en', [keys])
  // Each class has its own number; together they are all that needs a look.
  const classes = await page.locator('.evd-statement li b').allTextContents()
  expect(classes.map((text) => text.replace(/^\d+ /, ''))).toEqual([
    'invalid',
    'missing',
    'not authenticated',
    'in no digest file',
  ])
  const state = await outputFromPage(app, 'integrity.state', undefined)
  expect(classes.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(state?.counts.problems)
  await expect(page.getByRole('radio', { name: /^Problems/ })).toHaveAttribute('aria-checked', 'true')
  await expect(page.locator('.evd-line').first()).toBeVisible()
  expect(await page.locator('.evd-line').count()).toBe(state?.counts.problems)
  const missing = page.locator('.evd-line', { hasText: lost.split('/').at(-1) ?? '' })
  await missing.click()
  await expect(page.locator('.evd-check')).toContainText('INVALID: not found')
  await shot(page, '51-evidence-broken-verdicts')
  await expectGoodScreen(app, '51-evidence-broken-verdicts')

  // Files that come later make the result out of date; a second run says so no more.
  const later = newFolder(app, 'later')
  writeObjects(later, [madeLog(20, 3)])
  await outputFromPage(app, 'import.run', { paths: [later] })
  await expect(page.locator('.evd-outdated')).toBeVisible()
  await validate(app, 'en', [])
  await expect(page.locator('.evd-outdated')).toBeHidden()
})

test('a case without digests says what to ask for', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  const folder = newFolder(app, 'plain')
  writeObjects(join(folder, 'bucket'), [madeLog(3), madeLog(5, 2, 'eu-west-1')])
  await outputFromPage(app, 'case.create', { path: `${folder}/b.trailcase`, details: emptyCaseDetails })
  await outputFromPage(app, 'import.run', { paths: [join(folder, 'bucket')] })
  await page.reload()
  await expect(page.locator('.tl-row').first()).toBeVisible()
  await go(page, 'v')
  await expect(page.locator('.evd-ask')).toContainText('CloudTrail-Digest')
  await expect(page.locator('.evd-ask')).toContainText(
    'aws cloudtrail list-public-keys --region eu-west-1 --start-time 2024-09-14T00:00:00Z --end-time 2024-09-14T23:59:59Z',
  )
  await shot(page, '51-evidence-no-digests')
  await expectGoodScreen(app, '51-evidence-no-digests')
  await validate(app, 'en', [])
  await expect(page.locator('.evd-statement')).toContainText('nothing could be proved')
  await shot(page, '51-evidence-no-digests-validated')
})

test('three years of 50 accounts in 17 regions stay quick: only what is seen is drawn', async ({
  launch,
}) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const folder = newFolder(app, 'many')
  const logs: MadeLog[] = []
  for (let account = 1; account <= 50; account += 1) {
    for (let region = 1; region <= 17; region += 1) {
      logs.push(madeLog(region, 1, `eu-test-${region}`, String(100_000_000_000 + account)))
    }
  }
  const [first] = logs
  const early = (text: string) =>
    text.replaceAll('20240914', '20210914').replaceAll('2024-09-14', '2021-09-14')
  writeObjects(join(folder, 'bucket'), [
    ...logs,
    { key: early(first?.key ?? ''), content: early(first?.content ?? '').replace('1-1"', 'early"') },
  ])
  await outputFromPage(app, 'case.create', { path: `${folder}/c.trailcase`, details: emptyCaseDetails })
  await outputFromPage(app, 'import.run', { paths: [join(folder, 'bucket')] })
  await page.reload()
  await expect(page.locator('.tl-row').first()).toBeVisible()
  await go(page, 'c')
  const map = page.locator('.evd-map')
  await expect(map).toHaveAttribute('aria-rowcount', '851')
  await expect(map).toHaveAttribute('aria-colcount', String(3 * 365 + 3))
  const drawn = () => page.locator('.evd-map-cell').count()
  expect(await drawn()).toBeLessThan(2500)

  // The cell with the focus stays drawn, however far the map is scrolled away from it.
  await page.locator('.evd-map-cell[tabindex="0"]').focus()
  await page.keyboard.press('Control+End')
  const focused = page.locator(':focus')
  await expect(focused).toHaveAttribute(
    'aria-label',
    /^100000000050 eu-test-9, Sat 14 Sep 2024: 1 hour covered/,
  )
  await map.evaluate((element) => element.scrollTo(0, 0))
  await expect(page.locator('.evd-map-label').first()).toContainText('eu-test-1')
  await expect(focused).toHaveAttribute('aria-label', /^100000000050/)
  await page.keyboard.press('Control+Home')
  await expect(focused).toHaveAttribute(
    'aria-label',
    /^100000000001 eu-test-1, Tue 14 Sep 2021: 1 hour covered/,
  )
  expect(await drawn()).toBeLessThan(2500)

  // Time of the page itself for twenty steps, by the clock of its own work.
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const before = await worked()
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('PageDown')
  const perStep = (await worked()) - before
  expect(perStep / 20, 'seconds of work for a page of the map').toBeLessThan(0.5)
  await page.getByRole('radio', { name: 'Hours' }).click()
  await expect(map).toHaveAttribute('aria-colcount', String((3 * 365 + 2) * 24 + 1))
  expect(await drawn()).toBeLessThan(2500)
  await shot(page, '51-evidence-many')
  await expectGoodScreen(app, '51-evidence-many')
})

test('the custody log, and a changed entry of it that is found and named', async ({ launch }) => {
  const app = await launch({ settings: { language: 'en', theme: 'light' }, size: WIDE })
  const { page } = app
  const { file } = await broken(app)
  await go(page, 'l')
  await expect(page.locator('.evd-result-ok')).toContainText('Intact: all')
  const check = await outputFromPage(app, 'custody.check', undefined)
  const numbers = page.locator('.evd-entry:not(.evd-entry-head) .evd-number')
  await expect(numbers.first()).toHaveText(String(check.entries))
  await page.locator('.evd-line').last().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.evd-check')).toContainText('0000000000000000')

  // What somebody does who wants another past: with the guards of the table taken away, an entry is changed.
  await outputFromPage(app, 'case.close', undefined)
  const db = new DatabaseSync(file)
  const guards = db.prepare(
    "select name from sqlite_master where type = 'trigger' and tbl_name = 'custody_entry'",
  )
  for (const { name } of guards.all()) db.exec(`drop trigger "${name}"`)
  db.exec("update custody_entry set actor = 'Somebody Else' where sequence = 2")
  db.close()
  await outputFromPage(app, 'case.open', { path: file, examiner: 'A. Example' })
  await page.reload()
  await expect(page.locator('.tl-row').first()).toBeVisible()
  await go(page, 'l')
  await expect(page.locator('.evd-result-broken')).toContainText('Broken at entry 2')
  await expect(page.locator('.evd-broken')).toContainText('Somebody Else')
  await shot(page, '51-evidence-custody-broken')
  await expectGoodScreen(app, '51-evidence-custody-broken')
})
