import { z } from 'zod'
import { AddressFacts, AddressSets } from './domain/address.ts'
import { AlarmChart, AlarmReplay, AlarmSettings } from './domain/alarm.ts'
import { Burst, BurstRule } from './domain/burst.ts'
import { CaseDetails, CaseSummary, RecentCase } from './domain/case.ts'
import { PackedCoverage } from './domain/coverage-pack.ts'
import { CustodyCheck, CustodyEntry } from './domain/custody.ts'
import { FacetCounts, FacetName, Facets, SignInFilter, TimelineView } from './domain/filter.ts'
import {
  DetectionProgress,
  DetectionState,
  FindingDetail,
  FindingFilter,
  FindingList,
  Reason,
  RuleInfo,
  Verdict,
} from './domain/finding.ts'
import { IntegrityCheck, IntegrityProgress, IntegrityRun, IntegrityView } from './domain/integrity.ts'
import { Known, KnownChange, KnownImport, KnownName, NameEntry, NetworkEntry } from './domain/known.ts'
import { EventMarks, EventSelection, Mark, MarkChange, Tag, TagColor, TagName } from './domain/mark.ts'
import { MENU_COMMANDS } from './domain/menu-commands.ts'
import { NoteRevision, NoteText, NoteView } from './domain/note.ts'
import { PackageOptions, PackageProgress, WrittenPackage } from './domain/package.ts'
import {
  NewSavedPattern,
  PATTERN_MAX,
  PatternPart,
  PatternProgress,
  PatternQuestion,
  PatternReading,
  PatternRun,
  SavedPattern,
} from './domain/pattern.ts'
import { ProgramFiles } from './domain/program.ts'
import {
  AthenaSql,
  Histogram,
  HistogramAsk,
  QueryCompletion,
  QueryReading,
  SavedSearch,
  SavedSearchName,
} from './domain/query.ts'
import { RelatedEvents } from './domain/related.ts'
import {
  ExhibitCandidate,
  ExportFormat,
  KeptReport,
  ReportMaking,
  ReportOptions,
  WrittenFile,
} from './domain/report.ts'
import { CaseSeal, CustodyState, SealProgress, SealState } from './domain/seal.ts'
import { AppInfo, Settings } from './domain/settings.ts'
import { SignInDetail, SignInRow } from './domain/sign-in.ts'
import { ImportedPlace, ImportOutcome, ImportProgress, LedgerView, SourceRow } from './domain/source.ts'
import {
  QueryRun,
  SavedQuery,
  SqlFormat,
  SqlOutcome,
  SqlProgress,
  SqlRow,
  SqlSchema,
  SqlText,
  WrittenQuery,
} from './domain/sql.ts'
import { Count, EpochSeconds, SignInId, ZoneName } from './domain/units.ts'
import { PaperSettings, Remark, SampleJudgement, SampleResult, WorkPaper } from './domain/work-paper.ts'

/**
 * The one contract between window, main process and engine thread. Types, run-time checks, routing and test
 * doubles all come from this object. `runsOn` must stay a literal type: without it the derived handler types
 * are empty and everything compiles.
 */
const call = <const S extends 'main' | 'worker', I extends z.ZodType, O extends z.ZodType>(
  runsOn: S,
  input: I,
  output: O,
) => ({ runsOn, input, output })

const path = z.string().min(1)
const none = z.void()
const number = z.number().int().positive()
const FindingId = z.number().int().positive()
const page = { offset: Count, limit: z.number().int().min(1).max(1000) }

