import { z } from 'zod'
import { Language, ZoneName } from './units.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export const Theme = z.enum(THEMES)
export type Theme = z.infer<typeof Theme>

/** What the user chose for the window; kept beside the program, never in a case. */
export const Settings = z.object({
  language: Language,
  theme: Theme,
  /** The local zone shown beside UTC. */
  zone: ZoneName,
  /** Which clock stands first. */
  firstClock: z.enum(['utc', 'zone']),
  examiner: z.string().max(500),
  /** The user's own files with countries or networks of addresses, asked before the data that ships. */
  addressData: z.array(z.string().min(1)).max(20).optional(),
})
export type Settings = z.infer<typeof Settings>

export const AppInfo = z.object({
  version: z.string(),
  /** What the window runs on, for example `Electron 45.4.1`. */
  runtime: z.string(),
  platform: z.string(),
  systemZone: ZoneName,
})
export type AppInfo = z.infer<typeof AppInfo>
