import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { shellTexts } from '../../../shared/messages/shell.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useCopy } from '../use-copy.ts'
import { FileKey } from './file-key.tsx'

const LINE = 28

/** All files that are missing or damaged, by their keys, to be asked for. */
export function FilesDialog(props: { readonly coverage: Coverage; onClose(): void }) {
  const { files, missingFiles, damagedFiles } = props.coverage
  const texts = useTexts(coverageScreenTexts)
  const shell = useTexts(shellTexts)
  const copy = useCopy()
  const box = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 8,
    initialRect: { width: 800, height: 400 },
  })
  const all = missingFiles + damagedFiles
  const missing = files.filter(({ state }) => state === 'missing').map(({ key }) => key)
  return (
    <Dialog
      title={texts.filesTitle(countText(all))}
      width={900}
      onClose={props.onClose}
      actions={
        <>
          {missing.length > 0 && (
            <Button
              icon="copy"
              onClick={() => copy(missing.join('\n'), texts.copiedKeys(countText(missing.length)))}
            >
              {texts.copyKeys(countText(missing.length))}
            </Button>
          )}
          <Button look="primary" onClick={props.onClose}>
            {shell.close}
          </Button>
        </>
      }
    >
      <p className="evd-quiet">
        {texts.filesNote} {files.length < all && texts.filesCut(countText(files.length), countText(all))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <div ref={box} className="evd-files" tabIndex={0}>
        <ul aria-label={texts.files} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const file = files[index]
            return (
              file !== undefined && (
                <li
                  key={index}
                  aria-setsize={files.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)`, height: LINE }}
                >
                  <FileKey file={file} whole />
                </li>
              )
            )
          })}
        </ul>
      </div>
    </Dialog>
  )
}
