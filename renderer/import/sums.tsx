import type { ImportSums } from '../../shared/domain/source.ts'
import { importTexts } from '../../shared/messages/import.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon, type IconName, type IconProps } from '../ui/icon.tsx'
import { filesReconcile, recordsReconcile } from './import-sums.ts'

interface Line {
  readonly label: string
  readonly value: number
  readonly icon: IconName
  readonly tone: NonNullable<IconProps['tone']>
}

/** Files and records, each with all its parts and a total that was checked. */
export function Sums(props: { readonly sums: ImportSums; readonly stopped: boolean }) {
  const texts = useTexts(importTexts)
  const { sums, stopped } = props
  return (
    <div className="import-sums">
      <SumTable
        title={texts.files}
        lines={[
          { label: texts.readWhole, value: sums.read, icon: 'outcome-success', tone: 'ok' },
          { label: texts.skipped, value: sums.skipped, icon: 'minus', tone: 'mute' },
          { label: texts.partial, value: sums.partial, icon: 'warning', tone: 'warn' },
          { label: texts.failedFiles, value: sums.failed, icon: 'outcome-failure', tone: 'fail' },
          {
            label: stopped ? texts.notReached : texts.waiting,
            value: sums.waiting,
            icon: 'waiting',
            tone: 'mute',
          },
        ]}
        total={{ label: texts.found, value: sums.found, holds: filesReconcile(sums) }}
        aside={{ label: texts.unchanged, value: sums.unchanged }}
      />
      <SumTable
        title={texts.records}
        lines={[
          { label: texts.indexed, value: sums.indexed, icon: 'outcome-success', tone: 'ok' },
          { label: texts.duplicates, value: sums.duplicates, icon: 'copy', tone: 'mute' },
          { label: texts.conflicts, value: sums.conflicts, icon: 'warning', tone: 'warn' },
        ]}
        total={{ label: texts.signInsRead, value: sums.signIns, holds: recordsReconcile(sums) }}
        aside={{ label: texts.allRecords, value: sums.records }}
      />
    </div>
  )
}

function SumTable(props: {
  readonly title: string
  readonly lines: readonly Line[]
  readonly total: { readonly label: string; readonly value: number; readonly holds: boolean }
  readonly aside: { readonly label: string; readonly value: number }
}) {
  const texts = useTexts(importTexts)
  const { total, aside } = props
  const verdict = total.holds ? texts.checked : texts.mismatch
  return (
    <table aria-label={props.title}>
      <caption>{props.title}</caption>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.label}>
            <th scope="row">
              {/* A line of nothing needs no colour. */}
              <Icon name={line.icon} tone={line.value === 0 ? 'mute' : line.tone} />
              {line.label}
            </th>
            <td>{countText(line.value)}</td>
          </tr>
        ))}
        <tr className="import-total">
          <th scope="row">{total.label}</th>
          <td title={verdict}>
            {countText(total.value)}
            <Icon name={total.holds ? 'check' : 'warning'} size={12} tone={total.holds ? 'ok' : 'fail'} />
            <span className="sr-only">{verdict}</span>
          </td>
        </tr>
        <tr className="import-aside">
          <th scope="row">{aside.label}</th>
          <td>{countText(aside.value)}</td>
        </tr>
      </tbody>
    </table>
  )
}
