import type { Classification, Shell } from '../../../preload/contract/models/safety/safety.ts'
import type { ReadProgram } from '../manual/read-form.ts'
import { rankOf } from '../parse/shared/verdict.ts'
import type { Rule } from '../tables/rule.ts'

type Classify = (command: string, shell: Shell) => Classification

/**
 * Every row must match its examples and none of its counter-examples; identifiers are unique and reasons complete.
 * Yields one sentence for each fault of a row.
 */
export function* checkTables(rules: readonly Rule[], shell: Shell, classify: Classify): Generator<string[]> {
  const seen = new Set<string>()
  for (const rule of rules) {
    const faults: string[] = []
    if (rule.class === 'read' && !rule.endless) faults.push(`${rule.id}: a read needs a manual that lists its options`)
    if (seen.has(rule.id)) faults.push(`${rule.id}: the identifier is used twice`)
    seen.add(rule.id)
    if (!rule.reason.en.trim() || !rule.reason.zh.trim()) faults.push(`${rule.id}: a reason is missing`)
    if (rule.match.length === 0 || rule.noMatch.length === 0) faults.push(`${rule.id}: examples are missing`)
    faults.push(...checkExamples(rule, shell, classify))
    yield faults
  }
}

function checkExamples(rule: Rule, shell: Shell, classify: Classify): string[] {
  const faults: string[] = []
  for (const command of rule.match) {
    const found = classify(command, shell)
    if (!found.rules.includes(rule.id))
      faults.push(`${rule.id}: does not match “${command}” (${found.rules.join(', ')})`)
    else if (found.class === 'refused' || rankOf(found.class) < rankOf(rule.class)) {
      faults.push(`${rule.id}: “${command}” is ${found.class}, below ${rule.class}`)
    }
    if (rule.cutsOff && !found.cutsOff) faults.push(`${rule.id}: “${command}” is not marked as cutting off`)
    if (rule.endless === 'hard' && !found.endless) faults.push(`${rule.id}: “${command}” is not marked as endless`)
  }
  for (const command of rule.noMatch) {
    if (classify(command, shell).rules.includes(rule.id)) faults.push(`${rule.id}: matches “${command}”`)
  }
  return faults
}

/** Every form of a manual covers its examples, which then are `read`, and does not cover its counter-examples. */
export function* checkManual(
  programs: ReadonlyMap<string, ReadProgram>,
  shell: Shell,
  classify: Classify,
): Generator<string[]> {
  for (const { name, forms } of programs.values()) {
    const faults = forms.flatMap((form) => [
      ...form.match.map((command) => [form.id, command, classify(command, shell)] as const).filter(isNoRead),
      ...form.noMatch.map((command) => [form.id, command, classify(command, shell)] as const).filter(isRead),
    ])
    const isAlias = forms.every((form) => form.match.length === 0)
    const hasCounter = isAlias || forms.some((form) => form.noMatch.length > 0)
    yield [
      ...faults.map(([id, command, found]) => `${id}: “${command}” is ${found.class} (${found.rules.join(', ')})`),
      ...(hasCounter ? [] : [`${name}: no counter-example`]),
    ]
  }
}

type Judged = readonly [id: string, command: string, found: Classification]

const isRead = ([, , found]: Judged): boolean => found.class === 'read'
const isNoRead = (judged: Judged): boolean =>
  !isRead(judged) || !judged[2].rules.some((rule) => rule.startsWith('read.'))
