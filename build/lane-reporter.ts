import type { FullResult, Reporter, TestCase } from '@playwright/test/reporter'

/** Says at the end which lane ran, in words that cannot be mistaken. */
export default class LaneReporter implements Reporter {
  private readonly lanes = new Set<string>()

  onTestEnd(test: TestCase): void {
    for (const { type, description } of test.annotations) {
      if (type === 'lane' && description !== undefined) this.lanes.add(description)
    }
  }

  onEnd(_result: FullResult): void {
    const lanes = [...this.lanes]
    const isStandIn = lanes.some((lane) => lane.startsWith('stand-in'))
    const note = isStandIn ? ' This is not an Electron run.' : ''
    console.log(`Lane: ${lanes.join(', ') || 'no app was started'}.${note}`)
  }
}
