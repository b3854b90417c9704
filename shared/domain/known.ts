import { z } from 'zod'
import { ipText, readIp } from './ip-address.ts'
import { Count, EpochMs } from './units.ts'

const label = z.string().trim().min(1).max(200)

/** A network that the examiner knows. */
export const KnownNetwork = z.object({
  id: z.number().int().positive(),
  /** In its one spelling, such as `203.0.113.0/24`. */
  cidr: z.string(),
  label: z.string(),
  /** Sign-ins from here are expected. */
  trusted: z.boolean(),
  author: z.string(),
  at: EpochMs,
})
export type KnownNetwork = z.infer<typeof KnownNetwork>

export const NetworkEntry = z.object({ cidr: z.string().trim().max(60), label, trusted: z.boolean() })
export type NetworkEntry = z.infer<typeof NetworkEntry>

export const NAME_KINDS = ['address', 'account'] as const
export const NameKind = z.enum(NAME_KINDS)
export type NameKind = z.infer<typeof NameKind>

/** The examiner's own name for an address or an account; it stands beside the value, never in its place. */
export const KnownName = z.object({
  kind: NameKind,
  value: z.string(),
  name: z.string(),
  author: z.string(),
  at: EpochMs,
})
export type KnownName = z.infer<typeof KnownName>

export const NameEntry = z.object({ kind: NameKind, value: z.string().trim().max(100), name: label })
export type NameEntry = z.infer<typeof NameEntry>

/** The lists, networks in order of their addresses, names by kind and value. */
export const Known = z.object({ networks: z.array(KnownNetwork), names: z.array(KnownName) })
export type Known = z.infer<typeof Known>

/** The lists after a change, and the number by which `known.undo` takes it back, as long as the case is open. */
export const KnownChange = z.object({ known: Known, undo: z.number().int().positive() })
export type KnownChange = z.infer<typeof KnownChange>

/** Why a line of a file was not taken. */
export const KNOWN_PROBLEMS = ['kind', 'value', 'name', 'trusted', 'repeated'] as const
export const KnownProblem = z.enum(KNOWN_PROBLEMS)
export type KnownProblem = z.infer<typeof KnownProblem>

/** What reading a file of networks and names did. */
export const KnownImport = KnownChange.extend({
  added: Count,
  changed: Count,
  unchanged: Count,
  /** Lines that were not taken, counted from 1 for the header. */
  refused: z.array(z.object({ line: z.number().int().positive(), problem: KnownProblem })),
})
export type KnownImport = z.infer<typeof KnownImport>

/**
 * The value as records have it: an address in its usual spelling or a name that CloudTrail writes in its place; an
 * account of twelve digits. Null for anything else.
 */
export function nameableValue(kind: NameKind, value: string): string | null {
  if (kind === 'account') return /^\d{12}$/.test(value) ? value : null
  const ip = readIp(value)
  if (ip !== null) return ipText(ip)
  return /^AWS Internal\b/i.test(value) || /^[a-z0-9.-]+\.[a-z]{2,}$/i.test(value) ? value : null
}
