import type { EventMarks, EventSelection, Mark, MarkChange, MarkedBy, Tag } from '../../shared/domain/mark.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/serve.ts'
import type { FakeViews } from './fake-timeline.ts'

type TagCalls = Extract<keyof Handlers, `tag.${string}` | `mark.${string}`>

/** `told` lets the window know that marks changed. */
export interface FakeTagsOptions {
  readonly by: MarkedBy
  readonly tags: readonly Tag[]
  /** What events have at the start: a tag or a mark by its name. */
  readonly has: (id: number) => readonly (number | Mark)[]
  readonly views: FakeViews
  told(): void
}

/** Tags and marks in memory, with undo of every change. */
export function fakeTags(options: FakeTagsOptions): Pick<Handlers, TagCalls> {
  const { by, views, told } = options
  let tags = options.tags.map(({ events: _events, ...tag }) => tag)
  const marks = new Map<number, Set<number | Mark>>()
  const undos: (() => void)[] = []
  const of = (id: number): Set<number | Mark> => {
    const known = marks.get(id) ?? new Set(options.has(id))
    marks.set(id, known)
    return known
  }
  const everyId = () => new Set([...marks.keys(), ...[...views.values()].flat().map(({ id }) => id)])
  const done = (changed: number, unchanged: number, back: () => void): MarkChange => {
    undos.push(back)
    told()
    return { undo: undos.length, changed, unchanged }
  }
  const idsOf = (on: EventSelection): number[] => {
    if ('ids' in on) return on.ids
    const rows = views.get(on.view)
    if (rows === undefined) throw new AppError('not-found', `View ${on.view} is no longer kept.`)
    return (on.ranges ?? [[0, rows.length]]).flatMap(([from, to]) => rows.slice(from, to).map(({ id }) => id))
  }
  const put = (what: number | Mark, on: EventSelection, wanted: boolean): MarkChange => {
    const ids = idsOf(on)
    const changed = ids.filter((id) => of(id).has(what) !== wanted)
    const apply = (has: boolean) => {
      for (const id of changed) {
        if (has) of(id).add(what)
        else of(id).delete(what)
      }
    }
    apply(wanted)
    return done(changed.length, ids.length - changed.length, () => apply(!wanted))
  }
  const counted = (tag: Omit<Tag, 'events'>): Tag => ({
    ...tag,
    events: [...everyId()].filter((id) => of(id).has(tag.id)).length,
  })
  const free = (name: string, except: number | null) => {
    if (tags.some((tag) => tag.id !== except && tag.name.toLowerCase() === name.toLowerCase())) {
      throw new AppError('invalid-input', `There is already a tag "${name}".`)
    }
  }
  const setTags = (next: typeof tags) => {
    const before = tags
    tags = next
    return () => {
      tags = before
    }
  }
  return {
    'tag.list': () => tags.map(counted).sort((a, b) => (a.name < b.name ? -1 : 1)),
    'tag.create': ({ name, color }) => {
      free(name, null)
      const tag = { id: Math.max(0, ...tags.map(({ id }) => id)) + 1, name, color }
      return { ...done(0, 0, setTags([...tags, tag])), tag: counted(tag) }
    },
    'tag.change': ({ id, name, color }) => {
      free(name, id)
      const tag = { id, name, color }
      return { ...done(1, 0, setTags(tags.map((one) => (one.id === id ? tag : one)))), tag: counted(tag) }
    },
    'tag.remove': ({ id }) => {
      const events = [...everyId()].filter((event) => of(event).has(id)).length
      return done(events, 0, setTags(tags.filter((tag) => tag.id !== id)))
    },
    'tag.put': ({ id, on }) => put(id, on, true),
    'tag.take': ({ id, on }) => put(id, on, false),
    'mark.put': ({ mark, on }) => put(mark, on, true),
    'mark.take': ({ mark, on }) => put(mark, on, false),
    'mark.of': ({ ids }) =>
      ids.map((id): EventMarks => {
        const has = of(id)
        return {
          id,
          tags: tags.flatMap((tag) => (has.has(tag.id) ? [{ tag: tag.id, ...by }] : [])),
          bookmark: has.has('bookmark') ? by : null,
          reviewed: has.has('reviewed') ? by : null,
        }
      }),
    'mark.undo': ({ undo }) => {
      undos[undo - 1]?.()
      told()
    },
  }
}
