import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { PageCanvas } from './page-canvas.tsx'
import { A4_RATIO, thumbnailPages } from './sheet-size.ts'
import type { Preview } from './use-preview.ts'

const MOST = 9
const AFTER_MS = 120

/** Some pages around the current one as small pictures, however long the report is. */
export function Thumbnails(props: {
  readonly preview: Preview
  readonly current: readonly number[]
  onChoose(page: number): void
}) {
  const texts = useTexts(reportScreenTexts)
  const { preview, current, onChoose } = props
  const { document } = preview
  if (document === null) return null
  return (
    <nav className="report-thumbnails" aria-label={texts.pages}>
      {thumbnailPages(current[0] ?? 1, preview.pages, MOST).map((page) => (
        <button
          key={page}
          type="button"
          aria-label={texts.goToPage(countText(page))}
          aria-current={current.includes(page) ? 'page' : undefined}
          onClick={() => onChoose(page)}
        >
          <PageCanvas
            document={document}
            page={page}
            width={39}
            ratio={A4_RATIO}
            label=""
            afterMs={AFTER_MS}
          />
          <span>{page}</span>
        </button>
      ))}
    </nav>
  )
}
