/** A length of time in whole minutes as days, hours and minutes, for the words of a language. */
export function partsOf(minutes: number): readonly [days: number, hours: number, minutes: number] {
  return [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
}
