import type { ReactNode } from 'react'
import type { Section } from './use-sections.ts'

/** One part of the inspector with its title; the jump bar finds it by `id`. */
export function Part(props: {
  readonly id: Section
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="insp-part" data-section={props.id}>
      <h2 className="ui-small-heading insp-title">
        {props.title}
        {props.aside}
      </h2>
      {props.children}
    </section>
  )
}
