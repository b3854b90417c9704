import type { SignInFilter } from '../../shared/domain/filter.ts'
import { periodTexts } from '../../shared/messages/period.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/menu.tsx'
import { PeriodForm } from './period-form.tsx'

/** Opens the form in which the bounds of the period are typed. */
export function PeriodButton(props: { readonly filter: SignInFilter; onChange(filter: SignInFilter): void }) {
  const texts = useTexts(periodTexts)
  return (
    <Popover
      button={
        <>
          <Icon name="calendar" />
          <span>{texts.button}</span>
        </>
      }
      label={texts.title}
      buttonClass="ui-button ui-button-plain ui-button-normal"
    >
      {(close) => (
        <PeriodForm
          filter={props.filter}
          onChange={(from, to) => {
            props.onChange({ ...props.filter, from, to })
            close()
          }}
        />
      )}
    </Popover>
  )
}
