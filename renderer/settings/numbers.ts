const counts = new Intl.NumberFormat('en-US')

/** A whole number with separators: `28,612`, in both languages. */
export function countText(value: number): string {
  return counts.format(value)
}

/** Bytes in the unit that reads best, base 1024: `18.2 KiB`. */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return unit === 0 ? `${countText(bytes)} bytes` : `${value.toFixed(1)} ${units[unit] ?? ''}`
}
