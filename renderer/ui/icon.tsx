import {
  ArrowLeftRight,
  BellRing,
  Bookmark,
  Braces,
  Calendar,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronsUpDown,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  Columns3,
  Copy,
  CornerUpLeft,
  Crown,
  Database,
  Diamond,
  Download,
  EyeOff,
  FileArchive,
  FileStack,
  FileText,
  Folder,
  FolderOpen,
  Funnel,
  Grid3x3,
  Hash,
  Info,
  Keyboard,
  KeyRound,
  Lock,
  type LucideIcon,
  MessageSquare,
  Minus,
  Network,
  Pause,
  Pencil,
  Play,
  Plus,
  RotateCw,
  Search,
  Server,
  Settings2,
  ShieldCheck,
  ShieldOff,
  ShieldQuestionMark,
  Square,
  SquareCheckBig,
  Star,
  Tag,
  Trash2,
  TriangleAlert,
  Undo2,
  Unplug,
  User,
  VenetianMask,
  Waypoints,
  X,
} from 'lucide-react'

// Closed on purpose: one meaning, one icon. Outcome and MFA differ by shape, so colour is never the only sign.
const ICONS = {
  brand: Waypoints,
  folder: Folder,
  'folder-open': FolderOpen,
  archive: FileArchive,
  file: FileText,
  files: FileStack,
  timeline: Clock,
  'severity-filled': Diamond,
  'severity-open': Diamond,
  coverage: Grid3x3,
  report: FileText,
  pattern: Braces,
  sql: Database,
  lock: Lock,
  offline: Unplug,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  'chevron-left': ChevronLeft,
  settings: Settings2,
  close: X,
  plus: Plus,
  search: Search,
  filter: Funnel,
  warning: TriangleAlert,
  minus: Minus,
  copy: Copy,
  download: Download,
  pause: Pause,
  play: Play,
  stop: Square,
  alarm: BellRing,
  save: Star,
  check: Check,
  info: Info,
  hash: Hash,
  note: MessageSquare,
  pencil: Pencil,
  trash: Trash2,
  undo: Undo2,
  again: RotateCw,
  keyboard: Keyboard,
  calendar: Calendar,
  network: Network,
  waiting: Clock,
  unfold: ChevronsUpDown,
  columns: Columns3,
  bookmark: Bookmark,
  reviewed: SquareCheckBig,
  tag: Tag,
  back: CornerUpLeft,
  'outcome-success': CircleCheck,
  'outcome-failure': CircleX,
  'outcome-not-stated': CircleDashed,
  'mfa-used': ShieldCheck,
  'mfa-not-used': ShieldOff,
  'mfa-not-visible': EyeOff,
  'mfa-not-stated': ShieldQuestionMark,
  'principal-user': User,
  'principal-root': Crown,
  'principal-role': ArrowLeftRight,
  'principal-key': KeyRound,
  'principal-hidden': VenetianMask,
  'principal-service': Server,
} as const satisfies Record<string, LucideIcon>

export type IconName = keyof typeof ICONS

export interface IconProps {
  readonly name: IconName
  /** Edge in px; 14 beside text, 16 alone, 10 to 12 for chevrons. */
  readonly size?: number
  readonly tone?: 'ok' | 'fail' | 'warn' | 'fed' | 'mute' | 'accent'
  readonly className?: string
}

/** A drawn sign. Always hidden from screen readers: the word beside it carries the meaning. */
export function Icon({ name, size = 14, tone, className = '' }: IconProps) {
  const Drawn = ICONS[name]
  const filled = name === 'outcome-failure' ? ' ui-icon-filled' : ''
  const toned = tone === undefined ? '' : ` ui-tone-${tone}`
  return (
    <Drawn
      aria-hidden="true"
      className={`ui-icon${filled}${toned} ${className}`.trimEnd()}
      size={size}
      strokeWidth={size > 20 ? 1.25 : 1.4}
      absoluteStrokeWidth
    />
  )
}
