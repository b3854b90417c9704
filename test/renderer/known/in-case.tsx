import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { BackendProvider } from '../../../renderer/backend.tsx'
import { KnownProvider } from '../../../renderer/known/known-lists.tsx'
import { SettingsProvider } from '../../../renderer/settings/settings.tsx'
import { type Place, PlaceContext } from '../../../renderer/shell/place.tsx'
import { ToastProvider } from '../../../renderer/ui/toast.tsx'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import type { Handlers } from '../../../shared/ipc/serve.ts'
import { type FakeBackend, fakeBackend } from '../../stage/fake-backend.ts'
import { summary } from '../../stage/fake-case.ts'

const place: Place = {
  summary,
  screen: 'timeline',
  go: () => {},
  filter: emptyFilter,
  setFilter: () => {},
  searchWanted: false,
  searchFound: () => {},
  finding: null,
  chooseFinding: () => {},
  eventWanted: null,
  showEvent: () => {},
  eventFound: () => {},
  setSummary: () => {},
}

/** Draws a part of the window over the made-up case, with single handlers replaced. */
export function inCase(
  part: ReactNode,
  changes: Partial<Handlers> = {},
  language: 'en' | 'ja' = 'en',
): FakeBackend {
  const settings = { language, theme: 'light', zone: 'Asia/Tokyo', firstClock: 'utc', examiner: '' } as const
  const backend = fakeBackend(
    { settings, open: true, recent: 'none', importSeconds: 0, reportPdf: async () => new Uint8Array() },
    changes,
  )
  render(
    <BackendProvider backend={backend}>
      <SettingsProvider>
        <ToastProvider>
          <PlaceContext value={place}>
            <KnownProvider>{part}</KnownProvider>
          </PlaceContext>
        </ToastProvider>
      </SettingsProvider>
    </BackendProvider>,
  )
  return backend
}
