import { gzipSync } from 'node:zlib'
import * as cast from '../../electron/engine/sample/cast.ts'
import { failedSignIn, loginData } from '../../electron/engine/sample/chains.ts'
import * as who from '../../electron/engine/sample/identities.ts'
import {
  apiCall,
  consoleRecord,
  identityCenterRecord,
  portalRecord,
  type Scene,
} from '../../electron/engine/sample/record.ts'
import { madeRecord } from '../engine/intake-fast/made-trail.ts'
import { type Seeded, seeded } from '../engine/intake-fast/seeded.ts'
import { decoys } from '../fixtures/decoys.ts'
import type { Shape } from './shapes.ts'

/** One in so many records of a mixed log is a decoy; `madeRecord` makes as many sign-ins. */
const DECOY_EVERY = 330
const DECOYS = decoys()

/** The file with this number of a shape, packed. */
export function madeLog({ content, recordsPerFile }: Shape, number: number): Buffer {
  const random = seeded(number + 1)
  const one =
    content === 'mixed'
      ? () => mixed(random)
      : (_: unknown, index: number) => signIn(random, number, (index / recordsPerFile) * FILE_SECONDS)
  return gzipSync(JSON.stringify({ Records: Array.from({ length: recordsPerFile }, one) }))
}

/** The time that one log covers. */
const FILE_SECONDS = 6 * 3600

function mixed(random: Seeded): unknown {
  return random.below(DECOY_EVERY) === 0 ? random.pick(DECOYS) : madeRecord(random)
}

const AGENTS = [cast.CHROME, cast.FIREFOX, cast.OLD_CHROME, cast.CLI, cast.PYTHON] as const
const WORKFLOW = '00000000-0000-4000-8000-000000000000'

/** Sign-ins of some hundred people. The file's number is in the address, so that no two are the same. */
function signIn(random: Seeded, number: number, second: number): unknown {
  const scene: Scene = {
    at: Math.floor(Date.UTC(2026, 0, 1) / 1000 + number * FILE_SECONDS + second),
    account: random.pick([cast.PRODUCTION, cast.DEVELOPMENT, cast.MANAGEMENT]),
    region: random.pick([cast.TOKYO, cast.SYDNEY, cast.GLOBAL]),
    ip: `2001:db8:${number.toString(16)}:${random.hex(4)}::${random.hex(4)}`,
    agent: random.pick(AGENTS),
  }
  const name = `user-${random.below(400)}`
  const user = who.iamUser(scene.account, name)
  const portalUser = who.identityCenterUser(scene.account, name)
  switch (random.below(5)) {
    case 0:
      return failedSignIn(scene, user)
    case 1:
      return portalRecord('Federate', scene, portalUser, { role_name: 'Admin', account_id: scene.account })
    case 2:
      return apiCall('signin.amazonaws.com', 'GetSigninToken', scene, user)
    case 3: {
      const step = { userName: name, credential: 'PASSWORD,TOTP', workflow: WORKFLOW }
      return identityCenterRecord('UserAuthentication', scene, portalUser, 'Success', step)
    }
    default:
      return consoleRecord('ConsoleLogin', scene, user, 'Success', { data: loginData('Yes') })
  }
}
