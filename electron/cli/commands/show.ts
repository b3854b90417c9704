import { Command } from 'commander'
import type { AddressFacts } from '../../../shared/domain/address.ts'
import type { SignInDetail } from '../../../shared/domain/sign-in.ts'
import { utcText, utcTextMs } from '../../../shared/domain/time.ts'
import { AppError } from '../../../shared/errors.ts'
import { addressKindWords, addressTexts } from '../../../shared/messages/address.ts'
import { sentenceText } from '../../../shared/messages/sentence.ts'
import { mfaWords, outcomeWords } from '../../../shared/messages/words.ts'
import { addressFacts } from '../../engine/enrich/fill-addresses.ts'
import { idsOfEvent, signInDetail } from '../../engine/timeline/detail.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { reading } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { forTerminal, print } from '../print.ts'

/** `trailcase show --case FILE EVENT_ID`: the event in words, where it stands, its notes, its exact text. */
export function showCommand(tool: ToolInfo, _answer: Answer): Command {
  return new Command('show')
    .description('show one event with its places, notes and raw record')
    .requiredOption('--case <file>')
    .argument('<event-id>')
    .action(async (eventId: string, options: { case: string }) => {
      await reading(options.case, tool, async (db) => {
        const ids = idsOfEvent(db, eventId)
        if (ids.length === 0) throw new AppError('not-found', `No event ${eventId} in this case.`)
        for (const id of ids) {
          const detail = signInDetail(db, id)
          const { sourceIp } = detail.row
          const address = sourceIp === null ? null : addressFacts(db, sourceIp)
          for (const line of linesOf(detail, address)) await print(line)
        }
      })
    })
}

function linesOf(detail: SignInDetail, address: AddressFacts | null): string[] {
  const { row, sightings, notes, raw, rawSha256 } = detail
  const time = row.eventTime === null ? (row.eventTimeText ?? 'not stated') : utcText(row.eventTime)
  const mfaFrom = detail.mfaRaw === null ? '' : ` (${detail.mfaBasis} "${detail.mfaRaw}")`
  return [
    forTerminal(sentenceText(row, 'en')),
    forTerminal(`  time     ${time}`),
    forTerminal(
      `  outcome  ${outcomeWords.en[row.outcome]}${row.failureReason === null ? '' : `: ${row.failureReason}`}`,
    ),
    forTerminal(`  MFA      ${mfaWords.en[row.mfa]}${mfaFrom}`),
    ...(address === null ? [] : addressLines(address)),
    ...(row.conflict ? ['  Another record with this event ID differs from this one.'] : []),
    ...sightings.flatMap((seen) => [
      forTerminal(`  seen in  ${seen.path}`),
      `           record ${seen.recordNumber} of ${seen.recordsInSource}, bytes ${seen.byteStart} to ${seen.byteEnd} of the unpacked file`,
      `           SHA-256 of the file ${seen.sha256 ?? 'not known'}`,
    ]),
    ...notes
      .filter((note) => !note.removed)
      .map((note) => forTerminal(`  note     ${note.author}, ${utcTextMs(note.changedAt)}: ${note.text}`)),
    `  raw      SHA-256 ${rawSha256}`,
    forTerminal(raw),
  ]
}

/** What data sets say of the address, with their names and days. */
function addressLines({
  sourceIp,
  kind,
  country,
  networkNumber,
  networkName,
  dataset,
}: AddressFacts): string[] {
  const texts = addressTexts.en
  const facts = [
    addressKindWords.en[kind],
    ...(country === null ? [] : [`country ${texts.approximate(country)}`]),
    ...(networkNumber === null ? [] : [texts.network(String(networkNumber), networkName)]),
  ]
  const from = dataset === '' ? [] : [`           ${texts.data(dataset)}`]
  return [`  address  ${sourceIp}: ${facts.join(', ')}`, ...from].map(forTerminal)
}
