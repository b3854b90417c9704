import type { CaseDetails } from '../../../shared/domain/case.ts'
import { type ProgramFiles, programCommand, UNPACK_PROGRAM } from '../../../shared/domain/program.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { EpochSeconds, Language } from '../../../shared/domain/units.ts'
import { packageTexts } from '../../../shared/messages/package-readme.ts'
import { programWords } from '../../../shared/messages/program.ts'
import { fill } from '../../../shared/messages/report-fill.ts'

/** What README.txt is about. */
export interface ReadmeFacts {
  readonly language: Language
  readonly issuedAt: EpochSeconds
  readonly details: CaseDetails
  readonly tool: string
  readonly program: ProgramFiles
  readonly fingerprint: string | null
  readonly validated: boolean
  readonly withCase: boolean
  readonly exhibits: boolean
}

/** The commands of README.txt; a test runs them in a shell as they stand. */
export const COMMANDS = {
  sums: 'sha256sum -c SHA256SUMS',
  sumsHash: 'sha256sum SHA256SUMS',
  signature:
    'openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
  fingerprint: 'openssl pkey -pubin -in public-key.pem -outform DER | sha256sum',
  sources: 'sha256sum -c sources.sha256',
  record: "jq -j 'select(.number == 1) | .raw' records.jsonl | sha256sum",
  recordHash: "jq -r 'select(.number == 1) | .sha256' records.jsonl",
  custody: [
    "python3 - <<'END'",
    'import hashlib, json',
    'last, n = "0" * 64, 0',
    'for line in open("custody.jsonl", encoding="utf-8"):',
    '    e, n = json.loads(line), n + 1',
    '    fields = [e[k] for k in ("sequence", "at", "actor", "action", "detail", "tool", "previousHash")]',
    '    whole = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()',
    '    assert e["sequence"] == n and e["previousHash"] == last, f"entry {n} does not follow"',
    '    assert hashlib.sha256(whole).hexdigest() == e["hash"], f"entry {n} was changed"',
    '    last = e["hash"]',
    'print(n, "entries hold; the last hash is", last)',
    'END',
  ].join('\n'),
  seal: 'sh check-seal.sh case.trailcase',
} as const

export function readmeText(facts: ReadmeFacts): string {
  const words = packageTexts[facts.language]
  const { details, fingerprint } = facts
  const named = [details.caseNumber, details.title].filter((text) => text !== '').join(', ')
  const command = (text: string) => text.replaceAll(/^/gm, '    ')
  const left = new Set<string>([
    ...(fingerprint === null ? ['public-key.pem', 'SHA256SUMS.sig'] : []),
    ...(facts.withCase ? [] : ['case.trailcase', 'check-seal.sh']),
    ...(facts.exhibits ? [] : ['exhibits/']),
  ])
  const listed = Object.entries(words.file).filter(([name]) => !left.has(name))
  const lines = [
    words.title,
    words.caseNumber(plain(named) || words.notStated),
    words.examiner(plain(details.examiner) || words.notStated),
    words.role(plain(details.examinerRole) || words.notStated),
    words.qualification(plain(details.examinerQualification) || words.notStated),
    words.issued(utcText(facts.issuedAt), facts.tool),
    '',
    words.lead,
    '',
    words.files,
    ...listed.map(([name, what]) => `  ${name.padEnd(16)}  ${what}`),
    '',
    words.step1,
    command(COMMANDS.sums),
    words.step1More,
    '',
    words.step2,
    ...(fingerprint === null
      ? [words.unsigned, command(COMMANDS.sumsHash)]
      : [
          words.signed,
          command(COMMANDS.signature),
          words.signedGood,
          words.keyWarning,
          command(COMMANDS.fingerprint),
          words.fingerprint(fingerprint),
        ]),
    '',
    words.step3,
    words.step3More,
    command(COMMANDS.sources),
    '',
    words.step4,
    words.step4More,
    command(`${COMMANDS.record}\n${COMMANDS.recordHash}`),
    '',
    words.step5,
    words.step5More,
    command(COMMANDS.custody).replaceAll(/^ {4}/gm, ''),
    ...(facts.withCase ? ['', words.step6, words.step6More, command(COMMANDS.seal)] : []),
    '',
    ...programLines(facts.language, facts.program).map((line) =>
      line.startsWith('$ ') ? command(line.slice(2)) : line,
    ),
    '',
    words.limits,
    ...(facts.validated ? [] : [words.notValidated]),
    words.limitsText,
  ]
  return `${lines.join('\n')}\n`
}

/** Which program it was, and how to tell; lines that begin with `$ ` are commands. */
function programLines(language: Language, { form, files, names, sha256, trouble }: ProgramFiles): string[] {
  const words = programWords[language]
  if (sha256 === null) {
    return [words.heading, fill(words.unknown, { path: trouble?.path ?? '?', code: trouble?.code ?? '?' })]
  }
  return [
    words.heading,
    fill(words.count, { n: files, form: words[form] }),
    words.hash,
    sha256,
    words.text,
    ...(form === 'packaged' ? [words.unpack, `$ ${UNPACK_PROGRAM}`] : [words.packages]),
    words.command,
    `$ ${programCommand({ names })}`,
    words.otherTool,
  ]
}

/** What people wrote stands on one line. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, ' ').trim()
}
