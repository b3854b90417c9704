import type { Handlers } from '../../shared/ipc/serve.ts'

type IntegrityCalls = 'integrity.verify' | 'integrity.state' | 'integrity.checks' | 'integrity.coverage'

const summary = {
  keyFiles: [],
  chains: 0,
  digests: { valid: 0, invalid: 0, missing: 0, 'not-authenticated': 0, 'not-checked': 0 },
  logs: { valid: 0, invalid: 0, missing: 0, 'not-authenticated': 0, 'not-checked': 2 },
  lake: { valid: 0, invalid: 0, missing: 0, 'not-authenticated': 0, 'not-checked': 0 },
  digestsAtLeast: { none: 0, hash: 0, chain: 0, signature: 0 },
  logsAtLeast: { none: 2, hash: 0, chain: 0, signature: 0 },
  gaps: [],
  holds: true,
}

/** A case without digests that was never validated. */
export function fakeIntegrity(): Pick<Handlers, IntegrityCalls> {
  return {
    'integrity.verify': () => ({
      id: 1,
      at: 1_726_448_000_000,
      author: 'M. Kobayashi',
      outdated: false,
      counts: { all: 2, problems: 0, digests: 0, logs: 2, lake: 0 },
      reasons: [{ kind: 'log', reason: 'in-no-digest', files: 2 }],
      summary,
    }),
    'integrity.state': () => null,
    'integrity.checks': () => ({ total: 0, rows: [] }),
    'integrity.coverage': () => ({
      period: null,
      rows: [],
      hours: { covered: 0, empty: 0, missing: 0, damaged: 0, 'not-imported': 0 },
      logFiles: 0,
      digestFiles: 0,
      missingFiles: 0,
      damagedFiles: 0,
      files: [],
      unreadDigests: 0,
      unplacedFiles: 0,
      gaps: [],
      gapCauses: [],
      trailChanges: [],
      trailChangeCount: 0,
      signInRegions: [],
      firstEvent: null,
      lastEvent: null,
      delay: null,
    }),
  }
}
