import type { ZoneName } from '../../shared/domain/units.ts'

let known: readonly ZoneName[] | undefined

/** All zones this computer knows, UTC first; `current` is among them even when the system list has it not. */
export function zoneNames(current: ZoneName): readonly ZoneName[] {
  known ??= Intl.supportedValuesOf('timeZone')
  return [...new Set(['UTC', ...known, current])]
}
