import { Command } from 'commander'
import { writeSample } from '../../engine/sample/write-sample.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import type { Answer } from '../commands.ts'
import { print } from '../print.ts'

/** `trailcase sample DIR`: writes a small trail tree to try things with. */
export function sampleCommand(_tool: ToolInfo, _answer: Answer): Command {
  return new Command('sample')
    .description('write a small, made-up trail tree to try things with')
    .argument('<folder>')
    .action(async (folder: string) => {
      const written = writeSample(folder)
      await print(`${written.files} files below ${written.folder}`)
    })
}
