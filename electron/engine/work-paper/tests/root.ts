import { type Tester, testEach } from '../tester.ts'

/** Every record in which root did something; attempts that failed are counted apart. */
export function rootTest(): Tester {
  return testEach(({ kind, outcome }) => {
    if (kind !== 'root') return 'fine'
    return outcome === 'failure' ? 'failed' : {}
  })
}
