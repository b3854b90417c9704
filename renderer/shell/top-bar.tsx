import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { CaseMenu } from './case-menu.tsx'
import { OfflineMark } from './offline-mark.tsx'
import { usePlace } from './place.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { ZoneSwitch } from './zone-switch.tsx'

const tabs = [
  { screen: 'timeline', icon: 'timeline' },
  { screen: 'patterns', icon: 'pattern' },
  { screen: 'report', icon: 'report' },
] as const satisfies readonly { screen: string; icon: IconName }[]

export function TopBar() {
  const texts = useTexts(shellTexts)
  const place = usePlace()
  return (
    <header className="shell-top" data-region="top">
      <CaseMenu />
      <nav className="shell-tabs" aria-label={texts.screens}>
        {tabs.map(({ screen, icon }) => (
          <button
            key={screen}
            type="button"
            aria-current={place.screen === screen ? 'page' : undefined}
            onClick={() => place.go(screen)}
          >
            <Icon name={icon} />
            {texts[screen]}
          </button>
        ))}
      </nav>
      <span className="shell-grow" />
      <ZoneSwitch />
      <OfflineMark />
      <SettingsMenu />
    </header>
  )
}
