import { coverageScreenTexts } from '../../shared/messages/coverage-screen.ts'
import { paletteTexts } from '../../shared/messages/palette.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useDetectionsRun } from '../detections/detections-run.tsx'
import { countText } from '../settings/numbers.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { commandKey, Keys } from '../ui/keys.tsx'
import { CaseMenu } from './case-menu.tsx'
import { OfflineMark } from './offline-mark.tsx'
import { EVIDENCE_SCREENS, type Screen, usePlace } from './place.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { ZoneSwitch } from './zone-switch.tsx'

const tabs = [
  { screen: 'timeline', icon: 'timeline' },
  { screen: 'detections', icon: 'severity-open' },
  { screen: 'coverage', icon: 'coverage' },
  { screen: 'patterns', icon: 'pattern' },
  { screen: 'sql', icon: 'sql' },
  { screen: 'report', icon: 'report' },
] as const satisfies readonly { screen: string; icon: IconName }[]

/** The tab under which a screen stands. The work paper is a way to report. */
function tabOf(screen: Screen): Screen {
  if (screen === 'paper') return 'report'
  return EVIDENCE_SCREENS.some((own) => own === screen) ? 'coverage' : screen
}

export function TopBar(props: { onCommands(): void }) {
  const texts = useTexts(shellTexts)
  const evidence = useTexts(coverageScreenTexts)
  const commands = useTexts(paletteTexts)
  const mod = commandKey(useSettings().info.platform)
  const place = usePlace()
  const open = useDetectionsRun().state?.open ?? 0
  return (
    <header className="shell-top" data-region="top">
      <CaseMenu />
      <nav className="shell-tabs" aria-label={texts.screens}>
        {tabs.map(({ screen, icon }) => (
          <button
            key={screen}
            type="button"
            aria-current={tabOf(place.screen) === screen ? 'page' : undefined}
            onClick={() => place.go(screen)}
          >
            <Icon name={icon} />
            {screen === 'coverage' ? evidence.evidence : texts[screen]}
            {screen === 'detections' && open > 0 && <em className="shell-badge">{countText(open)}</em>}
          </button>
        ))}
      </nav>
      <span className="shell-grow" />
      <ZoneSwitch />
      <OfflineMark />
      <button
        type="button"
        className="ui-button ui-button-ghost ui-button-normal pal-button"
        aria-label={commands.open}
        title={`${commands.open} ${mod} K`}
        onClick={props.onCommands}
      >
        <Icon name="search" />
        <span className="pal-word">{commands.open}</span>
        <Keys keys={[mod, 'K']} />
      </button>
      <SettingsMenu />
    </header>
  )
}
