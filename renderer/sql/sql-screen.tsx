import './sql.css'
import { useEffect, useRef, useState } from 'react'
import { sqlScreenTexts } from '../../shared/messages/sql-screen.ts'
import { useCall, useEvent } from '../backend.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { commandKey, KeyHint } from '../ui/keys.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { type EditorHandle, SqlEditor } from './editor/sql-editor.tsx'
import { ResultPane } from './result/result-pane.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { SqlSide } from './side/sql-side.tsx'
import { useSaved } from './side/use-saved.ts'
import { SqlTabs, useTabName } from './sql-tabs.tsx'
import { useSqlStore } from './use-sql-store.ts'

/** Read-only SQL over the case: queries at the side, the statement, and what came of it. */
export function SqlScreen() {
  const texts = useTexts(sqlScreenTexts)
  const mod = commandKey(useSettings().info.platform)
  const store = useSqlStore()
  const saved = useSaved(store)
  const schema = useCall('sql.schema', undefined)
  const name = useTabName()
  const editor = useRef<EditorHandle>(null)
  const [naming, setNaming] = useState(false)
  useEvent('case.changed', ({ what }) => what === 'sign-ins' && schema.refetch())

  const { tabs, current, running } = store.state()
  const tab = tabs.find(({ id }) => id === current) ?? tabs[0]
  const isRunning = running === tab.id
  const run = () => void store.run()
  const save = () => {
    if (tab.sql.trim() === '') return
    const { origin } = tab
    const old = origin?.kind === 'saved' ? saved.list.find(({ id }) => id === origin.id) : undefined
    if (old === undefined) setNaming(true)
    else if (old.sql !== tab.sql) void saved.overwrite(tab, old)
  }
  useShortcuts({ 'mod+enter': run, 'mod+s': save })
  useEffect(() => editor.current?.focus(), [])
  const problem = tab.result?.outcome?.problem ?? null
  // The mark belongs to the text that was run.
  const marked = problem !== null && tab.result?.sql === tab.sql ? problem.at : null

  return (
    <div className="sql-screen">
      <h1 className="sr-only">{texts.title}</h1>
      <SqlSide
        store={store}
        saved={saved}
        schema={schema.data}
        onInsert={(text) => editor.current?.insert(text)}
      />
      <main className="sql-main">
        <div className="sql-top">
          <SqlTabs store={store} />
          <span className="sql-actions">
            <span className="sql-read-only" title={texts.readOnlyTip}>
              <Icon name="lock" size={12} />
              {texts.readOnly}
            </span>
            <Button icon="save" disabled={tab.sql.trim() === ''} onClick={save}>
              {texts.save}
            </Button>
            {isRunning ? (
              <Button look="danger" icon="stop" onClick={store.stop}>
                {texts.stop}
              </Button>
            ) : (
              <Button
                look="primary"
                icon="play"
                keys={[mod, 'Enter']}
                disabled={tab.sql.trim() === ''}
                onClick={run}
              >
                {texts.run}
              </Button>
            )}
          </span>
        </div>
        <SqlEditor
          ref={editor}
          tab={tab.id}
          value={tab.sql}
          schema={schema.data}
          problem={marked}
          onChange={store.type}
          onRun={run}
          onSave={save}
        />
        <div className="sql-below">
          <ResultPane
            store={store}
            tab={tab}
            signIns={schema.data?.tables[0]?.rows ?? null}
            onGo={(at) => editor.current?.goTo(at)}
          />
        </div>
      </main>
      {naming && (
        <SaveDialog
          suggested={tab.origin === null ? '' : name(tab)}
          onSave={(chosen) => saved.save(tab, chosen)}
          onClose={() => setNaming(false)}
        />
      )}
      <StatusLine>{texts.onlySelect}</StatusLine>
      <StatusKeys>
        <KeyHint keys={[mod, 'Enter']}>{texts.keyRun}</KeyHint>
        <KeyHint keys={[mod, 'S']}>{texts.keySave}</KeyHint>
        <KeyHint keys={['F6']}>{texts.keyRegion}</KeyHint>
      </StatusKeys>
    </div>
  )
}
