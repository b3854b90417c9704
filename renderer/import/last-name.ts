/** The last part of a path, whichever slash it uses; the path itself when it has none. */
export function lastName(path: string): string {
  return (
    path
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? path
  )
}
