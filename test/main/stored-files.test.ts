import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Log } from '../../electron/main/log.ts'
import { openRecentCases } from '../../electron/main/recent-cases.ts'
import { defaultSettings, openSettings } from '../../electron/main/settings-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

const defaults = defaultSettings({ locale: 'en-GB', zone: 'Europe/London', userName: 'kim' })

function noted(): { log: Log; events: string[] } {
  const events: string[] = []
  return { log: (_level, event) => events.push(event), events }
}

test.for([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['jam', 'en'],
] as const)('locale %s gives language %s', ([locale, language]) => {
  expect(defaultSettings({ locale, zone: 'UTC', userName: '' }).language).toBe(language)
})

test('a fresh installation has the defaults and writes no file', () => {
  const folder = temporaryFolder()
  const { log } = noted()
  expect(openSettings(folder, defaults, log).get()).toEqual({
    language: 'en',
    theme: 'system',
    zone: 'Europe/London',
    firstClock: 'utc',
    examiner: 'kim',
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a change is written, told and found again', () => {
  const folder = temporaryFolder()
  const { log } = noted()
  const settings = openSettings(folder, defaults, log)
  const told: string[] = []
  settings.onChange(({ theme }) => told.push(theme))
  settings.set({ theme: 'dark' })
  expect(told).toEqual(['dark'])
  expect(openSettings(folder, defaults, log).get()).toEqual({ ...defaults, theme: 'dark' })
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('a setting that an older file does not have takes its default', () => {
  const folder = temporaryFolder()
  const { log, events } = noted()
  writeFileSync(join(folder, 'settings.json'), '{"language":"ja"}')
  expect(openSettings(folder, defaults, log).get()).toEqual({ ...defaults, language: 'ja' })
  expect(events).toEqual([])
})

test.for(['', '{"language":', '{"language":"kl"}', '[]', 'null'])(
  'a damaged file (%s) is set aside',
  (content) => {
    const folder = temporaryFolder()
    const { log, events } = noted()
    writeFileSync(join(folder, 'settings.json'), content)
    expect(openSettings(folder, defaults, log).get()).toEqual(defaults)
    expect(events).toEqual(['stored.damaged'])
    const [aside = ''] = readdirSync(folder)
    expect(aside).toMatch(/^settings\.json\.damaged-\d+$/)
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(content)
  },
)

test('settings that cannot be written stay as they were', () => {
  const { log } = noted()
  const folder = join(temporaryFolder(), 'a file')
  writeFileSync(folder, '')
  const settings = openSettings(join(folder, 'below'), defaults, log)
  expect(() => settings.set({ theme: 'dark' })).toThrow(expect.objectContaining({ code: 'write-failed' }))
  expect(settings.get().theme).toBe('system')
})

test('recent cases: newest first, each path once, at most twenty', () => {
  const folder = temporaryFolder()
  const { log } = noted()
  let time = 0
  const recent = openRecentCases(folder, log, () => ++time)
  const entry = (path: string) => ({
    path,
    caseNumber: '',
    title: '',
    signIns: 0,
    firstTime: null,
    lastTime: null,
  })
  for (let number = 1; number <= 25; number += 1) recent.remember(entry(`/case ${number}`))
  recent.remember(entry('/case 10'))
  const paths = openRecentCases(folder, log)
    .list()
    .map(({ path }) => path)
  expect(paths).toHaveLength(20)
  expect(paths.slice(0, 3)).toEqual(['/case 10', '/case 25', '/case 24'])
  expect(new Set(paths).size).toBe(20)
  recent.forget('/case 10')
  expect(recent.list()[0]?.path).toBe('/case 25')
})
