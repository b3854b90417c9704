/** Three decimals are a thousandth of a point; the same input gives the same digits everywhere. */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
