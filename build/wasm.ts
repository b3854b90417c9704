import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = 'electron/engine/intake/fast'

/**
 * Compiles the fast intake module. The same source and compiler give the same bytes, so the result can be committed
 * and a test can prove that it belongs to its source. Throws the compiler's messages.
 */
export async function compileIntakeModule(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined
  const options = ['--runtime', 'stub', '--enable', 'simd', '--noAssert', '-O3', '--converge']
  const { error, stderr } = await asc.main(
    [`${folder}/wasm/engine.ts`, '--baseDir', root, '--outFile', 'engine.wasm', ...options],
    {
      // The compiler does not know imports that end in `.ts` and would take some files for two.
      readFile: (name) => {
        const path = `${root}/${name}`
        return existsSync(path) ? forCompiler(readFileSync(path, 'utf8')) : null
      },
      writeFile: (name, contents) => {
        if (name === 'engine.wasm' && contents instanceof Uint8Array) binary = contents
      },
    },
  )
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`)
  if (binary === undefined) throw new Error('The compiler wrote no module.')
  return binary
}

/** A decorator on a function is no TypeScript, so it stands in a comment. */
function forCompiler(source: string): string {
  return source.replaceAll(/(from '.*)\.ts'/g, "$1'").replaceAll(/^\/\/ @inline$/gm, '@inline')
}

if (import.meta.main) {
  const binary = await compileIntakeModule()
  writeFileSync(`${root}/${folder}/engine.wasm`, binary)
  console.log(`${folder}/engine.wasm: ${binary.length} bytes`)
}
