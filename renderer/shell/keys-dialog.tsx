import { shellTexts } from '../../shared/messages/shell.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { commandKey, Keys } from '../ui/keys.tsx'

type Line = readonly [keys: readonly (readonly string[])[], does: string]

/** All keys of the window, grouped by where they work. */
export function KeysDialog(props: { onClose(): void }) {
  const texts = useTexts(shellTexts)
  const mod = commandKey(useSettings().info.platform)
  const groups: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
    {
      title: texts.everywhere,
      lines: [
        [[['g', 't']], texts.keyTimeline],
        [[['g', 'r']], texts.keyReport],
        [[['g', 'f']], texts.keySources],
        [[['z']], texts.keyZone],
        [[[mod, 'O']], texts.keyOpenFolder],
        [[['?']], texts.keyHelp],
        [[['Esc']], texts.keyClose],
        [[['F6']], texts.keyRegion],
      ],
    },
    {
      title: texts.inTimeline,
      lines: [
        [[['j'], ['k']], texts.keyMove],
        [[['PgUp'], ['PgDn']], texts.keyPage],
        [[['Home'], ['End']], texts.keyEnds],
        [[['Enter']], texts.keyOpen],
        [[['/']], texts.keySearch],
        [[['f']], texts.keyFilter],
        [[['n']], texts.keyNote],
        [[['y']], texts.keyCopy],
        [[['u']], texts.keyUndo],
        [[['1'], ['4']], texts.keySections],
      ],
    },
    {
      title: texts.inReport,
      lines: [
        [[['PgUp'], ['PgDn']], texts.keyReportPage],
        [[[mod, 'P']], texts.keySavePdf],
      ],
    },
    { title: texts.inImport, lines: [[[['Space']], texts.keyPause]] },
  ]
  return (
    <Dialog title={texts.keysTitle} width={640} onClose={props.onClose}>
      <div className="shell-keys">
        {groups.map((group) => (
          <section key={group.title}>
            <h4>{group.title}</h4>
            <dl>
              {group.lines.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((combination) => (
                      <Keys key={combination.join(' ')} keys={combination} />
                    ))}
                    <span className="sr-only">{keys.map((one) => one.join(' ')).join(', ')}</span>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="shell-keys-note">{texts.keysNote}</p>
    </Dialog>
  )
}
