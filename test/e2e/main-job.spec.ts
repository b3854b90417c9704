import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { archive, packedLog, writeFile } from '../fixtures/archive.ts'
import { truncated } from '../fixtures/damage.ts'
import { decoys } from '../fixtures/decoys.ts'
import { trail } from '../fixtures/trail.ts'
import type { AppUnderTest } from './support/app.ts'
import { answerSaveDialog, dropPaths, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'

const FAILURES = Array.from(
  { length: 30 },
  (_, i) => `13:${10 + i} user${i} ConsoleLogin failed from 198.51.100.23`,
)

/** A trail with a small story, one damaged log and one file that is no log. */
function evidence(app: AppUnderTest): string {
  const folder = newFolder(app, 'evidence')
  archive(folder, [
    ...trail(
      '10:00 kenji ConsoleLogin ok mfa',
      '12:00 Admin/mika ConsoleLogin ok',
      ...FAILURES,
      '13:52 alice ConsoleLogin ok no-mfa from 198.51.100.23',
    ),
    ...decoys(),
  ])
  const damaged = packedLog(
    trail('15:00 yui ConsoleLogin ok', '15:01 ren ConsoleLogin ok', '15:02 emma ConsoleLogin ok'),
  )
  writeFile(folder, 'damaged.json.gz', truncated(damaged, damaged.length - 12))
  writeFile(folder, 'README.txt', 'Copied from the bucket on 16 September.')
  return folder
}

test('drop a folder, see who signed in, note it, hand over a PDF, open it again', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const rows = page.locator('.tl-row[data-index]:not(.tl-row-waiting)')

  await test.step('drop the folder and make a case', async () => {
    await dropPaths(app, '.welcome-drop', [evidence(app)])
    await page.getByLabel('Case number').fill('IR-2024-017')
    await page.getByRole('button', { name: 'Create case and read evidence' }).click()
  })

  await test.step('the ledger accounts for every file', async () => {
    await expect(page.getByRole('heading', { name: 'Evidence read' })).toBeVisible()
    await expect(page.getByText('damaged.json.gz').first()).toBeVisible()
    await expect(page.getByText('README.txt').first()).toBeVisible()
    await page.getByRole('button', { name: 'Open timeline', exact: true }).first().click()
  })

  await test.step('the timeline shows the sign-ins in order and is filtered', async () => {
    await expect(page.locator('.tl-burst')).toContainText(`${FAILURES.length} failures`)
    await page.keyboard.press('b')
    const grid = page.getByRole('grid', { name: 'Sign-in events' })
    await expect(grid).toHaveAttribute('aria-rowcount', /^(36|37)$/)
    await expect(rows.first()).toContainText('kenji')
    await page.keyboard.press('/')
    await page.keyboard.type('alice')
    await expect(grid).toHaveAttribute('aria-rowcount', '2')
    await expect(rows.first()).toContainText('Not used')
  })

  await test.step('the inspector says it in words, and a note is written', async () => {
    await rows.first().click()
    await expect(page.getByText('without MFA').first()).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.keyboard.type('On leave since 12 September; did not sign in.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('article').filter({ hasText: 'On leave since' })).toBeVisible()
  })

  const file = join(newFolder(app, 'handed-over'), 'report.pdf')
  await test.step('the report is shown and saved, with its hash', async () => {
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await expect(page.locator('canvas').first()).toBeVisible()
    await answerSaveDialog(app, file)
    await page.getByRole('button', { name: 'Save PDF' }).click()
    const sha256 = createHash('sha256')
    await expect(page.getByText('The same bytes as the preview.')).toBeVisible()
    const shown = ((await page.locator('.report-written-hash code').textContent()) ?? '').replaceAll(
      /\s/g,
      '',
    )
    expect(shown).toContain(sha256.update(readFileSync(file)).digest('hex'))
  })

  await test.step('a reader that is not ours finds the case, the event and the note', async () => {
    const text = await pdfText(file)
    for (const words of [
      'IR-2024-017',
      'alice',
      '198.51.100.23',
      'On leave since 12 September',
      'damaged.json.gz',
    ]) {
      expect(text).toContain(words.replaceAll(' ', ''))
    }
  })

  await test.step('the case opens again with its note', async () => {
    expect(app.problems).toEqual([])
    expect(app.foreign).toEqual([])
    await app.close()
    const again = await launch({ home: app.home })
    await again.page.getByText('IR-2024-017').first().click()
    await expect(again.page.getByRole('treegrid', { name: 'Sign-in events' })).toBeVisible()
    await again.page.locator('.tl-row[data-index]', { hasText: 'alice' }).first().click()
    await expect(again.page.getByText('On leave since 12 September').first()).toBeVisible()

    await again.page.keyboard.press('g')
    await again.page.keyboard.press('f')
    await again.page.getByRole('button', { name: 'Read evidence again…' }).click()
    await expect(again.page.getByRole('checkbox', { checked: true })).toHaveCount(1)
    await again.page.keyboard.press('Enter')
    await expect(again.page.getByRole('heading', { name: 'Evidence read' })).toBeVisible()
    await expect(again.page.getByText('of these: the same as read before')).toBeVisible()
  })
})

/** All text of a PDF without white space, because readers disagree about the gaps between words. */
async function pdfText(path: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)) }).promise
  const parts: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    parts.push(...items.map((item) => ('str' in item ? item.str : '')))
  }
  return parts.join('').replaceAll(/\s/g, '')
}
