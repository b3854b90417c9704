import { type Tester, testEach } from '../tester.ts'

/** Every switch to a role in the console that did not fail. */
export function roleSwitchesTest(): Tester {
  return testEach(({ eventName, outcome }) => {
    if (eventName !== 'SwitchRole') return 'fine'
    return outcome === 'failure' ? 'failed' : {}
  })
}
