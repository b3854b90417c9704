import { programCommand } from '../../shared/domain/program.ts'
import { programWords } from '../../shared/messages/program.ts'
import { fill } from '../../shared/messages/report-fill.ts'
import { type ToolInfo, toolLabel } from '../engine/tool.ts'

/** What `--version` prints: which program this is, and how to tell from its files. */
export function versionText(tool: ToolInfo): string {
  const words = programWords.en
  const { form, files, names, sha256, trouble } = tool.files()
  const lines =
    sha256 === null
      ? [`${words.label}: ${fill(words.unknown, { path: trouble?.path ?? '?', code: trouble?.code ?? '?' })}`]
      : [
          `${words.label}: ${fill(words.count, { n: files, form: words[form] })}`,
          words.hash,
          sha256,
          words.command,
          programCommand({ names }),
        ]
  return `${[toolLabel(tool), ...lines].join('\n')}\n`
}
