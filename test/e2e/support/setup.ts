import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from '../../../shared/domain/settings.ts'

/** How the app is started in a test. Everything has a default that does not depend on the machine. */
export interface Setup {
  /** What stands in the settings file before the start. */
  readonly settings: Partial<Settings>
  /** Start without a settings file, as on a new computer. */
  readonly fresh: boolean
  /** Inner size of the window in pixels. */
  readonly size: { readonly width: number; readonly height: number }
  /** The locale of the operating system. */
  readonly locale: string
  /** The zone of the operating system. */
  readonly systemZone: string
  readonly systemTheme: 'light' | 'dark'
  /** User data of an earlier start; new and empty by default. */
  readonly home: TestHome
}

/** Folders of one pretended user, below one temporary folder. */
export interface TestHome {
  readonly folder: string
  readonly userData: string
  readonly documents: string
}

export const WIDE = { width: 1440, height: 900 } as const
export const NARROW = { width: 1024, height: 700 } as const

const settings: Settings = {
  language: 'en',
  theme: 'light',
  zone: 'Asia/Tokyo',
  firstClock: 'utc',
  examiner: 'A. Example',
}

export function testHome(): TestHome {
  const folder = mkdtempSync(join(tmpdir(), 'trailcase-e2e-'))
  const home = { folder, userData: join(folder, 'user-data'), documents: join(folder, 'Documents') }
  mkdirSync(home.userData)
  mkdirSync(home.documents)
  return home
}

/** Fills in the defaults and writes the settings file. A home that was used before keeps its own settings. */
export function prepare(wanted: Partial<Setup>): Setup {
  const setup: Setup = {
    settings: {},
    fresh: false,
    size: WIDE,
    locale: 'en-US',
    systemZone: 'UTC',
    systemTheme: 'light',
    home: wanted.home ?? testHome(),
    ...wanted,
  }
  if (!setup.fresh && wanted.home === undefined) {
    const file = join(setup.home.userData, 'settings.json')
    writeFileSync(file, JSON.stringify({ ...settings, ...setup.settings }))
  }
  return setup
}
