/** What a rule says to people. */
export interface RuleWords {
  readonly title: string
  /** The condition, with its numbers. */
  readonly looks: string
  /** Why it is worth a look. */
  readonly reason: string
  /** When it means nothing. */
  readonly harmless: string
  /** What it cannot see, beyond what no rule can. */
  readonly blind?: string
}
