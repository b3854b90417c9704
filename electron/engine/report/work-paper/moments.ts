import type { ClockReading } from '../../../../shared/domain/time.ts'

/** `2024-09-14 13:52:07`, for tables and parameters. */
export function momentText({ date, time }: ClockReading): string {
  return `${date} ${time}`
}
