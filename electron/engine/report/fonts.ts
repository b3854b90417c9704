import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { FACES, type FaceName } from './text/measure.ts'

/** Each face as a file of the font packages: the folder beside a bundle holds the same files under their last name. */
export const FONT_PACKAGE_FILES: Readonly<Record<FaceName, string>> = {
  inter: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'inter-semibold': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'noto-jp': '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-jp-bold': '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  'noto-mono': '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
}

/**
 * Paths of the font files: from a folder `fonts` beside the running bundle, else from the packages. The system's
 * fonts are never used, so that a report looks the same everywhere. Throws `not-found` naming the missing file.
 */
export function findFonts(bundleFolder: string = import.meta.dirname): Readonly<Record<FaceName, string>> {
  const found: Partial<Record<FaceName, string>> = {}
  for (const face of FACES) found[face] = findFont(face, join(bundleFolder, 'fonts'))
  return found as Record<FaceName, string>
}

function findFont(face: FaceName, folder: string): string {
  const file = FONT_PACKAGE_FILES[face]
  const beside = join(folder, basename(file))
  if (existsSync(beside)) return beside
  try {
    return createRequire(import.meta.url).resolve(file)
  } catch (cause) {
    throw new AppError(
      'not-found',
      `The font ${basename(file)} is neither in ${folder} nor installed as ${file}.`,
      { cause },
    )
  }
}
