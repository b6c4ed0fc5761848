import type { CoveredRead } from '../../manual/cover-read.ts'
import type { Arg } from '../shared/arguments.ts'
import type { BashScope, InnerJudge } from './bash-scope.ts'

/** One call of a program that the rows alone cannot judge. */
export interface ProgramCall {
  readonly name: string
  readonly args: readonly Arg[]
  readonly scope: BashScope
  readonly judge: InnerJudge
  readonly input: string | undefined
  /** The read that the call is, where its manual covers it. */
  readonly covered: CoveredRead | undefined
}
