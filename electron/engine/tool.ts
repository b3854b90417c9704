import type { ProgramFiles } from '../../shared/domain/program.ts'

/** What made a case, a custody entry or a report. */
export interface ToolInfo {
  readonly name: string
  readonly version: string
  readonly node: string
  readonly sqlite: string
  readonly platform: string
  /** Its own files, hashed when this is first asked. */
  readonly files: () => ProgramFiles
}

/** `Trailcase 0.1.0`, as custody entries carry it. */
export function toolLabel(tool: ToolInfo): string {
  return `${tool.name} ${tool.version}`
}
