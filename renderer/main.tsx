import './bridge.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { connect } from '../shared/ipc/client.ts'
import { App } from './app.tsx'

// The content policy forbids building code from text, which zod would otherwise do to be faster.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')

const { trailcase } = window
const backend = { ...connect(trailcase), pathOf: (file: File) => trailcase.pathOf(file) }

createRoot(root).render(
  <StrictMode>
    <App backend={backend} />
  </StrictMode>,
)
