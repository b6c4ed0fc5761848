/** A regular expression of the product with its place. */
export interface Expression {
  /** Path from the checkout, with slashes. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** A place that builds an expression from text. */
export interface BuildPlace {
  readonly file: string
  readonly line: number
}
