import { Command } from 'commander'
import type { PackageCheck } from '../../../shared/domain/package.ts'
import { packageCheckTexts, refusalWords, signatureWords } from '../../../shared/messages/package-check.ts'
import { checkPackage } from '../../engine/package/check-package.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import type { Answer } from '../commands.ts'
import { EXIT } from '../exit-codes.ts'
import { forTerminal, print, printJson } from '../print.ts'

interface Options {
  readonly key?: string
  readonly json?: boolean
}

/** `trailcase check FILE.zip`: what README.txt of a package does with several commands. */
export function checkCommand(_tool: ToolInfo, answer: Answer): Command {
  return new Command('check')
    .description('check a package: hashes, signature, records, custody log; exit 1 when something differs')
    .argument('<package>')
    .option('--key <file>', 'the public key of the examiner, as you have it by another way')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options) => {
      const check = await checkPackage(path, options.key ?? null, new AbortController().signal)
      if (options.json === true) await printJson(check)
      else await printForPeople(check)
      if (!check.holds) answer(EXIT.withTrouble)
    })
}

async function printForPeople(check: PackageCheck): Promise<void> {
  const words = packageCheckTexts.en
  for (const name of check.changed) await print(forTerminal(words.changed(name)))
  for (const name of check.missing) await print(forTerminal(words.missing(name)))
  for (const name of check.extra) await print(forTerminal(words.extra(name)))
  for (const { name, why } of check.refused) {
    await print(forTerminal(words.refused(name, refusalWords.en[why])))
  }
  if (check.badLines === null) await print(words.noSums)
  for (const line of check.badLines ?? []) await print(words.badLine(String(line)))
  if (check.records !== null) {
    for (const line of check.records.wrong) await print(words.badRecord(String(line)))
  }
  if (check.custody?.firstBroken != null) await print(words.badEntry(String(check.custody.firstBroken)))
  await print(`${signatureWords.en[check.signature]}${check.signedBy === null ? '' : ` ${check.signedBy}`}`)
  await print(check.holds ? words.holds(String(check.files)) : words.holdsNot)
}
