import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useBackend } from '../backend.tsx'
import { useImportRun } from '../import/import-run.tsx'
import { ReadAgainDialog } from '../import/read-again-dialog.tsx'
import { NewCaseDialog } from '../welcome/new-case-dialog.tsx'
import { useCaseDesk } from './case-desk.tsx'
import { DropCover } from './drop-cover.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { useMenuCommands } from './menu-commands.ts'
import { useFileDrop } from './use-file-drop.ts'

/** The ways in for evidence and case files; the same from drop, button, menu and key. */
export interface Entry {
  /** True while something is dragged over the window. */
  readonly over: boolean
  pickFolder(): void
  pickFiles(): void
  /** Offers what was read into the case before. */
  readAgain(): void
  pickCase(): void
  newCase(): void
  showKeys(): void
  /** A case file is opened; anything else is read as evidence. */
  offer(paths: readonly string[]): void
}

const EntryContext = createContext<Entry | null>(null)

export function useEntry(): Entry {
  const entry = useContext(EntryContext)
  if (entry === null) throw new Error('No EvidenceEntry above this component.')
  return entry
}

export function EvidenceEntry(props: { readonly children: ReactNode }) {
  const backend = useBackend()
  const desk = useCaseDesk()
  const run = useImportRun()
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const [again, setAgain] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const reading = run.state === 'running'

  const offer = useCallback(
    (paths: readonly string[]) => {
      const [only] = paths
      if (only === undefined || reading) return
      if (paths.length === 1 && only.toLowerCase().endsWith('.trailcase')) void desk.open(only)
      else if (desk.summary === null) setAsked(paths)
      else run.start(paths)
    },
    [desk, run, reading],
  )
  const over = useFileDrop(offer)

  // While somebody chooses there is time for it.
  const prepare = useCallback(
    () => void backend.call('import.prepare', undefined).catch(() => undefined),
    [backend],
  )
  const isChoosing = over || asked !== null || again
  useEffect(() => {
    if (isChoosing) prepare()
  }, [isChoosing, prepare])

  const entry = useMemo<Entry>(
    () => ({
      over,
      offer,
      pickFolder: () => {
        prepare()
        void backend.call('dialog.pickFolder', undefined).then((path) => path !== null && offer([path]))
      },
      pickFiles: () => {
        prepare()
        void backend.call('dialog.pickFiles', undefined).then(offer)
      },
      pickCase: () =>
        void backend.call('dialog.pickCase', undefined).then((path) => path !== null && desk.open(path)),
      readAgain: () => setAgain(true),
      newCase: () => setAsked([]),
      showKeys: () => setKeysShown(true),
    }),
    [backend, desk, offer, over, prepare],
  )
  useMenuCommands(entry)

  return (
    <EntryContext value={entry}>
      {props.children}
      {over && <DropCover adding={desk.summary !== null} busy={reading} />}
      {asked !== null && <NewCaseDialog paths={asked} onClose={() => setAsked(null)} />}
      {again && desk.summary !== null && (
        <ReadAgainDialog
          onRead={(paths) => {
            setAgain(false)
            if (!reading) run.start(paths)
          }}
          onClose={() => setAgain(false)}
        />
      )}
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </EntryContext>
  )
}
