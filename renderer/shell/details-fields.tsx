import { useEffect, useRef, useState } from 'react'
import type { CaseDetails } from '../../shared/domain/case.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useBackend } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Area, Field } from '../ui/field.tsx'
import { usePlace } from './place.tsx'

type Line = Exclude<keyof CaseDetails, 'question' | 'received'>
const lines: readonly { readonly name: Line; readonly wide?: boolean }[] = [
  { name: 'title', wide: true },
  { name: 'caseNumber' },
  { name: 'organisation' },
  { name: 'examiner' },
  { name: 'examinerRole' },
  { name: 'examinerQualification', wide: true },
  { name: 'reviewer' },
  { name: 'requestedBy' },
]

/** The fields people write about a case; each is saved when it is left, also when the form goes away. */
export function DetailsFields() {
  const texts = useTexts(shellTexts)
  const backend = useBackend()
  const { summary, setSummary } = usePlace()
  const [draft, setDraft] = useState(summary.details)
  const [error, setError] = useState<AppError>()
  const newest = useRef({ draft, saved: summary.details })
  newest.current.draft = draft

  const save = useRef(async () => {
    const { draft: details, saved } = newest.current
    if (same(details, saved)) return
    newest.current.saved = details
    try {
      setSummary(await backend.call('case.describe', details))
      setError(undefined)
    } catch (cause) {
      newest.current.saved = saved
      setError(toAppError(cause))
    }
  })
  useEffect(() => {
    const last = save.current
    return () => void last()
  }, [])

  const common = (name: keyof CaseDetails) => ({
    label: texts[name],
    value: draft[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setDraft((now) => ({ ...now, [name]: event.target.value })),
    onBlur: () => void save.current(),
  })
  return (
    <div className="shell-details">
      {lines.map(({ name, wide }) => (
        <Field key={name} {...common(name)} maxLength={500} wide={wide === true} />
      ))}
      <Area {...common('question')} maxLength={4000} wide />
      <Area {...common('received')} maxLength={4000} wide />
      {error !== undefined && <ErrorNote error={error} compact onRetry={() => void save.current()} />}
    </div>
  )
}

function same(one: CaseDetails, other: CaseDetails): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
