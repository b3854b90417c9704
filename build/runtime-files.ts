import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { shippedFiles } from '../electron/engine/enrich/shipped-sets.ts'
import { FONT_PACKAGE_FILES } from '../electron/engine/report/fonts.ts'

const root = new URL('..', import.meta.url)

// The licence of the fonts asks to be handed on with them.
const LICENCES = ['inter', 'noto-sans-jp', 'noto-sans-mono']

/**
 * Puts beside the bundle what the engine reads when it runs: the report's fonts, as whole files, the compiled
 * module of the fast reader, and the data sets of addresses. All are found there by the code that opens them.
 */
export function runtimeFiles(environment: string): Plugin {
  return {
    name: 'runtime-files',
    applyToEnvironment: ({ name }) => name === environment,
    async generateBundle() {
      const emit = async (path: string, fileName: string) => {
        const source = await readFile(fileURLToPath(new URL(path, root)))
        this.emitFile({ type: 'asset', fileName, source })
      }
      for (const font of Object.values(FONT_PACKAGE_FILES)) {
        await emit(`node_modules/${font}`, `fonts/${basename(font)}`)
      }
      for (const name of LICENCES) {
        await emit(`node_modules/@expo-google-fonts/${name}/LICENSE_FONT`, `fonts/LICENSE-${name}.txt`)
      }
      await emit('electron/engine/intake/fast/engine.wasm', 'engine.wasm')
      for (const { from, to } of shippedFiles()) await emit(`node_modules/${from}`, to)
    },
  }
}
