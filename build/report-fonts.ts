import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const packages = new URL('../node_modules/@expo-google-fonts/', import.meta.url)

const FONTS = [
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/500Medium/Inter_500Medium.ttf',
  'inter/600SemiBold/Inter_600SemiBold.ttf',
  'inter/700Bold/Inter_700Bold.ttf',
  'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
]

// The fonts' licence asks to be handed on with them.
const LICENCES = ['inter', 'noto-sans-jp', 'noto-sans-mono']

/** Puts the report's fonts, as whole files, into `fonts/` beside the bundle that runs in Node. */
export function reportFonts(environment: string): Plugin {
  return {
    name: 'report-fonts',
    applyToEnvironment: ({ name }) => name === environment,
    async generateBundle() {
      const emit = async (path: string, fileName: string) => {
        const source = await readFile(fileURLToPath(new URL(path, packages)))
        this.emitFile({ type: 'asset', fileName: `fonts/${fileName}`, source })
      }
      for (const font of FONTS) await emit(font, basename(font))
      for (const name of LICENCES) await emit(`${name}/LICENSE_FONT`, `LICENSE-${name}.txt`)
    },
  }
}
