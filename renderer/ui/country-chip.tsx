import { addressTexts, countryName } from '../../shared/messages/address.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { visibleText } from './visible-text.ts'

/** The country of an address as its two letters; nothing when it is not known. */
export function CountryChip(props: { readonly country: string | null; readonly trusted?: boolean }) {
  const language = useLanguage()
  const texts = useTexts(addressTexts)
  const { country } = props
  if (country === null) return null
  const code = visibleText(country)
  return (
    <abbr
      className={props.trusted === true ? 'ui-country ui-country-trusted' : 'ui-country'}
      title={texts.approximate(countryName(code, language))}
    >
      {code}
    </abbr>
  )
}
