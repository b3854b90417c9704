import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import type { AppInfo, Settings } from '../../shared/domain/settings.ts'
import type { Language, ZoneName } from '../../shared/domain/units.ts'
import type { Catalogue } from '../../shared/messages/catalogue.ts'
import { useBackend } from '../backend.tsx'

export interface SettingsState extends Settings {
  readonly info: AppInfo
  /** Saves the given fields. The window follows at once; a failed save is tried again with the next change. */
  change(fields: Partial<Settings>): void
}

const SettingsContext = createContext<SettingsState | null>(null)

export function useSettings(): SettingsState {
  const settings = useContext(SettingsContext)
  if (settings === null) throw new Error('No SettingsProvider above this component.')
  return settings
}

/** The texts of a catalogue in the language of the window. */
export function useTexts<T>(catalogue: Catalogue<T>): Readonly<T> {
  return catalogue[useSettings().language]
}

export function useLanguage(): Language {
  return useSettings().language
}

/** The two clocks in the order of the zone switch. `second` is null when the local zone is UTC itself. */
export function useClocks(): { readonly first: ZoneName; readonly second: ZoneName | null } {
  const { zone, firstClock } = useSettings()
  return useMemo(() => {
    if (zone === 'UTC') return { first: 'UTC', second: null }
    return firstClock === 'utc' ? { first: 'UTC', second: zone } : { first: zone, second: 'UTC' }
  }, [zone, firstClock])
}

/** What the window uses when its own settings cannot be read. */
const fallback: Settings = {
  language: 'en',
  theme: 'system',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  firstClock: 'utc',
  examiner: '',
}
const fallbackInfo: AppInfo = { version: '', runtime: '', platform: '', systemZone: fallback.zone }

/** Loads the settings, applies language and theme to the page, and shows `children` once they are known. */
export function SettingsProvider(props: { readonly children: ReactNode }) {
  const backend = useBackend()
  const [settings, setSettings] = useState<Settings>()
  const [info, setInfo] = useState<AppInfo>(fallbackInfo)

  useEffect(() => {
    backend.call('settings.get', undefined).then(setSettings, () => setSettings(fallback))
    backend.call('app.info', undefined).then(setInfo, () => setInfo(fallbackInfo))
  }, [backend])

  useApplied(settings)

  const state = useMemo<SettingsState | null>(() => {
    if (settings === undefined) return null
    const change = (fields: Partial<Settings>) => {
      setSettings((now) => ({ ...(now ?? fallback), ...fields }))
      // The choice holds for this window even when the file cannot be written.
      backend.call('settings.set', fields).catch(() => undefined)
    }
    return { ...settings, info, change }
  }, [backend, settings, info])

  return state === null ? null : <SettingsContext value={state}>{props.children}</SettingsContext>
}

function useApplied(settings: Settings | undefined): void {
  const language = settings?.language
  const theme = settings?.theme
  useLayoutEffect(() => {
    if (language !== undefined) document.documentElement.lang = language
  }, [language])
  useLayoutEffect(() => {
    if (theme === undefined) return
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const applied = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
      document.documentElement.setAttribute('data-theme', applied)
    }
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
