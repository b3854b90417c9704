import { programWords } from '../../shared/messages/program.ts'
import { fill } from '../../shared/messages/report-fill.ts'
import { useCall } from '../backend.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

/** Version and runtime, and the program by its own files, as reports print them. */
export function AboutProgram() {
  const words = useTexts(programWords)
  const { info, language } = useSettings()
  const { data, error, refetch } = useCall('program.files', undefined)
  return (
    <section className="shell-about" aria-label={words.about}>
      <span className="shell-setting">{words.about}</span>
      <p>
        {[`Trailcase ${info.version}`, info.runtime]
          .filter((text) => text !== '')
          .join(language === 'ja' ? '、' : ', ')}
      </p>
      {error !== undefined && <ErrorNote error={error} compact onRetry={refetch} />}
      {data !== undefined &&
        (data.sha256 === null ? (
          <p>
            {words.label}: {fill(words.unknown, data.trouble ?? { path: '?', code: '?' })}
          </p>
        ) : (
          <>
            <p>{fill(words.count, { n: data.files, form: words[data.form] })}</p>
            <p className="ui-hint">{words.hash}</p>
            <code>{data.sha256}</code>
          </>
        ))}
    </section>
  )
}
