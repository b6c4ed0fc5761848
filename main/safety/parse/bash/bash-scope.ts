import type { ParsedScript } from 'unbash'
import type { CommandClass } from '../../../../preload/contract/models/safety/safety.ts'
import type { Arg } from '../shared/arguments.ts'
import type { RuleIndex } from '../shared/rule-index.ts'
import { Verdict } from '../shared/verdict.ts'
import { FLOOR_REASONS, type FloorReason } from './floor-reasons.ts'

/** Nesting of scripts inside scripts that is still parsed; deeper text is only scanned. */
export const MAX_SCRIPT_DEPTH = 7

/** The effect of one stage of a pipeline on the next. */
export interface Flow {
  /** It prints something that was downloaded or decoded. */
  readonly feeds?: boolean
  /** It talks to the network, so that what it reads may leave the device. */
  readonly isNetwork?: boolean
  /** It runs what it reads. */
  readonly isShell?: boolean
  /** Its output, if that is literal. */
  readonly output?: string
}

export const NO_FLOW: Flow = {}

/** Joins the effects of several commands. */
export function mergedFlow(flows: readonly Flow[]): Flow {
  if (flows.length <= 1) return flows[0] ?? NO_FLOW
  const feeds = flows.some((flow) => flow.feeds)
  const isShell = flows.some((flow) => flow.isShell)
  const isNetwork = flows.some((flow) => flow.isNetwork)
  return {
    ...(feeds ? { feeds } : {}),
    ...(isShell ? { isShell } : {}),
    ...(isNetwork ? { isNetwork } : {}),
  }
}

/** State of judging one command. */
export class BashScope {
  readonly tables: RuleIndex
  verdict = new Verdict()
  readonly variables = new Map<string, string>()
  /** Directories that the command changed to, all of them kept as possible. */
  readonly directories: string[] = []
  /** Names of files that were downloaded or decoded. */
  readonly fetched = new Set<string>()
  /** Literal texts by the name of the file they were written to. */
  readonly written = new Map<string, string>()
  depth = 0
  steps = 0
  /** Places tried where a program only may begin. */
  guesses = 0
  /** Too much to judge part by part: the whole text is scanned as well. */
  isOverBudget = false
  /** Set while a later stage of the pipeline ends early (`head`). */
  canEndSoon = false
  /** Nothing but ASCII is in the command, so that names need no check. */
  isAscii = false

  constructor(tables: RuleIndex) {
    this.tables = tables
  }

  floor(reason: FloorReason): void {
    this.verdict.add('unknown', `floor.${reason}`, FLOOR_REASONS[reason])
  }

  /** Counts one judged program and the characters of its words. */
  step(argv: readonly Arg[]): void {
    this.steps++
    let characters = 40
    for (const arg of argv) characters += arg.value.length + 1
    this.verdict.budget.spend(characters)
  }

  /** Runs `judge` on the side and keeps only findings that are at least as bad as `floor`. */
  aside(floor: CommandClass, judge: () => void): void {
    const outer = this.verdict
    const inner = new Verdict(outer.budget)
    inner.timeLimits = outer.timeLimits
    this.verdict = inner
    try {
      judge()
    } finally {
      this.verdict = outer
    }
    outer.merge(inner, floor)
  }
}

/** Judges what is found inside other commands; implemented by the walker. */
export interface InnerJudge {
  script(text: string, scope: BashScope): Flow
  argv(argv: readonly Arg[], scope: BashScope, input: string | undefined): Flow
  tree(script: ParsedScript, scope: BashScope): Flow
}
