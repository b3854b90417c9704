import { coverageScreenTexts } from '../../shared/messages/coverage-screen.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { listKeyTexts } from '../../shared/messages/list-keys.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { commandKey, Keys } from '../ui/keys.tsx'

/** Combinations that do the same, a dash between the ends of a range, and what they do. */
type Line = readonly [keys: readonly (readonly string[] | '–')[], does: string]

interface Group {
  readonly title: string
  readonly lines: readonly Line[]
}

/** All keys of the window, grouped by where they work. */
export function KeysDialog(props: { onClose(): void }) {
  const texts = useTexts(shellTexts)
  const finding = useTexts(detectionTexts)
  const evidence = useTexts(coverageScreenTexts)
  const list = useTexts(listKeyTexts)
  const mod = commandKey(useSettings().info.platform)
  const everywhere: Group = {
    title: texts.everywhere,
    lines: [
      [[['g', 't']], texts.keyTimeline],
      [[['g', 'd']], texts.keyDetections],
      [[['g', 'c']], evidence.keyCoverage],
      [[['g', 'v']], evidence.keyValidation],
      [[['g', 'l']], evidence.keyCustody],
      [[['g', 'p']], texts.keyPatterns],
      [[['g', 's']], texts.keySql],
      [[['g', 'r']], texts.keyReport],
      [[['g', 'w']], texts.keyPaper],
      [[['g', 'f']], texts.keySources],
      [[['z']], texts.keyZone],
      [[[mod, 'K']], list.commands],
      [[[mod, 'O']], texts.keyOpenFolder],
      [[[mod, 'F']], texts.keyFind],
      [[['F6']], texts.keyRegion],
      [[['Esc']], texts.keyClose],
      [[['?']], texts.keyHelp],
    ],
  }
  const timeline: Group = {
    title: texts.inTimeline,
    lines: [
      [[['j'], ['k'], ['↓'], ['↑']], texts.keyMove],
      [[['PgUp'], ['PgDn']], texts.keyPage],
      [[['Home'], ['End']], texts.keyEnds],
      [[['→'], ['←']], list.fold],
      [[['Enter']], texts.keyOpen],
      [[['1'], '–', ['6']], texts.keySections],
      [[['/']], texts.keySearch],
      [[['f']], texts.keyFilter],
      [[['n']], texts.keyNote],
      [[[mod, 'Enter']], texts.keySaveNote],
      [[['u']], texts.keyUndo],
      [[['y']], texts.keyCopy],
      [[['t']], list.tag],
      [[['m']], list.bookmark],
      [[['v']], list.reviewed],
      [[['x']], list.choose],
      [[['Shift', '↓']], list.stretch],
      [[[mod, 'A']], list.all],
      [[['c']], list.around],
      [[['Backspace']], list.back],
      [[['b']], list.group],
    ],
  }
  const detections: Group = {
    title: texts.inDetections,
    lines: [
      [[['j'], ['k'], ['↓'], ['↑']], finding.keyNext],
      [[['Enter']], finding.keyShow],
      [[['a']], finding.keyAccept],
      [[['x']], finding.keyDismiss],
      [[['r']], finding.reopen],
    ],
  }
  const coverage: Group = {
    title: evidence.inCoverage,
    lines: [
      [[['←'], ['→'], ['↑'], ['↓']], evidence.keyMove],
      [[['Enter']], evidence.keyHours],
      [[['['], [']']], evidence.keyProblem],
    ],
  }
  const report: Group = {
    title: texts.inReport,
    lines: [
      [[['PgUp'], ['PgDn']], texts.keyReportPage],
      [[[mod, 'P']], texts.keySavePdf],
    ],
  }
  const patterns: Group = {
    title: texts.inPatterns,
    lines: [
      [[[mod, 'Enter']], texts.keyRunPattern],
      [[[mod, 'S']], texts.keySavePattern],
      [[['1'], ['2']], texts.keyPatternParts],
      [[['Enter']], texts.keyShowEvent],
    ],
  }
  const sql: Group = {
    title: texts.inSql,
    lines: [
      [[[mod, 'Enter']], texts.keyRunQuery],
      [[[mod, 'S']], texts.keySaveQuery],
      [[[mod, 'Space']], texts.keyComplete],
      [[['Enter']], texts.keyShowEvent],
    ],
  }
  const reading: Group = { title: texts.inImport, lines: [[[['Space']], texts.keyPause]] }
  return (
    <Dialog title={texts.keysTitle} width={940} onClose={props.onClose}>
      <div className="shell-keys">
        <div>
          <KeyGroup {...everywhere} />
          <KeyGroup {...report} />
          <KeyGroup {...reading} />
        </div>
        <div>
          <KeyGroup {...timeline} />
        </div>
        <div>
          <KeyGroup {...detections} />
          <KeyGroup {...coverage} />
          <KeyGroup {...patterns} />
          <KeyGroup {...sql} />
        </div>
      </div>
      <p className="shell-keys-note">{texts.keysNote}</p>
    </Dialog>
  )
}

function KeyGroup(props: Group) {
  return (
    <section>
      <h3 className="ui-small-heading">{props.title}</h3>
      <dl>
        {props.lines.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((one) =>
                one === '–' ? <i key={one}>{one}</i> : <Keys key={one.join(' ')} keys={one} />,
              )}
              <span className="sr-only">{keys.map((one) => [one].flat().join(' ')).join(', ')}</span>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
