import { render } from '@testing-library/react'
import { App } from '../../renderer/app.tsx'
import type { Handlers } from '../../shared/ipc/serve.ts'
import { type FakeBackend, type FakeOptions, fakeBackend } from '../stage/fake-backend.ts'

const plain: FakeOptions = {
  settings: {
    language: 'en',
    theme: 'light',
    zone: 'Asia/Tokyo',
    firstClock: 'utc',
    examiner: 'M. Kobayashi',
  },
  open: false,
  recent: 'none',
  importSeconds: 0.2,
  reportPdf: async () => new Uint8Array(),
}

/** The whole window over made-up answers, with single handlers replaced. */
export function openWindow(changes: Partial<Handlers> = {}, options: Partial<FakeOptions> = {}): FakeBackend {
  const backend = fakeBackend({ ...plain, ...options }, changes)
  render(<App backend={backend} />)
  return backend
}
