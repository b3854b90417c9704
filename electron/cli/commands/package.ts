import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { writePackage } from '../../engine/package/write-package.ts'
import { momentOfIssue } from '../../engine/report/hand-over.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { UsageError } from '../exit-codes.ts'
import { print, printJson } from '../print.ts'
import { refuseUnreadable } from '../query-option.ts'
import { type ChoiceOptions, choicesOf, savedOptions, withChoices } from '../report-choices.ts'
import { moment, zone } from './report.ts'

interface Options extends ChoiceOptions {
  readonly case: string
  readonly out: string
  readonly lang: Language
  readonly zone: string
  readonly options?: string
  readonly issuedAt?: number
  readonly where?: string
  readonly signKey?: string
  readonly passPhraseFile?: string
  readonly withCase?: boolean
  readonly overwrite?: boolean
  readonly examiner?: string
  readonly json?: boolean
}

/** `trailcase package --case FILE --out FILE.zip`: report, records and hashes, for somebody without this program. */
export function packageCommand(tool: ToolInfo, _answer: Answer): Command {
  const command = new Command('package')
    .description('write report, cited records, hashes and custody log as one zip that anybody can check')
    .requiredOption('--case <file>')
    .requiredOption('--out <file>')
    .addOption(new Option('--lang <language>').choices(['en', 'ja']).default('en'))
    .addOption(new Option('--zone <zone>', 'the zone printed beside UTC').default('UTC').argParser(zone))
    .addOption(
      new Option(
        '--issued-at <time>',
        'moment of issue; the same case and moment give the same bytes',
      ).argParser(moment),
    )
    .option('--where <query>', 'list only these sign-ins in the report')
    .option('--options <file>', 'options of the report as it prints them; then the choices above say nothing')
    .option(
      '--sign-key <file>',
      'Ed25519 private key (openssl genpkey -algorithm ed25519); signs the package',
    )
    .option(
      '--pass-phrase-file <file>',
      'the pass phrase of the key, first line; else from the environment, TRAILCASE_PASS_PHRASE',
    )
    .option('--with-case', 'put the case file itself in, sealed')
    .option('--overwrite', 'replace the file if it is there')
    .option('--examiner <name>', 'who writes it, for the custody log')
    .option('--json', 'print one JSON document')
  return withChoices(command).action(async (options: Options) => {
    const query = options.where?.trim() ?? ''
    const filter = query === '' ? emptyFilter : { ...emptyFilter, query, zone: options.zone }
    refuseUnreadable(filter.query, filter.zone)
    const saved = options.options === undefined ? null : savedOptions(options.options)
    const { lang: language, zone: shown } = options
    const choices = choicesOf(options)
    const signKey =
      options.signKey === undefined ? null : { path: options.signKey, passPhrase: passPhraseOf(options) }
    const actor = actorOf(tool, options.examiner)
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const written = await working(options.case, actor, null, async (db) => {
      const issuedAt = saved?.issuedAt ?? options.issuedAt ?? (await momentOfIssue(db))
      const report = saved ?? { ...choices, language, zone: shown, filter, issuedAt }
      const chosen = { report, signKey, withCase: options.withCase === true }
      const shownOn = process.stderr.isTTY === true
      return writePackage(db, actor, chosen, options.out, options.overwrite === true, {
        signal: stop.signal,
        onProgress: ({ file }) => shownOn && process.stderr.write(`\r${file} \u001b[K`),
      })
    })
    if (options.json === true) return printJson(written)
    await print(`${written.path}\n${written.bytes} bytes, ${written.files} files, ${written.rows} sign-ins`)
    await print(`SHA-256 ${written.sha256}`)
    await print(`SHA-256 of SHA256SUMS ${written.sumsSha256}`)
    if (written.signedBy === null) await print('Not signed: tell the recipient a hash above by another way.')
    else {
      await print(`Signed. Fingerprint of the public key: ${written.signedBy}`)
      await print('Tell the recipient the fingerprint by another way than the package.')
    }
    if (!written.validated) await print('It says that no validation with digest files was run.')
  })
}

function passPhraseOf({ passPhraseFile }: Options): string | null {
  if (passPhraseFile === undefined) return process.env['TRAILCASE_PASS_PHRASE'] ?? null
  try {
    return readFileSync(passPhraseFile, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch {
    throw new UsageError(`The pass phrase file at ${passPhraseFile} cannot be read.`)
  }
}
