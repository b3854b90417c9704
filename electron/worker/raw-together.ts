import type { Finding } from '../engine/intake/reading.ts'
import type { FromIntake, IntakeAnswer } from './intake-messages.ts'

/**
 * The same answers with the bytes of all their records in one buffer, which can be handed to another thread without
 * copying: thousands of small buffers cost more to send than what they hold, and leave memory in pieces.
 */
export function withRawTogether(answers: FromIntake): { answers: FromIntake; bytes: ArrayBuffer } {
  let length = 0
  for (const answer of answers) for (const { raw } of recordsOf(answer)) length += raw.length
  const bytes = new ArrayBuffer(length)
  const all = new Uint8Array(bytes)
  let at = 0
  const moved = (raw: Uint8Array): Uint8Array => {
    const start = at
    at += raw.length
    all.set(raw, start)
    return all.subarray(start, at)
  }
  const withMoved = (finding: Finding): Finding =>
    finding.kind === 'batch'
      ? { ...finding, found: finding.found.map((found) => ({ ...found, raw: moved(found.raw) })) }
      : finding
  return {
    answers: answers.map((answer) =>
      answer.kind === 'findings' ? { ...answer, findings: answer.findings.map(withMoved) } : answer,
    ),
    bytes,
  }
}

function recordsOf(answer: IntakeAnswer) {
  if (answer.kind !== 'findings') return []
  return answer.findings.flatMap((finding) => (finding.kind === 'batch' ? finding.found : []))
}
