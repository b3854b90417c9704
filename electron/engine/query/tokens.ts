import { createToken, Lexer, type TokenType } from 'chevrotain'

/**
 * The words of the query language. What a character means depends on where it stands: after `field:` a value begins,
 * and there `-`, `:` and names that look like fields are part of the value. The lexer keeps that apart by modes: `main`,
 * `sign` between a field and its sign, `value` behind the sign, `group` in the brackets of a value.
 *
 * Full-width signs and typographic quotes are taken like plain ones, because keyboards and word processors make them.
 */
const SPACE = createToken({ name: 'Space', pattern: /[\s\u3000]+/, group: Lexer.SKIPPED, line_breaks: true })

export const Word = createToken({ name: 'Word', pattern: Lexer.NA })
export const Quoted = createToken({ name: 'Quoted', pattern: Lexer.NA })
export const OpenBracket = createToken({ name: 'OpenBracket', pattern: Lexer.NA })
export const CloseBracket = createToken({ name: 'CloseBracket', pattern: Lexer.NA })
export const Range = createToken({ name: 'Range', pattern: Lexer.NA })
/** A quote that is opened and not closed: never part of the grammar, so that the parser stops there. */
export const OpenQuote = createToken({ name: 'OpenQuote', pattern: Lexer.NA })

export const FieldName = createToken({
  name: 'FieldName',
  pattern: /[a-z][a-z0-9_-]*(?=[:：]|\s*[<>])/i,
  push_mode: 'sign',
})
export const Sign = createToken({
  name: 'Sign',
  pattern: /[:：]?[<>]=?|[:：]/,
  pop_mode: true,
  push_mode: 'value',
})

export const And = createToken({ name: 'And', pattern: /(?:and|&&)(?![^\s\u3000()（）])/i })
export const Or = createToken({ name: 'Or', pattern: /(?:or|\|\|)(?![^\s\u3000()（）])/i })
export const Not = createToken({ name: 'Not', pattern: /not(?![^\s\u3000()（）])|-(?=[^\s\u3000])/i })

const QUOTED = /["“”](?:\\[\s\S]|[^"“”\\])*["“”]/
const OPEN_QUOTE = /["“”][\s\S]*/
// A single dot belongs to a word, two make a range.
const WORD = /(?:\\[\s\S]|[^\s\u3000()（）"“”.]|\.(?!\.))+/
/** Texts with colons that people paste and that are no field with a value. */
const PASTED =
  /(?:arn:aws[a-z-]*:|[a-z][a-z0-9+.-]*:\/\/)[^\s\u3000()（）"“”]*|[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]*(?:\/\d{1,3})?(?![^\s\u3000()（）])/i

const make = (name: string, pattern: RegExp, kind: TokenType, mode: object = {}) =>
  createToken({ name, pattern, categories: [kind], line_breaks: true, ...mode })

const LEAVE = { pop_mode: true }

const lexer = new Lexer(
  {
    defaultMode: 'main',
    modes: {
      main: [
        SPACE,
        make('MainQuoted', QUOTED, Quoted),
        make('MainOpenQuote', OPEN_QUOTE, OpenQuote),
        make('MainOpen', /[(（]/, OpenBracket),
        make('MainClose', /[)）]/, CloseBracket),
        make('MainPasted', PASTED, Word),
        FieldName,
        And,
        Or,
        Not,
        make('MainRange', /\.\./, Range),
        make('MainWord', WORD, Word),
      ],
      sign: [SPACE, Sign],
      value: [
        SPACE,
        make('ValueQuoted', QUOTED, Quoted, LEAVE),
        make('ValueOpenQuote', OPEN_QUOTE, OpenQuote, LEAVE),
        make('ValueOpen', /[(（]/, OpenBracket, { pop_mode: true, push_mode: 'group' }),
        make('ValueClose', /[)）]/, CloseBracket, LEAVE),
        make('ValueRange', /\.\./, Range, LEAVE),
        make('ValueWord', WORD, Word, LEAVE),
      ],
      group: [
        SPACE,
        make('GroupQuoted', QUOTED, Quoted),
        make('GroupOpenQuote', OPEN_QUOTE, OpenQuote),
        make('GroupOpen', /[(（]/, OpenBracket, { push_mode: 'group' }),
        make('GroupClose', /[)）]/, CloseBracket, LEAVE),
        And,
        Or,
        Not,
        make('GroupRange', /\.\./, Range),
        make('GroupWord', WORD, Word),
      ],
    },
  },
  // Places are counted in characters; lines mean nothing in a search box.
  { positionTracking: 'onlyOffset', ensureOptimizations: false },
)

/** Splits a query. Every character belongs to some token or to the space between, whatever is typed. */
export const splitQuery = (text: string) => lexer.tokenize(text).tokens

export const ALL_TOKENS: TokenType[] = [
  Word,
  Quoted,
  OpenBracket,
  CloseBracket,
  Range,
  OpenQuote,
  FieldName,
  Sign,
  And,
  Or,
  Not,
]
