/// <reference types="vite/client" />
// The real window over made-up answers, for looking at. Address: ?theme=dark&lang=ja&case=open&import=8&first=zone
import '../../renderer/styles/fonts.css'
import '../../renderer/styles/tokens.css'
import '../../renderer/styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../renderer/app.tsx'
import { fakeBackend } from './fake-backend.ts'
import { manyRows } from './many-rows.ts'

const asked = new URLSearchParams(location.search)
const many = Number(asked.get('rows') ?? 0)
const backend = fakeBackend(
  {
    settings: {
      language: asked.get('lang') === 'ja' ? 'ja' : 'en',
      theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
      zone: asked.get('zone') ?? 'Asia/Tokyo',
      firstClock: asked.get('first') === 'zone' ? 'zone' : 'utc',
      examiner: 'M. Kobayashi',
    },
    open: asked.get('case') === 'open',
    recent: asked.get('recent') === 'none' ? 'none' : 'some',
    importSeconds: Number(asked.get('import') ?? 8),
    reportPdf: async () => new Uint8Array(await (await fetch('/report.pdf')).arrayBuffer()),
  },
  many > 0 ? manyRows(many) : {},
)

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App backend={backend} />)
