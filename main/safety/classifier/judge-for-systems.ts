import {
  type Classification,
  COMMAND_CLASSES,
  type DeviceSystem,
  type Shell,
} from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { asMetBy, namesWindowsFile, readsSameCalls, withoutAbsentPrograms } from './other-shell-text.ts'

/** Judges one exact command for one shell. May throw: then nothing is sent. */
export interface ShellClassifier {
  classify(command: string, shell: Shell): Classification
}

/** One judgement for all shells that a command may meet. */
export interface SystemsJudgement {
  readonly classification: Classification
  /** Shells other than the first for which it is worse than for the first. */
  readonly raisedFor: readonly Shell[]
}

const ALL_SHELLS: readonly Shell[] = ['bash', 'cmd', 'powershell']
const MAX_REASONS = 2
const ABSENT = 'unlisted.program'
const IF_IT_RUNS = {
  bash: { en: 'if the device runs Linux', zh: '如果设备运行 Linux' },
  cmd: { en: 'if the device runs Windows (cmd)', zh: '如果设备运行 Windows（cmd）' },
  powershell: { en: 'if the device runs Windows (PowerShell)', zh: '如果设备运行 Windows（PowerShell）' },
} as const
const IF_WINDOWS = { en: 'if the device runs Windows', zh: '如果设备运行 Windows' }

/** Shell that runs the commands of a system. */
export function shellOf(system: DeviceSystem): Shell {
  if (system === 'windows-cmd') return 'cmd'
  return system === 'windows-powershell' ? 'powershell' : 'bash'
}

/** Shells that a command may meet, the one it is written for first; all of them where nobody may be believed. */
export function shellsOf(system: DeviceSystem, isKnown: boolean): readonly Shell[] {
  const first = shellOf(system)
  return isKnown ? [first] : [first, ...ALL_SHELLS.filter((shell) => shell !== first)]
}

/**
 * Judges the same bytes for devices of several systems, each by its own shells as if it were alone. The worst judgement
 * counts whole, with what the others add to it: an end that is missing, a link that is cut, the rules that were met.
 */
export function judgeForEach(
  classifier: ShellClassifier,
  command: string,
  shellsOfEach: readonly (readonly Shell[])[],
): SystemsJudgement {
  const judged = shellsOfEach.map((shells) => ({ shells, ...judgeForShells(classifier, command, shells) }))
  const [first, ...others] = judged
  if (first === undefined) throw new RangeError('a command is judged for one shell at least')
  const worst = others.reduce(
    (one, two) => (rankOf(two.classification.class) > rankOf(one.classification.class) ? two : one),
    first,
  )
  const all = judged.map(({ classification }) => classification)
  const [shell = 'bash'] = worst.shells
  const isWorse = all.some(({ class: judgedClass }) => judgedClass !== worst.classification.class)
  const reasons = worst.classification.reasons.map((reason) => (isWorse ? reasonIf(shell, reason) : reason))
  return {
    classification: {
      ...worst.classification,
      reasons,
      rules: [...new Set([...worst.classification.rules, ...all.flatMap(({ rules }) => rules)])],
      cutsOff: all.some(({ cutsOff }) => cutsOff),
      endless: all.some(({ endless }) => endless),
    },
    raisedFor: [...new Set(judged.flatMap(({ raisedFor }) => raisedFor))],
  }
}

function reasonIf(shell: Shell, reason: LocalizedText): LocalizedText {
  const prefix = IF_IT_RUNS[shell]
  return { en: `${prefix.en}: ${reason.en}`, zh: `${prefix.zh}：${reason.zh}` }
}

/**
 * Judges a command for the first shell, and for the others that it may meet; the worst counts, and reasons say for which
 * system. What counts of another shell is all that it finds, with one exception: a program or a use that is on no list
 * there (`df`, `ping -c 4` on Windows) is taken for absent, for else every command for an unset device would be `unknown`.
 * Text refused there is `unknown`, not refused: the shell it is written for accepts it.
 */
