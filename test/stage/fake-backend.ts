import type { WrittenFile } from '../../shared/domain/report.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { AppError } from '../../shared/errors.ts'
import { type Client, connect } from '../../shared/ipc/client.ts'
import { memoryPorts } from '../../shared/ipc/port.ts'
import { type Handlers, type Served, serve } from '../../shared/ipc/serve.ts'
import { at, sha256Of, summary as wholeCase } from './fake-case.ts'
import { fakeDetections } from './fake-detections.ts'
import { fakeImport } from './fake-import.ts'
import { fakeIntegrity } from './fake-integrity.ts'
import { fakeMarks } from './fake-marks.ts'
import { fakeNotes } from './fake-notes.ts'
import { fakePatterns } from './fake-pattern.ts'
import { fakeQuery } from './fake-query.ts'
import { fakeSql } from './fake-sql.ts'
import { type FakeViews, fakeTimeline, matchingRows, rawOf } from './fake-timeline.ts'
import { fakeWorkPaper } from './fake-work-paper.ts'

export interface FakeOptions {
  readonly settings: Settings
  /** True: the made-up case is open at the start. */
  readonly open: boolean
  readonly recent: 'some' | 'none'
  readonly importSeconds: number
  /** The bytes of the PDF that stands in for the report. */
  readonly reportPdf: () => Promise<Uint8Array<ArrayBuffer>>
}

export interface FakeBackend extends Client {
  readonly served: Served
  pathOf(file: File): string
}

/**
 * Every call of the contract answered in memory, through real ports: inputs and answers are checked against the
 * contract and cloned. `changes` replaces single handlers, for tests and for odd states.
 */
export function fakeBackend(options: FakeOptions, changes: Partial<Handlers> = {}): FakeBackend {
  const [near, far] = memoryPorts()
  let served: Served
  const emit = () => served.emit
  const notes = fakeNotes(() => served.emit('case.changed', { what: 'notes' }))
  const views: FakeViews = new Map()
  const handlers: Handlers = {
    ...caseHandlers(options, emit),
    ...fakeImport(emit, options.importSeconds).handlers,
    ...fakeTimeline(notes, views),
    ...fakeQuery(matchingRows),
    ...notes.handlers,
    ...fakeDetections(emit),
    ...fakeIntegrity(),
    ...fakeWorkPaper(),
    ...fakePatterns(emit, rawOf, views),
    ...fakeMarks(emit, views),
    ...fakeSql(emit),
    ...reportHandlers(options, emit),
    ...mainHandlers(options),
    ...changes,
  }
  served = serve(far, handlers, { checkOutput: true })
  return { ...connect(near), served, pathOf: (file) => `/evidence/${file.name}` }
}

type CaseCalls =
  | 'case.create'
  | 'case.open'
  | 'case.summary'
  | 'case.describe'
  | 'case.close'
  | 'custody.list'
  | 'custody.check'
  | 'custody.state'
  | 'custody.compare'

function caseHandlers(options: FakeOptions, emit: () => Served['emit']): Pick<Handlers, CaseCalls> {
  let current = options.open ? wholeCase : null
  const opened = () => {
    if (current === null) throw new AppError('no-case-open', 'No case is open.')
    return current
  }
  return {
    'case.create': ({ path, details }) => {
      current = { ...wholeCase, path, details }
      return current
    },
    'case.open': ({ path }) => {
      if (path.includes('newer')) throw new AppError('case-newer', 'Schema 9; this program knows 1.')
      current = { ...wholeCase, path }
      return current
    },
    'case.summary': opened,
    'case.describe': (details) => {
      current = { ...opened(), details }
      emit()('case.changed', { what: 'details' })
      return current
    },
    'case.close': () => {
      current = null
      return { entry: 10, hash: 'a'.repeat(64), at: 1_726_448_000_000, content: 'b'.repeat(64) }
    },
    'custody.compare': () => ({ state: 'sealed', seal: null, changed: [], notCompared: [] }),
    'custody.state': () => ({
      check: {
        entries: 9,
        intact: true,
        firstBroken: null,
        problem: null,
        head: 'f'.repeat(64),
        clockBack: null,
      },
      onOpening: null,
    }),
    'custody.list': () => [],
    'custody.check': () => ({
      entries: 9,
      intact: true,
      firstBroken: null,
      clockBack: null,
      problem: null,
      head: sha256Of(77),
    }),
  }
}

type ReportCalls =
  | 'report.kept'
  | 'report.keep'
  | 'report.candidates'
  | 'report.moment'
  | 'report.write'
  | 'report.preview'
  | 'ledger.write'
  | 'package.write'
  | 'sample.write'

