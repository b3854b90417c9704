import Database from 'better-sqlite3'
import manifest from '../../package.json' with { type: 'json' }
import { programFiles } from './program-files.ts'
import type { ToolInfo } from './tool.ts'

/** This program on this machine, as custody entries and reports name it. */
export function thisTool(): ToolInfo {
  const memory = new Database(':memory:')
  const { version } = memory.prepare('select sqlite_version() as version').get() as { version: string }
  memory.close()
  return {
    name: manifest.productName,
    version: manifest.version,
    node: process.versions.node,
    sqlite: version,
    platform: `${process.platform} ${process.arch}`,
    files: programFiles,
  }
}
