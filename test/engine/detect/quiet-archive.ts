import * as cast from '../../../electron/engine/sample/cast.ts'
import {
  failedSignIn,
  identityCenterSignIn,
  openConsole,
  portalLogout,
  signInWithMfa,
} from '../../../electron/engine/sample/chains.ts'
import type { JsonMap } from '../../../electron/engine/sample/identities.ts'
import * as who from '../../../electron/engine/sample/identities.ts'
import { type Dice, seededDice } from '../../../electron/engine/sample/random.ts'
import { consoleRecord, type Scene } from '../../../electron/engine/sample/record.ts'

const DAY = 86_400
const BEGIN = Date.UTC(2024, 0, 8) / 1000
const AGENTS = [cast.CHROME, cast.FIREFOX, cast.OLD_CHROME] as const

interface Person {
  readonly name: string
  readonly portal: cast.PortalUser | null
  readonly agent: string
  /** Changes now and then, as addresses at home do. */
  home: string
}

/**
 * A company that nothing happens to, and all that people do in it: an office behind one address, addresses at home
 * that change, new staff and new computers, typing errors in passwords, codes and names, MFA steps and portal
 * sign-ins given up half-way, phones, role switches, a few journeys. Everybody uses MFA. Returns at least `signIns`
 * sign-in records; the same ones every time.
 */
export function quietArchive(signIns: number): readonly JsonMap[] {
  const dice = seededDice(7)
  const staff = Array.from({ length: 160 }, (_, i) => personNamed(`person${i}`, i, dice))
  const records: JsonMap[] = []
  for (let day = 0; records.length < signIns; day += 1) {
    if (day % 7 >= 5) continue
    if (dice.roll(6) === 0) staff.push(personNamed(`starter${day}`, staff.length, dice))
    for (const person of staff) records.push(...dayOf(person, BEGIN + day * DAY, dice))
  }
  return records
}

function personNamed(name: string, index: number, dice: Dice): Person {
  const portal =
    index % 2 === 0
      ? {
          ...cast.MIKA,
          name,
          id: `id-${name}`,
          account: index % 4 === 0 ? cast.PRODUCTION : cast.DEVELOPMENT,
        }
      : null
  return { name, portal, agent: dice.pick(AGENTS), home: homeAddress(dice) }
}

function homeAddress(dice: Dice): string {
  return dice.roll(4) === 0
    ? `2001:db8:${dice.roll(9000)}::${1 + dice.roll(60)}`
    : `192.0.2.${1 + dice.roll(250)}`
}

function dayOf(person: Person, from: number, dice: Dice): readonly JsonMap[] {
  if (dice.roll(60) === 0) person.home = homeAddress(dice)
  const travels = dice.roll(6000) === 0
  const ip = travels ? '198.51.100.77' : dice.roll(10) < 6 ? cast.OFFICE : person.home
  const agent = dice.roll(400) === 0 ? dice.pick(AGENTS) : person.agent
  const scene = (minute: number): Scene => ({
    at: from + minute * 60 + dice.roll(60),
    account: cast.PRODUCTION,
    region: cast.SYDNEY,
    ip,
    agent,
  })
  // Half of them come within the same half hour.
  const minute = dice.roll(2) === 0 ? dice.roll(30) : dice.roll(480)
  return person.portal === null
    ? iamDay(person.name, scene, minute, dice)
    : portalDay(person.portal, scene, minute, dice)
}

type SceneAt = (minute: number) => Scene

function iamDay(name: string, scene: SceneAt, minute: number, dice: Dice): readonly JsonMap[] {
  const records: JsonMap[] = []
  // A typing error, often not the only one.
  for (let tries = 0; dice.roll(tries === 0 ? 40 : 4) === 0 && tries < 3; tries += 1) {
    records.push(failedSignIn(scene(minute), who.iamUser(cast.PRODUCTION, name, false)))
  }
  if (dice.roll(300) === 0) {
    records.push(
      failedSignIn(scene(minute), who.hiddenUser(cast.PRODUCTION), 'No username found in supplied account'),
    )
  }
  if (dice.roll(400) === 0) {
    records.push(
      consoleRecord('CheckMfa', scene(minute), who.iamUser(cast.PRODUCTION, name, false), 'Success', {
        data: { MfaType: 'Virtual MFA' },
      }),
    )
    return records
  }
  const there = scene(minute + 2)
  records.push(...signInWithMfa(there, name))
  // A phone beside the desk.
  if (dice.roll(200) === 0)
    records.push(...signInWithMfa({ ...there, at: there.at + 120, ip: '192.0.2.251' }, name))
  if (dice.roll(20) === 0) {
    const admin = who.roleSession(cast.MANAGEMENT, 'Admin', name, '2024-01-08T00:00:00Z', 'true')
    const moved = { ...there, at: there.at + 600, account: cast.MANAGEMENT }
    records.push(
      consoleRecord('SwitchRole', moved, admin, 'Success', {
        data: { SwitchFrom: `arn:aws:iam::${cast.PRODUCTION}:user/${name}` },
      }),
    )
  }
  return records
}

function portalDay(user: cast.PortalUser, scene: SceneAt, minute: number, dice: Dice): readonly JsonMap[] {
  const there = scene(minute)
  const steps = identityCenterSignIn(there, user)
  // Given up half-way.
  if (dice.roll(300) === 0) return steps.slice(0, 2)
  return [
    ...steps,
    ...openConsole({ ...there, at: there.at + 25 }, user),
    portalLogout({ ...there, at: there.at + 8 * 3600 }, user),
  ]
}