function reportHandlers(options: FakeOptions, emit: () => Served['emit']): Pick<Handlers, ReportCalls> {
  const written = (path: string, format: WrittenFile['format']): WrittenFile => ({
    path,
    format,
    bytes: 515_111,
    sha256: sha256Of(4242),
    rows: wholeCase.signIns,
    pages: format === 'pdf' ? 6 : null,
  })
  return {
    'report.kept': () => null,
    'package.write': ({ options, path }) => ({
      path,
      format: 'package' as const,
      bytes: 712_004,
      sha256: sha256Of(4343),
      rows: wholeCase.signIns,
      pages: 6,
      files: options.signKey === null ? 13 : 15,
      sumsSha256: sha256Of(4344),
      signedBy: options.signKey === null ? null : sha256Of(4345),
      validated: true,
    }),
    'report.keep': () => undefined,
    'report.candidates': () => ({ total: 0, rows: [] }),
    'report.moment': () => Math.floor(Date.now() / 1000),
    'report.preview': async () => ({ bytes: await options.reportPdf(), sha256: sha256Of(4242), pages: 6 }),
    'report.write': ({ format, path }) => {
      emit()('report.progress', { of: 'file', step: 'writing', unit: 'pages', done: 1, total: 1 })
      return written(path, format)
    },
    'ledger.write': ({ path }) => written(path, 'ledger-csv'),
    'sample.write': ({ folder }) => ({ folder, files: 120 }),
  }
}

type MainCalls = Exclude<
  keyof Handlers,
  | CaseCalls
  | ReportCalls
  | `import.${string}`
  | `timeline.${string}`
  | `query.${string}`
  | `search.${string}`
  | `note.${string}`
  | `pattern.${string}`
  | keyof ReturnType<typeof fakeMarks>
  | `detection.${string}`
  | `finding.${string}`
  | `integrity.${string}`
  | `workPaper.${string}`
  | `sql.${string}`
  | 'event.detail'
>

function mainHandlers(options: FakeOptions): Pick<Handlers, MainCalls> {
  let settings = options.settings
  const home = '/home/kobayashi/Trailcase'
  const recent = (name: string, title: string, signIns: number, day: number, present = true) => ({
    path: `${home}/${name}.trailcase`,
    caseNumber: name,
    title,
    signIns,
    firstTime: at(11, '00:10:00') - day * 86_400,
    lastTime: at(16, '09:00:00') - day * 86_400,
    openedAt: (at(16, '01:22:00') - day * 86_400) * 1000,
    present,
  })
  let entries =
    options.recent === 'none'
      ? []
      : [
          recent('IR-2024-017', 'Example K.K. sign-ins', 386, 0),
          recent('AUD-2024-Q2', 'Quarterly access review', 12_330, 75),
          recent('IR-2024-009', 'Root sign-in in sandbox', 214, 128),
          recent('DD-2024-02', 'Due diligence, two accounts with a long title that does not fit', 1906, 165),
          recent('IR-2023-031', 'Vendor account', 77, 301, false),
        ]
  return {
    'app.info': () => ({
      version: '0.1.0',
      runtime: 'Electron 45.4.1',
      platform: 'linux',
      systemZone: 'Asia/Tokyo',
    }),
    'program.files': () => ({
      form: 'built',
      names: ['out/electron', 'out/renderer', 'package-lock.json', 'package.json'],
      files: 121,
      sha256: sha256Of(121),
      trouble: null,
    }),
    'settings.get': () => settings,
    'settings.set': (fields) => {
      // The contract leaves absent fields out; spreading keeps those that were there.
      settings = {
        ...settings,
        ...Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)),
      }
      return settings
    },
    'recent.list': () => entries,
    'recent.remember': () => undefined,
    'recent.forget': ({ path }) => {
      entries = entries.filter((entry) => entry.path !== path)
    },
    'dialog.pickFolder': () => '/evidence/export-2024-09',
    'dialog.pickFiles': () => ['/evidence/a.json.gz', '/evidence/b.json.gz'],
    'dialog.pickData': ({ extension }) => [`/evidence/own.${extension}`],
    'dialog.pickCase': () => `${home}/IR-2024-017.trailcase`,
    'dialog.saveCase': ({ suggestedName }) => `${home}/${suggestedName}`,
    'dialog.saveFile': ({ suggestedName }) => `${home}/${suggestedName}`,
    'folder.cases': () => home,
    'shell.showInFolder': () => undefined,
  }
}
