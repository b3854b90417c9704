import './known.css'
import { useState } from 'react'
import { knownTexts } from '../../shared/messages/known.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { AddressData } from './address-data.tsx'
import { FileButtons } from './file-buttons.tsx'
import { useKnown } from './known-lists.tsx'
import { NamesTable } from './names-table.tsx'
import { NetworksTable } from './networks-table.tsx'

const VIEWS = ['networks', 'names', 'data'] as const
type View = (typeof VIEWS)[number]

/** The examiner's own networks and names, and the data sets that addresses are looked up in. */
export function KnownDialog(props: { onClose(): void }) {
  const texts = useTexts(knownTexts)
  const { lists } = useKnown()
  const [view, setView] = useState<View>('networks')
  const lead = { networks: texts.networksLead, names: texts.namesLead, data: texts.dataLead }[view]
  return (
    <Dialog
      title={texts.title}
      width={720}
      onClose={props.onClose}
      actions={
        <>
          {view !== 'data' && <FileButtons />}
          <Button look="primary" onClick={props.onClose}>
            {texts.done}
          </Button>
        </>
      }
    >
      <Segmented
        label={texts.view}
        value={view}
        options={VIEWS.map((value) => ({ value, label: texts[value] }))}
        onChange={setView}
      />
      <p className="known-lead">{lead}</p>
      {view === 'networks' && <NetworksTable networks={lists.networks} />}
      {view === 'names' && <NamesTable names={lists.names} />}
      {view === 'data' && <AddressData />}
    </Dialog>
  )
}
