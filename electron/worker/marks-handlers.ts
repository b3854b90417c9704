import type { EventBody } from '../../shared/contract.ts'
import type { AddressSets } from '../../shared/domain/address.ts'
import type { EventSelection } from '../../shared/domain/mark.ts'
import type { Served, WorkerHandlers } from '../../shared/ipc/serve.ts'
import { addressFacts } from '../engine/enrich/fill-addresses.ts'
import {
  addNetwork,
  changeNetwork,
  removeName,
  removeNetwork,
  setName,
} from '../engine/known/change-known.ts'
import { exportKnown, importKnown } from '../engine/known/known-file.ts'
import { knownLists } from '../engine/known/known-lists.ts'
import { marksOf } from '../engine/marks/event-marks.ts'
import { putOn, type Token, takeOff } from '../engine/marks/put-take.ts'
import { selectedIds } from '../engine/marks/selected.ts'
import { changeTag, createTag, listTags, removeTag } from '../engine/marks/tags.ts'
import { inTurns } from '../engine/query/store/steps.ts'
import { findBursts } from '../engine/timeline/bursts.ts'
import { relatedEvents } from '../engine/timeline/related.ts'
import type { ImportJob } from './import-job.ts'
import type { Session } from './session.ts'

type Calls =
  | `tag.${string}`
  | `mark.${string}`
  | `known.${string}`
  | `address.${string}`
  | 'timeline.bursts'
  | 'event.related'

/** Tags, marks, own networks and names, addresses, and what belongs together. */
export function marksHandlers(
  session: Session,
  emit: Served['emit'],
  importJob: Pick<ImportJob, 'refuseWhileRunning'>,
): Pick<WorkerHandlers, Extract<keyof WorkerHandlers, Calls>> {
  const db = () => session.current().db
  const views = () => session.current().views
  /** Answers after the window was told, so that what it asks next is new. */
  const told = <T>(what: EventBody<'case.changed'>['what'], answer: T): T => {
    emit('case.changed', { what })
    return answer
  }
  const put = (token: Token, on: EventSelection) =>
    told('marks', putOn(session.current(), token, selectedIds(db(), views(), on)))
  const take = (token: Token, on: EventSelection) =>
    told('marks', takeOff(session.current(), token, selectedIds(db(), views(), on)))
  const sets = (renewed: number | null): AddressSets => {
    const { sets: all, troubles } = session.addresses()
    return { sets: [...all], troubles: [...troubles], renewed }
  }

  return {
    'tag.list': () => listTags(db()),
    'tag.create': ({ name, color }) => told('marks', createTag(session.current(), name, color)),
    'tag.change': ({ id, name, color }) => told('marks', changeTag(session.current(), id, name, color)),
    'tag.remove': ({ id }) => told('marks', removeTag(session.current(), id)),
    'tag.put': ({ id, on }) => put({ tag: id }, on),
    'tag.take': ({ id, on }) => take({ tag: id }, on),
    'mark.put': ({ mark, on }) => put({ mark }, on),
    'mark.take': ({ mark, on }) => take({ mark }, on),
    'mark.of': ({ ids }) => marksOf(db(), ids),
    'mark.undo': ({ undo }) => told('marks', session.current().undo.undo(undo)),

    'known.list': () => knownLists(db()),
    'known.addNetwork': (entry) => told('known', addNetwork(session.current(), entry)),
    'known.changeNetwork': ({ id, ...entry }) => told('known', changeNetwork(session.current(), id, entry)),
    'known.removeNetwork': ({ id }) => told('known', removeNetwork(session.current(), id)),
    'known.setName': (entry) => told('known', setName(session.current(), entry)),
    'known.removeName': ({ kind, value }) => told('known', removeName(session.current(), kind, value)),
    'known.undo': ({ undo }) => {
      session.current().undo.undo(undo)
      return told('known', knownLists(db()))
    },
    'known.import': ({ path }) => told('known', importKnown(session.current(), path)),
    'known.export': ({ path }) => exportKnown(db(), path),

    'address.sets': () => sets(null),
    'address.useSets': ({ paths }) => {
      importJob.refuseWhileRunning()
      const renewed = session.useAddressSets(paths)
      return renewed === null || renewed === 0 ? sets(renewed) : told('addresses', sets(renewed))
    },
    'address.facts': ({ sourceIp }) => addressFacts(db(), sourceIp),

    'timeline.bursts': ({ view, rule }, { signal }) =>
      inTurns(findBursts(db(), views().ids(view), rule), signal),
    'event.related': ({ id, minutes }, { signal }) => inTurns(relatedEvents(db(), id, minutes), signal),
  }
}
