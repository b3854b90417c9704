import { useState } from 'react'
import {
  type EventSelection,
  TAG_COLORS,
  type Tag,
  type TagColor,
  TagName,
} from '../../shared/domain/mark.ts'
import { markTexts } from '../../shared/messages/marks.ts'
import { errorsOfTags } from '../../shared/messages/tag-errors.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import type { MarkActions } from './use-mark-actions.ts'

/** Name and colour of a tag that is to be made and put on the events. */
export function NewTag(props: {
  readonly actions: MarkActions
  readonly on: EventSelection
  /** True when there is no other: then the field has the focus. */
  readonly first: boolean
  onMade(): void
}) {
  const texts = useTexts(markTexts)
  const [name, setName] = useState('')
  const [color, setColor] = useState<TagColor>('red')
  const [error, setError] = useTagError()
  const make = async () => {
    if (!TagName.safeParse(name).success) return setError('rule')
    const refused = await props.actions.makeTag(name.trim(), color, props.on)
    if (refused === null) props.onMade()
    else setError(refused === 'invalid-input' ? 'taken' : 'failed')
  }
  return (
    <form
      className="tag-new"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Field
        label={texts.newTag}
        aria-label={texts.newName}
        data-autofocus={props.first ? true : undefined}
        maxLength={60}
        value={name}
        error={error}
        hint={texts.nameRule}
        onChange={(event) => {
          setName(event.target.value)
          setError(null)
        }}
      />
      <div className="tag-new-end">
        <Colors value={color} onChange={setColor} />
        <Button type="submit" look="primary" icon="plus" disabled={name.trim() === ''}>
          {texts.make}
        </Button>
      </div>
    </form>
  )
}

/** One tag whose name and colour can be changed, or that can be removed. */
export function TagLine(props: {
  readonly tag: Tag
  readonly actions: MarkActions
  /** The line goes away with the tag; the focus must not. */
  onRemove(): void
}) {
  const { tag, actions } = props
  const texts = useTexts(markTexts)
  const [name, setName] = useState(tag.name)
  const [error, setError] = useTagError()
  const save = async (color: TagColor) => {
    if (!TagName.safeParse(name).success) return setError('rule')
    if (name.trim() === tag.name && color === tag.color) return
    const refused = await actions.changeTag(tag, name.trim(), color)
    setError(refused === null ? null : refused === 'invalid-input' ? 'taken' : 'failed')
  }
  return (
    <form
      className="tag-line"
      onSubmit={(event) => {
        event.preventDefault()
        void save(tag.color)
      }}
    >
      <Field
        label={texts.rename}
        maxLength={60}
        value={name}
        error={error}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void save(tag.color)}
      />
      <Colors value={tag.color} onChange={(color) => void save(color)} />
      <IconButton
        icon="trash"
        label={texts.removeNamed(tag.name)}
        onClick={() => {
          props.onRemove()
          void actions.removeTag(tag)
        }}
      />
    </form>
  )
}

function useTagError() {
  const words = useTexts(errorsOfTags)
  const [code, setCode] = useState<'rule' | 'taken' | 'failed' | null>(null)
  return [code === null ? undefined : words[code], setCode] as const
}

/** The seven colours; each has its word for those who do not see it. */
function Colors(props: { readonly value: TagColor; onChange(color: TagColor): void }) {
  const texts = useTexts(markTexts)
  return (
    <div role="radiogroup" aria-label={texts.color} className="tag-colors">
      {TAG_COLORS.map((color) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio button that is a coloured square
        <button
          key={color}
          type="button"
          role="radio"
          aria-checked={color === props.value}
          aria-label={texts.colors[color]}
          title={texts.colors[color]}
          className={`tag-color tag-${color}`}
          onClick={() => props.onChange(color)}
        />
      ))}
    </div>
  )
}
