import { z } from 'zod'
import { ERROR_CODES } from '../errors.ts'

const id = z.number().int().nonnegative()

/** The five messages that travel between window, main and worker. */
export const Wire = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id, name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id }),
  z.object({ kind: z.literal('ok'), id, output: z.unknown() }),
  z.object({ kind: z.literal('fail'), id, code: z.enum(ERROR_CODES), message: z.string() }),
  z.object({ kind: z.literal('event'), name: z.string(), body: z.unknown() }),
])
export type Wire = z.infer<typeof Wire>
