import { utcText } from '../../../shared/domain/time.ts'
import * as cast from './cast.ts'
import { iamUser, type JsonMap, roleSession, service } from './identities.ts'
import type { Dice } from './random.ts'
import { apiCall, type Scene } from './record.ts'

const CALLS = [
  ['ec2.amazonaws.com', 'DescribeInstances'],
  ['ec2.amazonaws.com', 'DescribeSecurityGroups'],
  ['s3.amazonaws.com', 'ListBuckets'],
  ['kms.amazonaws.com', 'Decrypt'],
  ['monitoring.amazonaws.com', 'DescribeAlarms'],
  ['sts.amazonaws.com', 'GetCallerIdentity'],
  ['health.amazonaws.com', 'DescribeEventAggregates'],
] as const

/** Ordinary calls of one working day in one account and region, none of them a sign-in. `from` is midnight UTC. */
export function dayOfCalls(dice: Dice, from: number, account: string, region: string): readonly JsonMap[] {
  const calls: JsonMap[] = []
  for (let minute = 5 + dice.roll(20); minute < 9 * 60; minute += 12 + dice.roll(35)) {
    const at = from + minute * 60 + dice.roll(60)
    const scene: Scene = { at, account, region, ip: cast.OFFICE, agent: cast.TERRAFORM }
    const [source, name] = dice.pick(CALLS)
    calls.push(
      apiCall(source, name, scene, roleSession(account, 'Deploy', 'pipeline', utcText(from)), {
        readOnly: true,
      }),
    )
    if (dice.roll(4) === 0) calls.push(serviceTakesRole({ ...scene, at: at + 20 }))
  }
  return calls
}

/** A service taking its role is no person signing in. */
function serviceTakesRole(scene: Scene): JsonMap {
  const name = 'ec2.amazonaws.com'
  return apiCall('sts.amazonaws.com', 'AssumeRole', { ...scene, ip: name, agent: name }, service(name), {
    request: {
      roleArn: `arn:aws:iam::${scene.account}:role/WebServer`,
      roleSessionName: 'i-0a1b2c3d4e5f60718',
    },
    readOnly: true,
  })
}

/**
 * Records that hold the words of a sign-in without being one: someone searches for sign-ins, and someone writes a
 * rule about them. A program that looks for words instead of fields would count them.
 */
export function lookalikes(scene: Scene): readonly JsonMap[] {
  const who = iamUser(scene.account, 'kenji.sato')
  return [
    apiCall('cloudtrail.amazonaws.com', 'LookupEvents', scene, who, {
      request: { lookupAttributes: [{ attributeKey: 'EventName', attributeValue: 'ConsoleLogin' }] },
      readOnly: true,
    }),
    apiCall('events.amazonaws.com', 'PutRule', { ...scene, at: scene.at + 95 }, who, {
      request: {
        name: 'tell-us-of-sign-ins',
        eventPattern:
          '{"detail":{"eventSource":["signin.amazonaws.com"],"eventName":["ConsoleLogin"],"userIdentity":{"type":["Root"]}}}',
      },
    }),
  ]
}
