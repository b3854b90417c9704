import type { Command } from 'commander'
import { EXIT } from '../exit-codes.ts'
import { complain } from '../print.ts'
import type { Answer } from '../run.ts'

/** Commands of the design that this version does not have. They say so instead of doing half of it. */
const NOT_BUILT = {
  package: 'one zip with report, records and hashes',
  check: 'check such a package',
} as const

export function addNotBuilt(program: Command, answer: Answer): void {
  for (const [name, what] of Object.entries(NOT_BUILT)) {
    program
      .command(name, { hidden: true })
      .description(what)
      .argument('[words...]')
      .allowUnknownOption()
      .action(() => {
        complain(`trailcase: "${name}" (${what}) is not in this version yet.`)
        answer(EXIT.wrongUsage)
      })
  }
}
