import { z } from 'zod'
import { Count } from './units.ts'

/**
 * What a source address is, by the registries of special addresses (IANA) and CloudTrail's own words.
 * `public`: anybody's on the internet. `shared`: between a provider and its customers (carrier NAT, 100.64.0.0/10).
 * `documentation`: made-up addresses. `aws-internal`: `AWS Internal`. `aws-service`: the name of an AWS service.
 * `other`: neither an address nor one of these names.
 */
export const ADDRESS_KINDS = [
  'public',
  'private',
  'shared',
  'loopback',
  'link-local',
  'documentation',
  'multicast',
  'reserved',
  'aws-internal',
  'aws-service',
  'other',
] as const
export const AddressKind = z.enum(ADDRESS_KINDS)
export type AddressKind = z.infer<typeof AddressKind>

/** What is known of a source address. Country and network are approximate and as of the data set's date. */
export const AddressFacts = z.object({
  sourceIp: z.string(),
  kind: AddressKind,
  /** Two letters, ISO 3166-1. Null when no data set knows it. */
  country: z.string().nullable(),
  /** Number of the autonomous system that announced the network. */
  networkNumber: z.number().int().nonnegative().nullable(),
  networkName: z.string().nullable(),
  /** Names and dates of the data sets that were asked; empty when none was. */
  dataset: z.string(),
})
export type AddressFacts = z.infer<typeof AddressFacts>

/** A data set of countries or networks. */
export const AddressSet = z.object({
  name: z.string(),
  /** Day on which it was made, `YYYY-MM-DD`; null when the file does not say. */
  date: z.string().nullable(),
  holds: z.array(z.enum(['country', 'network'])),
  /** Ships with the program, or a file of the user's. */
  origin: z.enum(['shipped', 'own']),
  /** The user's file; null for one that ships. */
  path: z.string().nullable(),
  /** Licence and credit of one that ships. */
  credit: z.string().nullable(),
})
export type AddressSet = z.infer<typeof AddressSet>

/** A file of the user's that cannot be used, and why, in English. */
export const AddressSetTrouble = z.object({ path: z.string(), message: z.string() })
export type AddressSetTrouble = z.infer<typeof AddressSetTrouble>

/** The data sets in use, own ones first, in the order in which they are asked. */
export const AddressSets = z.object({
  sets: z.array(AddressSet),
  troubles: z.array(AddressSetTrouble),
  /** Addresses of the open case that were looked up again because the sets are others now; null without a case. */
  renewed: Count.nullable(),
})
export type AddressSets = z.infer<typeof AddressSets>
