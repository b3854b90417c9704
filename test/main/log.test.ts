import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '../../electron/main/log.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('writes one JSON object per line', () => {
  const folder = join(temporaryFolder(), 'log')
  const log = openLog(folder)
  log('info', 'app.start', { version: '1.0.0' })
  log('error', 'engine.lost', { code: 1 })
  const lines = readFileSync(join(folder, 'trailcase.log'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', event: 'app.start', version: '1.0.0' },
    { level: 'error', event: 'engine.lost', code: 1 },
  ])
})

test('keeps the newest files and drops the oldest', () => {
  const folder = temporaryFolder()
  const log = openLog(folder, { bytes: 10, files: 3 })
  for (let number = 1; number <= 6; number += 1) log('info', `line ${number}`)
  expect(readdirSync(folder).sort()).toEqual(['trailcase.log', 'trailcase.log.1', 'trailcase.log.2'])
  const has = (name: string, line: string) => expect(readFileSync(join(folder, name), 'utf8')).toContain(line)
  has('trailcase.log', 'line 6')
  has('trailcase.log.1', 'line 5')
  has('trailcase.log.2', 'line 4')
})

test('never throws', () => {
  const file = join(temporaryFolder(), 'taken')
  writeFileSync(file, '')
  expect(() => openLog(file)('info', 'lost')).not.toThrow()
})