export const calls = {
  // case
  'case.create': call('worker', z.object({ path, details: CaseDetails }), CaseSummary),
  'case.open': call('worker', z.object({ path, examiner: z.string() }), CaseSummary),
  'case.summary': call('worker', none, CaseSummary),
  'case.describe': call('worker', CaseDetails, CaseSummary),
  /** Seals the case and closes it; cancelling the call leaves the seal out. Null when there is none. */
  'case.close': call('worker', none, CaseSeal.nullable()),

  // import: cancelling the call stops it and answers with what was read
  'import.run': call(
    'worker',
    z.object({
      paths: z.array(path).min(1),
      /** Read again, with higher limits, what a limit cut off. */
      raiseLimits: z.boolean().default(false),
    }),
    ImportOutcome,
  ),
  /** Files are about to be given: what takes time before the first one can be read is done now. */
  'import.prepare': call('worker', none, none),
  'import.pause': call('worker', z.object({ paused: z.boolean() }), none),
  /** What imports of the case were given, those given last first. */
  'import.places': call('worker', none, z.array(ImportedPlace)),
  'import.ledger': call(
    'worker',
    z.object({ view: LedgerView, ...page }),
    z.object({ counts: z.record(LedgerView, Count), rows: z.array(SourceRow) }),
  ),

  // timeline
  'timeline.open': call(
    'worker',
    z.object({ filter: SignInFilter, keep: SignInId.nullable() }),
    TimelineView,
  ),
  'timeline.page': call('worker', z.object({ view: z.number().int(), ...page }), z.array(SignInRow)),
  'timeline.facets': call('worker', SignInFilter, Facets),
  'event.detail': call('worker', z.object({ id: SignInId }), SignInDetail),

  // query: a filter whose query cannot be read fails with `query-unreadable`; ask `query.read` for the place
  'query.read': call('worker', z.object({ query: z.string().max(4000), zone: ZoneName }), QueryReading),
  /** Fields, then values with counts, for the caret at `caret` in `filter.query`. */
  'query.complete': call(
    'worker',
    z.object({ filter: SignInFilter, caret: Count, limit: z.number().int().min(1).max(100) }),
    QueryCompletion,
  ),
  /** The filter as SQL to run where the logs are, or why it cannot be. */
  'query.athena': call('worker', z.object({ filter: SignInFilter, table: z.string().max(300) }), AthenaSql),
  /** The values of facets with their counts; each obeys the filter but for its own choices. */
  'timeline.counts': call(
    'worker',
    z.object({ filter: SignInFilter, facets: z.array(FacetName), top: z.number().int().min(1).max(1000) }),
    z.array(FacetCounts),
  ),
  /** The values of one facet that contain `search`, upper or lower case alike, most frequent first. */
  'timeline.facetValues': call(
    'worker',
    z.object({ filter: SignInFilter, facet: FacetName, search: z.string().max(200), ...page }),
    FacetCounts,
  ),
  'timeline.histogram': call('worker', HistogramAsk, Histogram),
  'search.list': call('worker', none, z.array(SavedSearch)),
  'search.save': call(
    'worker',
    z.object({ name: SavedSearchName, query: z.string().min(1).max(4000), zone: ZoneName }),
    SavedSearch,
  ),
  'search.rename': call('worker', z.object({ id: z.number().int(), name: SavedSearchName }), SavedSearch),
  'search.remove': call('worker', z.object({ id: z.number().int() }), SavedSearch),
  'search.restore': call('worker', z.object({ id: z.number().int() }), SavedSearch),

  // filter patterns and alarms; cancelling `pattern.run` stops it
  'pattern.read': call('worker', z.object({ pattern: z.string().max(PATTERN_MAX) }), PatternReading),
  'pattern.run': call('worker', PatternQuestion, PatternRun),
  /** The records of a result as a view of the timeline, for `timeline.page`. */
  'pattern.open': call(
    'worker',
    z.object({ run: z.number().int(), part: PatternPart, keep: SignInId.nullable() }),
    TimelineView,
  ),
  'pattern.replay': call('worker', z.object({ run: z.number().int(), alarm: AlarmSettings }), AlarmReplay),
  'pattern.chart': call(
    'worker',
    z
      .object({
        run: z.number().int(),
        alarm: AlarmSettings,
        /** Inclusive. */
        from: EpochSeconds,
        /** Exclusive. */
        to: EpochSeconds,
        columns: z.number().int().min(1).max(2000),
      })
      .refine(({ from, to }) => from < to),
    AlarmChart,
  ),
  'pattern.list': call('worker', none, z.array(SavedPattern)),
  'pattern.save': call(
    'worker',
    NewSavedPattern,
    z.object({ saved: SavedPattern, replaced: SavedPattern.nullable() }),
  ),
  'pattern.remove': call('worker', z.object({ id: z.number().int() }), SavedPattern),

  // SQL; cancelling `sql.run` stops the query, which answers with what it has found
  'sql.schema': call('worker', none, SqlSchema),
  'sql.run': call('worker', z.object({ sql: SqlText }), SqlOutcome),
  'sql.page': call('worker', z.object({ run: Count, ...page }), z.array(SqlRow)),
  /** Runs the query again, without the limits of what is shown, and writes the whole result or nothing. */
  'sql.write': call('worker', z.object({ sql: SqlText, format: SqlFormat, path }), WrittenQuery),
  'sql.history': call('worker', z.object(page), z.array(QueryRun)),
  'sql.saved': call('worker', none, z.array(SavedQuery)),
  'sql.save': call('worker', SavedQuery.pick({ name: true, sql: true }), SavedQuery),
  'sql.change': call('worker', SavedQuery.pick({ id: true, name: true, sql: true }), SavedQuery),
  'sql.remove': call('worker', SavedQuery.pick({ id: true }), SavedQuery),
  /** The sign-ins with an event ID: one, or several that differ. */
  'sql.event': call('worker', z.object({ eventId: z.string().min(1).max(1000) }), z.array(SignInId)),

  // notes
  'note.add': call('worker', z.object({ signInId: SignInId, text: NoteText }), NoteView),
  'note.revise': call('worker', z.object({ id: z.number().int(), text: NoteText }), NoteView),
  'note.remove': call('worker', z.object({ id: z.number().int() }), NoteView),
  'note.restore': call('worker', z.object({ id: z.number().int() }), NoteView),
  'note.history': call('worker', z.object({ id: z.number().int() }), z.array(NoteRevision)),
  'note.list': call('worker', none, z.array(NoteView)),

  // tags and marks of events; each answer has the number by which `mark.undo` takes the change back
  'tag.list': call('worker', none, z.array(Tag)),
  'tag.create': call('worker', z.object({ name: TagName, color: TagColor }), MarkChange.extend({ tag: Tag })),
  'tag.change': call(
    'worker',
    z.object({ id: number, name: TagName, color: TagColor }),
    MarkChange.extend({ tag: Tag }),
  ),
  'tag.remove': call('worker', z.object({ id: number }), MarkChange),
  'tag.put': call('worker', z.object({ id: number, on: EventSelection }), MarkChange),
  'tag.take': call('worker', z.object({ id: number, on: EventSelection }), MarkChange),
  'mark.put': call('worker', z.object({ mark: Mark, on: EventSelection }), MarkChange),
  'mark.take': call('worker', z.object({ mark: Mark, on: EventSelection }), MarkChange),
  /** Tags and marks of events, for the rows of a page. */
  'mark.of': call('worker', z.object({ ids: z.array(SignInId).max(1000) }), z.array(EventMarks)),
  'mark.undo': call('worker', z.object({ undo: number }), none),

  // the examiner's own networks and names
  'known.list': call('worker', none, Known),
  'known.addNetwork': call('worker', NetworkEntry, KnownChange),
  'known.changeNetwork': call('worker', NetworkEntry.extend({ id: number }), KnownChange),
  'known.removeNetwork': call('worker', z.object({ id: number }), KnownChange),
  /** Gives a name, or another one. */
  'known.setName': call('worker', NameEntry, KnownChange),
  'known.removeName': call('worker', KnownName.pick({ kind: true, value: true }), KnownChange),
  'known.undo': call('worker', z.object({ undo: number }), Known),
  'known.import': call('worker', z.object({ path }), KnownImport),
  'known.export': call('worker', z.object({ path }), z.object({ rows: Count })),

  // addresses: what is known of them, and from which data
  'address.sets': call('worker', none, AddressSets),
  /** The user's own data sets, asked before those that ship. An open case is looked up again. */
  'address.useSets': call('worker', z.object({ paths: z.array(path).max(20) }), AddressSets),
  'address.facts': call('worker', z.object({ sourceIp: z.string() }), AddressFacts.nullable()),

  // what belongs together
  'timeline.bursts': call('worker', z.object({ view: z.number().int(), rule: BurstRule }), z.array(Burst)),
  'event.related': call(
    'worker',
    z.object({ id: SignInId, minutes: z.number().int().min(1).max(1440) }),
    RelatedEvents,
  ),

  // detections: rules over all sign-ins, and what people conclude of what they find
  /** Asks every rule; refused while an import runs. Cancelling keeps the findings of the run before. */
  'detection.run': call('worker', none, DetectionState),
  'detection.state': call('worker', none, DetectionState),
  'detection.rules': call('worker', none, z.array(RuleInfo)),
  /** The worst first; never more than `FINDINGS_AT_MOST`, `total` says how many there are. */
  'finding.list': call('worker', FindingFilter, FindingList),
  'finding.detail': call('worker', z.object({ id: FindingId }), FindingDetail),
  'finding.events': call('worker', z.object({ id: FindingId, ...page }), z.array(SignInRow)),
  /** Dismissing needs a reason. To undo, judge again as it was: judgements are added, never changed. */
  'finding.judge': call(
    'worker',
    z.object({ id: FindingId, verdict: Verdict, reason: Reason }),
    FindingDetail,
  ),
  'finding.note': call('worker', z.object({ id: FindingId, text: NoteText }), FindingDetail),
  'finding.noteRemoved': call(
    'worker',
    z.object({ id: FindingId, note: z.number().int(), removed: z.boolean() }),
    FindingDetail,
  ),

  // log file validation and coverage: files are read again, for reading only; cancelling ends the call
  /** Validates the log files with the digests of the case; `keys` are saved answers of `list-public-keys`. */
  'integrity.verify': call('worker', z.object({ keys: z.array(path).max(100) }), IntegrityRun),
  /** The last validation; null when there was none. */
  'integrity.state': call('worker', none, IntegrityRun.nullable()),
  /** Verdicts of the last validation. */
  'integrity.checks': call(
    'worker',
    z.object({ view: IntegrityView, ...page }),
    z.object({ total: Count, rows: z.array(IntegrityCheck) }),
  ),
  'integrity.coverage': call('worker', none, PackedCoverage),

  // the auditor's work paper; cancelling `workPaper.run` ends it
  /** The settings that the case keeps, or proposed ones in `zone`. */
  'workPaper.settings': call(
    'worker',
    z.object({ zone: ZoneName }),
    z.object({ settings: PaperSettings, kept: z.boolean() }),
  ),
  /** To undo, keep the ones of before: settings are added, never changed. */
  'workPaper.keep': call('worker', PaperSettings, none),
  /** Lists at most `PAPER_LISTED` exceptions of each test. */
  'workPaper.run': call('worker', PaperSettings, WorkPaper),
  /** Answers all judgements of the record. To undo, judge again as it was. An exception needs a remark. */
  'workPaper.judge': call(
    'worker',
    z.object({ signInId: SignInId, result: SampleResult, remark: Remark }),
    z.array(SampleJudgement),
  ),

  // custody
  'custody.list': call('worker', z.object(page), z.array(CustodyEntry)),
  'custody.check': call('worker', none, CustodyCheck),
  'custody.state': call('worker', none, CustodyState),
  'custody.compare': call('worker', none, SealState),

  // what is handed over
  /** The moment at which a report can be issued now, for `ReportOptions.issuedAt`. */
  'report.moment': call('worker', none, EpochSeconds),
  'report.write': call(
    'worker',
    z.object({ options: ReportOptions, format: ExportFormat, path }),
    WrittenFile,
  ),
  /** Lays the PDF out without writing it anywhere or logging it; the bytes are those `report.write` would write. */
  'report.preview': call(
    'worker',
    ReportOptions,
    z.object({ bytes: z.instanceof(Uint8Array), sha256: z.string(), pages: Count }),
  ),
  /** What was chosen for the report of this case; null when nobody chose yet. */
  'report.kept': call('worker', none, KeptReport.nullable()),
  /** Keeps the choices with the case. They are a draft: the custody log holds those of a report that is written. */
  'report.keep': call('worker', KeptReport, none),
  /** Records with a note and records printed under findings, in the order of the timeline; `total` may be larger. */
  'report.candidates': call('worker', none, z.object({ total: Count, rows: z.array(ExhibitCandidate) })),
  'package.write': call('worker', z.object({ options: PackageOptions, path }), WrittenPackage),
  'ledger.write': call('worker', z.object({ path }), WrittenFile),
  'sample.write': call('worker', z.object({ folder: path }), z.object({ folder: path, files: Count })),

  /** The program by its own files; hashes them when it is first asked. */
  'program.files': call('worker', none, ProgramFiles),

  // what only the main process can do
  'app.info': call('main', none, AppInfo),
  'settings.get': call('main', none, Settings),
  'settings.set': call('main', Settings.partial(), Settings),
  'recent.list': call('main', none, z.array(RecentCase)),
  'recent.remember': call('main', RecentCase.omit({ openedAt: true, present: true }), none),
  'recent.forget': call('main', z.object({ path }), none),
  'dialog.pickFolder': call('main', none, path.nullable()),
  'dialog.pickFiles': call('main', none, z.array(path)),
  'dialog.pickData': call(
    'main',
    z.object({ extension: z.enum(['mmdb', 'csv', 'json', 'pem']) }),
    z.array(path),
  ),
  'dialog.pickCase': call('main', none, path.nullable()),
  'dialog.saveCase': call('main', z.object({ suggestedName: z.string() }), path.nullable()),
  'dialog.saveFile': call(
    'main',
    z.object({ suggestedName: z.string(), extension: ExportFormat.or(z.literal('zip')) }),
    path.nullable(),
  ),
  /** A folder of the program's own under the user's documents, made when it is missing; for new cases and the sample. */
  'folder.cases': call('main', none, path),
  'shell.showInFolder': call('main', z.object({ path }), none),
} as const

export const events = {
  'import.progress': ImportProgress,
  'report.progress': ReportMaking,
  'pattern.progress': PatternProgress,
  'detection.progress': DetectionProgress,
  'sql.progress': SqlProgress,
  'integrity.progress': IntegrityProgress,
  'seal.progress': SealProgress,
  'package.progress': PackageProgress,
  /** Something in the case changed; the window asks again for what it shows. */
  'case.changed': z.object({
    what: z.enum(['details', 'sign-ins', 'notes', 'marks', 'known', 'addresses', 'custody', 'findings']),
  }),
  /** A menu item was chosen. */
  'menu.command': z.object({ command: z.enum(MENU_COMMANDS) }),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type Input<K extends CallName> = z.input<Calls[K]['input']>
export type Parsed<K extends CallName> = z.output<Calls[K]['input']>
export type Output<K extends CallName> = z.output<Calls[K]['output']>
export type NamesOn<Side extends 'main' | 'worker'> = {
  [K in CallName]: Calls[K]['runsOn'] extends Side ? K : never
}[CallName]
export type EventName = keyof typeof events
export type EventBody<K extends EventName> = z.output<(typeof events)[K]>
