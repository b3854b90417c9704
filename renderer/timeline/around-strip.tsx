import { aroundTexts } from '../../shared/messages/around.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { clockInWords } from './clock-text.tsx'
import type { Clocks } from './day-lines.ts'
import type { Around } from './use-around.ts'

/** Says around which event the list is, and leads back. */
export function AroundStrip(props: { readonly around: Around; readonly clocks: Clocks }) {
  const { around, clocks } = props
  const texts = useTexts(aroundTexts)
  const language = useLanguage()
  const { state } = around
  if (state === null) return null
  const time = state.row.eventTime === null ? '' : clockInWords(state.row.eventTime, clocks.first, language)
  const what = `${texts[state.kind]} ${beginning(visibleText(state.value), 60)}`
  return (
    <div className="tl-around" role="status">
      <Icon name="timeline" size={13} />
      <span>{texts.strip(time, what, String(state.minutes))}</span>
      <Button size="small" icon="back" keys={['Backspace']} onClick={() => around.back()}>
        {texts.back}
      </Button>
      <Button size="small" look="ghost" onClick={around.stay}>
        {texts.stay}
      </Button>
    </div>
  )
}
