import { join } from 'node:path'
import type { z } from 'zod'
import { Settings } from '../../shared/domain/settings.ts'
import type { Log } from './log.ts'
import { readStored, writeStored } from './stored-json.ts'

export interface SettingsStore {
  get(): Settings
  /** Changes what is given, writes the file and tells the listeners. Throws `AppError` with `write-failed`. */
  set(change: z.output<typeof SettingsChange>): Settings
  onChange(listener: (settings: Settings) => void): void
}

const SettingsChange = Settings.partial()

/** What the operating system knows about the user before anything was chosen. */
export interface SystemFacts {
  /** A BCP 47 tag such as `ja` or `en-GB`. */
  readonly locale: string
  readonly zone: string
  readonly userName: string
}

/** Settings of a fresh installation. Japanese for every Japanese locale, English for all others. */
export function defaultSettings({ locale, zone, userName }: SystemFacts): Settings {
  return {
    language: /^ja\b/i.test(locale) ? 'ja' : 'en',
    theme: 'system',
    zone,
    firstClock: 'utc',
    examiner: userName,
  }
}

/**
 * The name the user logged in with, or '' when the environment does not say. The system's own user database is not
 * asked: that opens a socket, and on some computers the answer comes over the network.
 */
export function loginName({ USER, LOGNAME, USERNAME }: Readonly<NodeJS.ProcessEnv>): string {
  return USER ?? LOGNAME ?? USERNAME ?? ''
}

/** Opens `settings.json` in `folder`. A setting that the file does not have yet takes its default. */
export function openSettings(folder: string, defaults: Settings, log: Log): SettingsStore {
  const file = join(folder, 'settings.json')
  const listeners: ((settings: Settings) => void)[] = []
  let current: Settings = merge(defaults, readStored(file, SettingsChange, log) ?? {})
  return {
    get: () => current,
    set: (change) => {
      const next = merge(current, change)
      writeStored(file, next)
      current = next
      for (const listener of listeners) listener(next)
      return next
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}

function merge(
  base: Settings,
  { language, theme, zone, firstClock, examiner, addressData }: z.output<typeof SettingsChange>,
): Settings {
  const own = addressData ?? base.addressData
  return {
    language: language ?? base.language,
    theme: theme ?? base.theme,
    zone: zone ?? base.zone,
    firstClock: firstClock ?? base.firstClock,
    examiner: examiner ?? base.examiner,
    ...(own === undefined ? {} : { addressData: own }),
  }
}
