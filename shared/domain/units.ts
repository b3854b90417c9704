import { z } from 'zod'

/** Whole seconds since 1970-01-01T00:00:00Z, as CloudTrail's `eventTime` has them. */
export const EpochSeconds = z.number().int()
export type EpochSeconds = z.infer<typeof EpochSeconds>

/** Milliseconds since 1970-01-01T00:00:00Z, for what people do in the tool. */
export const EpochMs = z.number().int()
export type EpochMs = z.infer<typeof EpochMs>

/** Lower-case hexadecimal SHA-256, 64 characters. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

/** A count of bytes, or a byte offset from 0. */
export const Bytes = z.number().int().nonnegative()
export type Bytes = z.infer<typeof Bytes>

/** A whole number of things, 0 or more. */
export const Count = z.number().int().nonnegative()
export type Count = z.infer<typeof Count>

/** Row number of a `sign_in` row in this case file. It has no meaning outside the case. */
export const SignInId = z.number().int().positive()
export type SignInId = z.infer<typeof SignInId>

/** An IANA zone name such as `UTC` or `Asia/Tokyo`. */
export const ZoneName = z.string().min(1).max(64)
export type ZoneName = z.infer<typeof ZoneName>

export const LANGUAGES = ['en', 'ja'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>
