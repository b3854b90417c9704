import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What veraPDF says of a file under one profile. */
export interface Verdict {
  /** Rules of the profile, and how often they were asked. */
  readonly rules: number
  readonly assertions: number
  /** Broken rules as `clause-test`, with how often and in words. */
  readonly broken: Readonly<Record<string, string>>
}

/** veraPDF is part of a package that reads PDF files; its jar has the validator and all its profiles in it. */
const entry = createRequire(import.meta.url).resolve('@opendataloader/pdf')
const jar = join(dirname(entry), '../lib/opendataloader-pdf-cli.jar')
const PROFILES = { '2a': 'PDFA-2A.xml', ua1: 'PDFUA-1.xml' } as const
export type Flavour = keyof typeof PROFILES

/** False where there is no Java 11 or newer that can run a source file. */
export function hasJava(): boolean {
  const { status, stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' })
  return status === 0 && stdout.includes('jdk.compiler')
}

/** Asks veraPDF about files; the verdicts are by file, then by flavour. Throws what Java says when it fails. */
export function veraPdf(files: readonly string[]): Map<string, Record<Flavour, Verdict>> {
  const asked = Object.entries(PROFILES).map(([flavour, profile]) => `${flavour}=${profile}`)
  const source = join(import.meta.dirname, 'validate.java')
  const { status, stdout, stderr } = spawnSync('java', ['-cp', jar, source, asked.join(','), ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`veraPDF did not run: ${stderr}`)
  const verdicts = new Map<string, Record<Flavour, Verdict>>()
  let broken: Record<string, string> = {}
  for (const line of stdout.split('\n').filter((text) => text !== '')) {
    const [file = '', flavour = '', rules = '', assertions = ''] = line.split('\t')
    if (file === '') broken[flavour] = `${rules}x ${assertions}`
    else {
      broken = {}
      const all = verdicts.get(file) ?? ({} as Record<Flavour, Verdict>)
      all[flavour as Flavour] = { rules: Number(rules), assertions: Number(assertions), broken }
      verdicts.set(file, all)
    }
  }
  return verdicts
}
