import { THEMES } from '../../shared/domain/settings.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { zoneNames } from '../settings/zone-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/menu.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { AboutProgram } from './about-program.tsx'

/** Language, appearance, local zone and what the program is behind one small button. */
export function SettingsMenu() {
  const texts = useTexts(shellTexts)
  const { theme, zone, change } = useSettings()
  const themeNames = { system: texts.themeSystem, light: texts.themeLight, dark: texts.themeDark }
  return (
    <Popover label={texts.settings} button={<Icon name="settings" size={16} />}>
      <div className="ui-field">
        <span className="shell-setting">{texts.language}</span>
        <LanguageSwitch />
      </div>
      <div className="ui-field">
        <span className="shell-setting">{texts.theme}</span>
        <Segmented
          label={texts.theme}
          value={theme}
          options={THEMES.map((value) => ({ value, label: themeNames[value] }))}
          onChange={(value) => change({ theme: value })}
        />
      </div>
      <Select
        label={texts.localZone}
        value={zone}
        options={zoneNames(zone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        onChange={(value) => change({ zone: value })}
      />
      <AboutProgram />
    </Popover>
  )
}

/** Each language is named in itself, so that it can be found from the other one. */
export function LanguageSwitch() {
  const texts = useTexts(shellTexts)
  const { language, change } = useSettings()
  return (
    <Segmented
      label={texts.language}
      value={language}
      options={[
        { value: 'en', label: 'English', lang: 'en' },
        { value: 'ja', label: '日本語', lang: 'ja' },
      ]}
      onChange={(value) => change({ language: value })}
    />
  )
}
