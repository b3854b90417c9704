import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { useShortcuts } from '../ui/shortcuts.ts'

/** Parts of the inspector in their order; the keys 1 to 6 jump to them. */
export const SECTIONS = ['facts', 'detections', 'related', 'notes', 'raw', 'source'] as const
export type Section = (typeof SECTIONS)[number]

/** A part counts as current when its top is at most this far below the top of what is seen. */
const NEAR = 60

/** Which part is in sight, and the way to another. `id` is the event: another event begins at its top. */
export function useSections(body: RefObject<HTMLElement | null>, id: number) {
  const [current, setCurrent] = useState<Section>('facts')

  // biome-ignore lint/correctness/useExhaustiveDependencies: another event begins at its top
  useLayoutEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0
    setCurrent('facts')
  }, [body, id])

  const onScroll = useCallback(() => {
    const box = body.current
    if (box === null) return
    const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 2
    let found: Section = 'facts'
    for (const part of box.querySelectorAll<HTMLElement>('[data-section]')) {
      const near = part.offsetTop - box.offsetTop <= box.scrollTop + NEAR
      const name = SECTIONS.find((section) => section === part.dataset['section'])
      if ((near || atEnd) && name !== undefined) found = name
    }
    setCurrent(found)
  }, [body])

  const jump = useCallback(
    (section: Section) => {
      const box = body.current
      const part = box?.querySelector<HTMLElement>(`[data-section="${section}"]`)
      if (box === null || part === undefined || part === null) return
      box.scrollTop = section === 'facts' ? 0 : part.offsetTop - box.offsetTop
      setCurrent(section)
    },
    [body],
  )

  useShortcuts(Object.fromEntries(SECTIONS.map((section, index) => [String(index + 1), () => jump(section)])))
  return { current, onScroll, jump }
}
