import type { Color, Run } from '../text/lines.ts'
import type { StructNode } from './struct-node.ts'

/** Text with its baseline at `y`. */
export interface TextItem {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly run: Run
  /** Where it stands in the structure of the report; text without a place is a paragraph of its own. */
  readonly node?: StructNode
}

/** A filled rectangle; rules are thin ones. */
export interface BoxItem {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: Color
}

/** A filled circle around a centre. */
export interface DiscItem {
  readonly kind: 'disc'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly color: Color
}

/** A place that leads to an anchor when clicked. */
export interface LinkItem {
  readonly kind: 'link'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly to: string
  /** The link in the structure of the report. */
  readonly node?: StructNode
  /** What it says to somebody who does not see it. */
  readonly alt: string
}

export type Item = TextItem | BoxItem | DiscItem | LinkItem

/** A named place, and a bookmark unless its level is null: then only links lead there. */
export interface Anchor {
  readonly id: string
  readonly title: string
  readonly level: 1 | 2 | null
}

/**
 * The smallest thing that is moved to the next page as a whole. Points; items are relative to the top left corner
 * of the piece, y grows downwards.
 */
export interface Piece {
  readonly height: number
  /** White space above, dropped at the top of a page. */
  readonly before: number
  readonly items: readonly Item[]
  /** Must stand on the same page as the piece after it. */
  readonly withNext?: boolean
  /** Stands at the foot of the page, below all others. */
  readonly atFoot?: boolean
  /** Begins a new page. */
  readonly newPage?: boolean
  /** Begins a new page unless so much of the page is left, in points. */
  readonly needs?: number
  /** Printed again above this piece when it comes first on a page, such as the head of a table. */
  readonly repeat?: Piece
  readonly anchor?: Anchor
}

/** A piece at its place on a page. */
export interface PlacedPiece {
  readonly x: number
  readonly y: number
  readonly items: readonly Item[]
  /** Not part of the report's text: a header, a footer, the head of a table printed again. */
  readonly aside?: 'Header' | 'Footer' | 'Repeat'
}

export interface Page {
  /** From 1. */
  readonly number: number
  readonly placed: readonly PlacedPiece[]
  readonly anchors: readonly (Anchor & { readonly y: number })[]
}

export function gap(height: number): Piece {
  return { height: 0, before: height, items: [] }
}
