import '../shell/shell.css'
import './welcome.css'
import { shellTexts } from '../../shared/messages/shell.ts'
import { welcomeTexts } from '../../shared/messages/welcome.ts'
import { lastName } from '../import/last-name.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { useCaseDesk } from '../shell/case-desk.tsx'
import { useEntry } from '../shell/evidence-entry.tsx'
import { OfflineMark } from '../shell/offline-mark.tsx'
import { LanguageSwitch, SettingsMenu } from '../shell/settings-menu.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { commandKey, KeyHint } from '../ui/keys.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { RecentCases } from './recent-cases.tsx'
import { SampleButton } from './sample-button.tsx'

/** What is shown while no case is open. */
export function WelcomeScreen() {
  const texts = useTexts(welcomeTexts)
  const shell = useTexts(shellTexts)
  const { info } = useSettings()
  const desk = useCaseDesk()
  const entry = useEntry()
  const mod = commandKey(info.platform)
  return (
    <div className="welcome">
      <header className="welcome-top">
        <span className="welcome-brand">
          <Icon name="brand" size={16} tone="accent" />
          <b>Trailcase</b>
        </span>
        <OfflineMark />
        <LanguageSwitch />
        <SettingsMenu />
      </header>
      <main className="welcome-main">
        <section className="welcome-left" data-region="evidence">
          <h1>{texts.heading}</h1>
          <p className="welcome-lead">{texts.lead}</p>
          {desk.trouble !== null && (
            <div className="welcome-trouble">
              <IconButton icon="close" size={12} label={shell.close} onClick={desk.clearTrouble} />
              <p>{texts.cannotOpen(visibleText(lastName(desk.trouble.path)))}</p>
              <ErrorNote error={desk.trouble.error} compact />
            </div>
          )}
          <div className="welcome-drop">
            <div className="welcome-drop-icons">
              <Icon name="folder" size={26} tone="accent" />
              <Icon name="archive" size={26} tone="accent" />
            </div>
            <b>{texts.dropTitle}</b>
            <p>{texts.dropKinds}</p>
            <div className="welcome-drop-buttons">
              <Button look="primary" size="large" icon="folder" keys={[mod, 'O']} onClick={entry.pickFolder}>
                {texts.chooseFolder}
              </Button>
              <Button size="large" icon="archive" onClick={entry.pickFiles}>
                {texts.chooseFiles}
              </Button>
            </div>
          </div>
          <div className="welcome-promise">
            <Icon name="lock" size={18} tone="ok" />
            <div>
              <b>{texts.promise}</b>
              <p>{texts.promiseText}</p>
            </div>
          </div>
          <div className="welcome-keys">
            <KeyHint keys={[mod, 'O']}>{texts.openFolderKey}</KeyHint>
            <KeyHint keys={['?']}>{shell.allKeys}</KeyHint>
          </div>
        </section>
        <section className="welcome-right" data-region="cases">
          <header>
            <h2>{texts.recent}</h2>
            <Button look="ghost" size="small" icon="plus" onClick={entry.newCase}>
              {texts.newEmpty}
            </Button>
            <Button look="ghost" size="small" icon="folder-open" onClick={entry.pickCase}>
              {texts.openCase}
            </Button>
          </header>
          <RecentCases />
          <SampleButton />
        </section>
      </main>
      <footer className="shell-status">
        <span>{info.version === '' ? 'Trailcase' : texts.version(info.version, info.runtime)}</span>
      </footer>
    </div>
  )
}
