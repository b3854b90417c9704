import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Completes package-lock.json with the optional packages for other systems that the registry in use did not offer.
// npm leaves such packages out when it writes the file, and `npm ci` then refuses it, on every system. An entry for
// another system is never installed here, so it needs no checksum; on its own system npm fetches it by version.
//   npm install --package-lock-only && node build/complete-lock.ts

interface LockEntry {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS: Readonly<Record<string, string>> = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  armv7: 'arm',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
}

const file = join(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> }
const added: string[] = []
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(place, name)) continue
    lock.packages[`node_modules/${name}`] = forOtherSystem(name, wanted, entry.dev === true)
    added.push(`${name}@${wanted}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'Nothing was missing.' : `Added ${added.length}: ${added.join(', ')}`)

/** True when Node would find the package from `place`: beside it, or in any folder above. */
function isThere(place: string, name: string): boolean {
  const above = place.split('/node_modules/')
  const folders = above.map((_, at) => above.slice(0, at + 1).join('/node_modules/'))
  return ['', ...folders].some((folder) => {
    return (
      lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`] !== undefined
    )
  })
}

function forOtherSystem(name: string, wanted: string, dev: boolean): LockEntry {
  const parts = name.split(/[-/.]/)
  const os = parts.filter((part) => SYSTEMS.includes(part))
  const cpu = parts.flatMap((part) => PROCESSORS[part] ?? [])
  const libc = parts.flatMap((part) =>
    part.startsWith('musl') ? ['musl'] : part.startsWith('gnu') ? ['glibc'] : [],
  )
  if (os.length === 0 && cpu.length === 0) throw new Error(`${name} does not say for which system it is.`)
  return {
    version: wanted.replace(/^[\^~]/, ''),
    cpu,
    ...(dev ? { dev } : {}),
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  }
}
