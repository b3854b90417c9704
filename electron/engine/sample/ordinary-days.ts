import { utcText } from '../../../shared/domain/time.ts'
import * as cast from './cast.ts'
import {
  failedSignIn,
  identityCenterSignIn,
  openConsole,
  portalKeys,
  portalLogout,
  signInWithMfa,
} from './chains.ts'
import { iamUser, type JsonMap, userSession } from './identities.ts'
import { dayOfCalls, lookalikes } from './noise.ts'
import type { Dice } from './random.ts'
import { apiCall, consoleRecord, type Scene } from './record.ts'

/** Monday 9 March 2026, 00:00 UTC: nine in the morning in Tokyo. */
export const MONDAY = Date.UTC(2026, 2, 9) / 1000
export const DAY = 86_400

/** Monday to Friday of a small company in Tokyo, and the calls that its pipeline makes every day of the week. */
export function ordinaryDays(dice: Dice): readonly JsonMap[] {
  const records: JsonMap[] = []
  for (let day = 0; day < 7; day += 1) {
    const from = MONDAY + day * DAY
    records.push(...dayOfCalls(dice, from, cast.PRODUCTION, cast.TOKYO))
    records.push(...dayOfCalls(dice, from, cast.DEVELOPMENT, cast.TOKYO))
    if (day < 5) records.push(...workingDay(dice, from, day))
  }
  return records
}

function workingDay(dice: Dice, from: number, day: number): readonly JsonMap[] {
  const minute = (base: number): number => from + (base + dice.roll(18)) * 60 + dice.roll(60)
  const browser = (at: number, ip: string, agent: string): Scene => ({
    at,
    account: cast.PRODUCTION,
    region: cast.SYDNEY,
    ip,
    agent,
  })
  const mikaFrom = day === 2 ? cast.HOME_OF_MIKA : cast.OFFICE
  const mika = browser(minute(4), mikaFrom, cast.CHROME)
  const haruto = browser(minute(30), cast.OFFICE, cast.CHROME)
  const kenji = browser(minute(12), day === 3 ? cast.HOME_OF_KENJI : cast.OFFICE, cast.FIREFOX)
  return [
    ...portalDay(mika, cast.MIKA),
    ...portalDay(haruto, cast.HARUTO),
    ...(day % 2 === 0 ? portalDay(browser(minute(70), cast.OFFICE, cast.CHROME), cast.YUI) : []),
    // A typing error now and then is what an ordinary failure looks like.
    ...(day % 3 === 1
      ? [failedSignIn({ ...kenji, at: kenji.at - 31 }, iamUser(cast.PRODUCTION, 'kenji.sato', false))]
      : []),
    ...signInWithMfa(kenji, 'kenji.sato'),
    ...(day === 0 ? aliceAtWork(minute(48)) : []),
    ...(day === 1 ? lookalikes({ ...kenji, at: kenji.at + 600, region: cast.TOKYO }) : []),
    ...(day === 2 ? awsLogin({ ...kenji, at: kenji.at + 1500, region: cast.TOKYO }, kenji.at) : []),
    ...portalKeys({ ...haruto, at: haruto.at + 2400, agent: cast.CLI }, cast.HARUTO),
  ]
}

function portalDay(scene: Scene, user: cast.PortalUser): readonly JsonMap[] {
  return [
    ...identityCenterSignIn(scene, user),
    ...openConsole({ ...scene, at: scene.at + 25 }, user),
    portalLogout({ ...scene, at: scene.at + 8 * 3600 + 1260 }, user),
  ]
}

/** Alice has no MFA device. From the office that is only a weakness. */
function aliceAtWork(at: number): readonly JsonMap[] {
  const scene = { at, account: cast.PRODUCTION, region: cast.GLOBAL, ip: cast.OFFICE, agent: cast.CHROME }
  return [
    consoleRecord('ConsoleLogin', scene, iamUser(cast.PRODUCTION, 'alice'), 'Success', {
      data: { LoginTo: cast.CONSOLE, MobileVersion: 'No', MFAUsed: 'No' },
    }),
  ]
}

/** `aws login`: the browser allows it, the command line gets the token. */
function awsLogin(scene: Scene, since: number): readonly JsonMap[] {
  const who = userSession(scene.account, 'kenji.sato', utcText(since), 'true')
  const client = 'arn:aws:signin:::devtools/same-device'
  return [
    apiCall('signin.amazonaws.com', 'AuthorizeOAuth2Access', scene, who, {
      request: {
        scope: 'openid',
        redirect_uri: 'http://127.0.0.1:53682/oauth/callback',
        code_challenge_method: 'SHA-256',
        client_id: client,
        resource: 'arn:aws:signin:::devtools/same-device',
      },
      readOnly: true,
    }),
    apiCall(
      'signin.amazonaws.com',
      'CreateOAuth2Token',
      { ...scene, at: scene.at + 2, agent: `${cast.CLI} md/command#login` },
      who,
      {
        request: { client_id: client },
        data: { grant_type: 'authorization_code', success: 'true' },
        readOnly: true,
      },
    ),
  ]
}
