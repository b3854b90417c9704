import { useState } from 'react'
import { knownTexts } from '../../shared/messages/known.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useImportRun } from '../import/import-run.tsx'
import { KnownDialog } from '../known/known-dialog.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { commandKey } from '../ui/keys.tsx'
import { Menu } from '../ui/menu.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { useCaseDesk } from './case-desk.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { useEntry } from './evidence-entry.tsx'
import { usePlace } from './place.tsx'
import { useShowInFolder } from './use-show-in-folder.ts'

/** The case number and title, and what can be done with the case as a whole. */
export function CaseMenu() {
  const texts = useTexts(shellTexts)
  const known = useTexts(knownTexts)
  const show = useShowInFolder()
  const desk = useCaseDesk()
  const entry = useEntry()
  const reading = useImportRun().state === 'running'
  const { summary, go } = usePlace()
  const mod = commandKey(useSettings().info.platform)
  const [shown, setShown] = useState<'details' | 'known' | null>(null)
  const close = () => setShown(null)
  const name = visibleText(summary.details.caseNumber) || texts.unnamedCase
  const title = visibleText(summary.details.title)
  return (
    <>
      <Menu
        label={`${name} ${title}, ${texts.caseMenu}`.replace(' ,', ',')}
        buttonClass="ui-menu-button shell-case"
        button={
          <>
            <Icon name="folder" size={16} tone="accent" />
            <span className="shell-case-name">
              <b>{name}</b> {title}
            </span>
            <Icon name="chevron-down" size={11} tone="mute" />
          </>
        }
        items={[
          { id: 'details', icon: 'pencil', label: texts.details, choose: () => setShown('details') },
          { id: 'known', icon: 'network', label: known.menu, choose: () => setShown('known') },
          {
            id: 'sources',
            icon: 'files',
            label: texts.sources,
            keys: ['g', 'f'],
            choose: () => go('sources'),
          },
          {
            id: 'folder',
            icon: 'folder',
            label: texts.addFolder,
            keys: [mod, 'O'],
            disabled: reading,
            separated: true,
            choose: entry.pickFolder,
          },
          { id: 'files', icon: 'archive', label: texts.addFiles, disabled: reading, choose: entry.pickFiles },
          {
            id: 'again',
            icon: 'again',
            label: texts.readAgain,
            disabled: reading || summary.sources === 0,
            choose: entry.readAgain,
          },
          {
            id: 'show',
            icon: 'folder-open',
            label: texts.showInFolder,
            separated: true,
            choose: () => show(summary.path),
          },
          {
            id: 'close',
            icon: 'close',
            label: texts.closeCase,
            disabled: reading,
            choose: () => void desk.close(),
          },
        ]}
      />
      {shown === 'details' && <DetailsDialog onClose={close} />}
      {shown === 'known' && <KnownDialog onClose={close} />}
    </>
  )
}
