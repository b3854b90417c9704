import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm run demo`: the main job without a window and without a network, by the same command line that people use.
 * Each command is printed before it runs, so that it can be repeated by hand.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'out', 'demo')
const trail = join(folder, 'sample-trail')
const caseFile = join(folder, 'sample.trailcase')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const name = ['--examiner', 'Demo Examiner']
const examiner = ['--examiner-role', 'Made up for the demo', '--examiner-qualification', 'None, made up too']
run(['sample', trail])
// Exit code 1 is right here: the sample holds one archive that is damaged on purpose.
run(
  [
    'import',
    trail,
    '--case',
    caseFile,
    '--case-number',
    'DEMO-1',
    '--title',
    'Sample trail',
    ...name,
    ...examiner,
  ],
  [0, 1],
)
run(['list', '--case', caseFile, '--zone', 'Asia/Tokyo', '--limit', '12'])
run(['detect', '--case', caseFile, ...name])
// Exit code 1 is right here too: most of the sample's log files are in no digest file.
runForEnd(['verify', '--case', caseFile, '--keys', join(trail, 'public-keys.json'), ...name], 6)
run(['coverage', '--case', caseFile])
const [first] = JSON.parse(
  `[${output(['list', '--case', caseFile, '--format', 'jsonl', '--where', 'alice']).split('\n')[0]}]`,
)
const note = 'Made by the demo: the first sign-in record that names alice.'
run(['note', 'add', '--case', caseFile, '--event', String(first.eventId), '--text', note, ...name])
for (const lang of ['en', 'ja']) {
  const out = join(folder, `report-${lang}.pdf`)
  run(['report', '--case', caseFile, '--out', out, '--lang', lang, '--zone', 'Asia/Tokyo', ...name])
}
run(['report', '--case', caseFile, '--out', join(folder, 'sign-ins.csv'), '--format', 'csv', ...name])

const packed = join(folder, 'package.zip')
run(['package', '--case', caseFile, '--out', packed, '--zone', 'Asia/Tokyo', ...name])
run(['check', packed])
run(['custody', '--case', caseFile, '--check'])

console.log(`
Look at:
  ${join(folder, 'report-en.pdf')}   the evidence report
  ${join(folder, 'report-ja.pdf')}   the same in Japanese
  ${join(folder, 'sign-ins.csv')}    the same sign-ins for a spreadsheet
  ${packed}   report, records, hashes and custody log, to be checked with sha256sum
  ${caseFile}   the case: any SQLite tool opens it, or "npm start"
  ${trail}   the made-up trail it was read from`)

function command(words: readonly string[]): readonly string[] {
  return [join(root, 'electron/cli/trailcase.ts'), ...words]
}

function say(words: readonly string[], more = ''): void {
  const shown = words.map((word) => (word.startsWith(root) ? relative(root, word) : word))
  console.log(`\n$ trailcase ${shown.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}${more}`)
}

/** Prints the last lines only, where a command says something of every file before them. */
function runForEnd(words: readonly string[], lines: number): void {
  say(words, ` | tail -n ${lines}`)
  const text = output(words).trimEnd()
  if (text === '') {
    console.error('The command printed nothing.')
    process.exit(1)
  }
  console.log(text.split('\n').slice(-lines).join('\n'))
}

function run(words: readonly string[], allowed: readonly number[] = [0]): void {
  say(words)
  const { status } = spawnSync(process.execPath, command(words), { stdio: 'inherit' })
  if (status === null || !allowed.includes(status)) {
    console.error(`The command ended with ${String(status)}.`)
    process.exit(1)
  }
}

function output(words: readonly string[]): string {
  return spawnSync(process.execPath, command(words), { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
}
