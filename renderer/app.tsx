import './ui/ui.css'
import { type Backend, BackendProvider } from './backend.tsx'
import { ImportProvider } from './import/import-run.tsx'
import { SettingsProvider } from './settings/settings.tsx'
import { CaseDeskProvider, useCaseDesk } from './shell/case-desk.tsx'
import { CaseShell } from './shell/case-shell.tsx'
import { EvidenceEntry } from './shell/evidence-entry.tsx'
import { ToastProvider } from './ui/toast.tsx'
import { WelcomeScreen } from './welcome/welcome-screen.tsx'

/** The whole window over one backend; tests and the stage give it one made of memory ports. */
export function App(props: { readonly backend: Backend }) {
  return (
    <BackendProvider backend={props.backend}>
      <SettingsProvider>
        <ToastProvider>
          <ImportProvider>
            <CaseDeskProvider>
              <EvidenceEntry>
                <Screens />
              </EvidenceEntry>
            </CaseDeskProvider>
          </ImportProvider>
        </ToastProvider>
      </SettingsProvider>
    </BackendProvider>
  )
}

function Screens() {
  const { ready, summary } = useCaseDesk()
  if (!ready) return null
  return summary === null ? <WelcomeScreen /> : <CaseShell key={summary.path} summary={summary} />
}
