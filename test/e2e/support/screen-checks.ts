import { expect } from '@playwright/test'
import axe from 'axe-core'
import { filterTexts } from '../../../shared/messages/filter.ts'
import { histogramTexts } from '../../../shared/messages/histogram.ts'
import { importTexts, sourceReasonWords } from '../../../shared/messages/import.ts'
import { inspectorTexts } from '../../../shared/messages/inspector.ts'
import { notesTexts } from '../../../shared/messages/notes.ts'
import { periodTexts } from '../../../shared/messages/period.ts'
import { reportScreenTexts } from '../../../shared/messages/report-screen.ts'
import { searchTexts } from '../../../shared/messages/search.ts'
import { shellTexts } from '../../../shared/messages/shell.ts'
import { timelineTexts } from '../../../shared/messages/timeline.ts'
import { welcomeTexts } from '../../../shared/messages/welcome.ts'
import { cutLabels } from '../../stage/cut-labels.ts'
import type { AppUnderTest } from './app.ts'

/** Keys of texts that no person would write as a word: a key on the screen is a text that is missing. */
const keys = [
  shellTexts,
  welcomeTexts,
  importTexts,
  timelineTexts,
  filterTexts,
  searchTexts,
  periodTexts,
  histogramTexts,
  inspectorTexts,
  notesTexts,
  reportScreenTexts,
]
  .flatMap(({ en }) => Object.keys(en))
  .concat(Object.keys(sourceReasonWords.en))
  .filter((key) => /[A-Z-]/.test(key))

/** What every screen must hold, whatever it shows; the answer is empty, so that a failure reads as a list. */
export async function expectGoodScreen(app: AppUnderTest, name: string): Promise<void> {
  const found = {
    problems: app.problems,
    foreign: app.foreign,
    outside: await app.page.evaluate(outsideTheWindow),
    cut: await app.page.evaluate(cutLabels),
    rawTexts: await app.page.evaluate(rawTexts, keys),
    askew: await app.page.evaluate(columnsAskew),
    headings: await app.page.evaluate(firstHeadings),
    violations: await violations(app),
  }
  const none = {
    problems: [],
    foreign: [],
    outside: [],
    cut: [],
    rawTexts: [],
    askew: [],
    headings: 1,
    violations: [],
  }
  expect.soft(found, name).toEqual(none)
}

/** Serious and critical violations of WCAG 2 A and AA, with the elements that have them. */
async function violations(app: AppUnderTest): Promise<string[]> {
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe.source)
  return app.page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const result = await inPage.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa'] },
      resultTypes: ['violations'],
    })
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 4)
            .map(({ target }) => target.join(' '))
            .join(' | ')}`,
      )
  })
}

/** Runs in the page: controls and texts that reach beyond the window where nothing scrolls to them. */
function outsideTheWindow(): string[] {
  const { innerWidth, innerHeight } = window
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(`${getComputedStyle(element).overflow}`) || scrolls(element.parentElement))
  const wide =
    document.documentElement.scrollWidth > innerWidth
      ? [`page: ${document.documentElement.scrollWidth} px`]
      : []
  const parts = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, h1, h2, h3, p')]
    .filter((element) => element.offsetParent !== null && !element.matches('.sr-only, .sr-only *'))
    .filter((element) => {
      const { left, right, bottom } = element.getBoundingClientRect()
      return (
        (left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) && !scrolls(element.parentElement)
      )
    })
    .map((element) => `${element.className || element.tagName}: ${element.textContent?.slice(0, 40)}`)
  return [...wide, ...parts]
}

/** Runs in the page: columns of the timeline whose rows do not stand below their head. */
function columnsAskew(): string[] {
  const lefts = (row: Element | null) =>
    [...(row?.children ?? [])]
      .filter((cell) => cell.getBoundingClientRect().width > 0)
      .map((cell) => cell.getBoundingClientRect().left)
  const row = lefts(document.querySelector('.tl-row[data-index]:not(.tl-row-waiting)'))
  if (row.length === 0) return []
  const head = lefts(document.querySelector('.tl-head'))
  const same =
    head.length === row.length && head.every((left, index) => Math.abs(left - (row[index] ?? 0)) < 1)
  return same ? [] : [`head ${head.join(' ')}, rows ${row.join(' ')}`]
}

/** Runs in the page: how many first headings a screen reader finds. */
function firstHeadings(): number {
  return document.querySelectorAll('h1').length
}

/** Runs in the page: keys of texts, and the words that JavaScript has for nothing. */
function rawTexts(raw: readonly string[]): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    if (node.parentElement?.closest('.insp-json, .insp-stored, script, style') != null) continue
    if (raw.includes(text) || /\bundefined\b|\bNaN\b|\[object |=>/.test(text)) found.push(text)
  }
  return found
}