export function judgeForShells(
  classifier: ShellClassifier,
  command: string,
  [first = 'bash', ...others]: readonly Shell[],
): SystemsJudgement {
  const own = classifier.classify(command, first)
  if (own.class === 'refused' || own.class === 'forbidden') return { classification: own, raisedFor: [] }
  const raising = others
    .map((shell) => ({ shell, found: judgeElsewhere(classifier, command, shell, first) }))
    .filter(({ found }) => isWorse(found, own))
    .sort((one, two) => rankOf(two.found.class) - rankOf(one.found.class))
  const [worst] = raising
  if (worst === undefined) return { classification: own, raisedFor: [] }
  const foreign = foreignReasons(raising)
  const isRaised = rankOf(worst.found.class) > rankOf(own.class)
  return {
    classification: {
      class: isRaised ? worst.found.class : own.class,
      reasons: isRaised ? [...foreign, ...own.reasons] : [...own.reasons, ...foreign],
      options: own.options,
      rules: [...new Set([...own.rules, ...raising.flatMap(({ found }) => found.rules)])],
      cutsOff: own.cutsOff || raising.some(({ found }) => found.cutsOff),
      endless: own.endless || raising.some(({ found }) => found.endless),
      tableVersion: own.tableVersion,
    },
    raisedFor: raising.map(({ shell }) => shell),
  }
}

/** Judges a command for a shell that it is not written for; never `refused`. */
function judgeElsewhere(classifier: ShellClassifier, command: string, shell: Shell, first: Shell): Classification {
  const literal = classifier.classify(command, shell)
  if (literal.class !== 'unknown' && literal.class !== 'refused') return literal
  const text = asMetBy(command, shell)
  const met = text === command ? literal : classifier.classify(text, shell)
  // A program that the first shell only quotes or skips may well be there.
  if (!readsSameCalls(text, first, shell)) return counting(met, true)
  if (!hasAbsent(met)) return counting(met, namesWindowsFile(text, shell))
  const left = withoutAbsentPrograms(text, shell, (part) => hasAbsent(classifier.classify(part, shell)))
  return counting(classifier.classify(left, shell), namesWindowsFile(left, shell))
}

/** The part of a judgement for another shell that counts. */
function counting(found: Classification, isFileNamed: boolean): Classification {
  if (found.class === 'refused') return { ...found, class: found.rules.includes('input.nothing') ? 'read' : 'unknown' }
  const isOnlyUnlisted = found.rules.every((rule) => /^(?:unlisted|read|program)\./.test(rule))
  return found.class === 'unknown' && isOnlyUnlisted && !isFileNamed
    ? { ...found, class: 'read', endless: false }
    : found
}

function hasAbsent({ class: judged, rules }: Classification): boolean {
  return judged === 'unknown' && rules.includes(ABSENT)
}

function isWorse(found: Classification, own: Classification): boolean {
  const isHigher = rankOf(found.class) > rankOf(own.class)
  return isHigher || (found.cutsOff && !own.cutsOff) || (found.endless && !own.endless)
}

/** The worst reasons of each shell, each once; what both shells of Windows say is said of Windows. */
function foreignReasons(
  raising: readonly { readonly shell: Shell; readonly found: Classification }[],
): LocalizedText[] {
  const shellsBy = new Map<string, { readonly reason: LocalizedText; readonly shells: Shell[] }>()
  for (const { shell, found } of raising) {
    // That a program is absent there is no reason beside a worse one.
    const telling = found.reasons.filter((_reason, index) => index === 0 || found.rules[index] !== ABSENT)
    for (const reason of telling.slice(0, MAX_REASONS)) {
      const known = shellsBy.get(reason.en)
      if (known === undefined) shellsBy.set(reason.en, { reason, shells: [shell] })
      else known.shells.push(shell)
    }
  }
  return [...shellsBy.values()].map(({ reason, shells: [shell = 'bash', second] }) => {
    const prefix = second !== undefined && shell !== 'bash' && second !== 'bash' ? IF_WINDOWS : IF_IT_RUNS[shell]
    return { en: `${prefix.en}: ${reason.en}`, zh: `${prefix.zh}：${reason.zh}` }
  })
}

/** `refused` is above all classes: text that is not acceptable is never run. */
export function rankOf(judged: Classification['class']): number {
  return judged === 'refused' ? COMMAND_CLASSES.length : COMMAND_CLASSES.indexOf(judged)
}
