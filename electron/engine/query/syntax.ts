/** A part of the text: `from` is its first character (UTF-16 unit), `to` the first after it. */
export interface Place {
  readonly from: number
  readonly to: number
}

export type Sign = ':' | '>' | '>=' | '<' | '<='

/** A value as it was typed. `text` still has quotes and escapes. */
export interface TypedValue extends Place {
  readonly text: string
  readonly quoted: boolean
}

/** What may stand behind a field. Open ends of a range are null. */
export type ValueNode =
  | ({ readonly kind: 'value' } & TypedValue)
  | ({
      readonly kind: 'range'
      readonly low: TypedValue | null
      readonly high: TypedValue | null
    } & Place)
  | ({ readonly kind: 'and' | 'or'; readonly parts: readonly ValueNode[] } & Place)
  | ({ readonly kind: 'not'; readonly part: ValueNode } & Place)

/** A query as it is written, before anybody asks whether its fields and values make sense. */
export type SyntaxNode =
  | ({ readonly kind: 'text'; readonly value: TypedValue } & Place)
  | ({
      readonly kind: 'field'
      readonly name: Place & { readonly text: string }
      readonly sign: Sign
      readonly value: ValueNode
    } & Place)
  | ({ readonly kind: 'and' | 'or'; readonly parts: readonly SyntaxNode[] } & Place)
  | ({ readonly kind: 'not'; readonly part: SyntaxNode } & Place)
