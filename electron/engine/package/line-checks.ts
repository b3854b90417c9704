import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CustodyAction } from '../../../shared/domain/custody.ts'
import type { PackageCheck } from '../../../shared/domain/package.ts'
import { CUSTODY_START, custodyHash } from '../custody/log.ts'

/** Looks at the lines of a file while it is unpacked. */
export interface LineCheck<T> {
  take(part: Buffer): void
  /** After the last part. */
  answer(): T
}

/** A line is one record; the longest that CloudTrail writes are far shorter. */
const LONGEST_LINE = 64 * 1024 * 1024

function byLine(onLine: (line: string, number: number) => void): { take(part: Buffer): void; end(): void } {
  let rest: Buffer[] = []
  let waiting = 0
  let number = 0
  const emit = (line: Buffer) => {
    number += 1
    onLine(line.toString('utf8'), number)
  }
  return {
    take(part) {
      let from = 0
      for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, from)) {
        emit(Buffer.concat([...rest, part.subarray(from, at)]))
        rest = []
        waiting = 0
        from = at + 1
      }
      waiting += part.length - from
      if (waiting > LONGEST_LINE) {
        rest = []
        waiting = 0
      } else if (from < part.length) rest.push(Buffer.from(part.subarray(from)))
    },
    end() {
      if (waiting > 0) emit(Buffer.concat(rest))
    },
  }
}

const Entry = z.object({
  sequence: z.number(),
  at: z.number(),
  actor: z.string(),
  action: z.string(),
  detail: z.string(),
  tool: z.string(),
  previousHash: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Follows `custody.jsonl` as the log itself is followed: numbers, links, hashes. */
export function custodyCheck(): LineCheck<NonNullable<PackageCheck['custody']>> {
  let entries = 0
  let last = CUSTODY_START
  let firstBroken: number | null = null
  const lines = byLine((line, number) => {
    entries = number
    const parsed = Entry.safeParse(readJson(line))
    const holds =
      parsed.success &&
      parsed.data.sequence === number &&
      parsed.data.previousHash === last &&
      custodyHash({ ...parsed.data, action: parsed.data.action as CustodyAction }) === parsed.data.hash
    if (!holds) firstBroken ??= number
    if (parsed.success) last = parsed.data.hash
  })
  return {
    take: lines.take,
    answer() {
      lines.end()
      return { entries, firstBroken, head: entries === 0 ? null : last }
    },
  }
}

const Line = z.object({
  sha256: z.string(),
  bytes: z.number(),
  raw: z.string().optional(),
  base64: z.string().optional(),
})

/** Whether the bytes of each record in `records.jsonl` have the hash that its line states. */
export function recordsCheck(): LineCheck<NonNullable<PackageCheck['records']>> {
  let total = 0
  const wrong: number[] = []
  const lines = byLine((line, number) => {
    total = number
    const parsed = Line.safeParse(readJson(line))
    const bytes = parsed.success
      ? parsed.data.raw === undefined
        ? Buffer.from(parsed.data.base64 ?? '', 'base64')
        : Buffer.from(parsed.data.raw, 'utf8')
      : null
    const holds =
      bytes !== null &&
      parsed.success &&
      bytes.length === parsed.data.bytes &&
      createHash('sha256').update(bytes).digest('hex') === parsed.data.sha256
    if (!holds) wrong.push(number)
  })
  return {
    take: lines.take,
    answer() {
      lines.end()
      return { total, wrong }
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
