import type { Classification, Shell } from '../../preload/contract/models/safety.ts'
import { rankOf } from './parse/shared/verdict.ts'
import type { Rule } from './tables/rule.ts'

type Classify = (command: string, shell: Shell) => Classification

/**
 * Every row must match its examples and none of its counter-examples; identifiers are unique and reasons complete.
 * Returns one sentence for each fault.
 */
export function checkTables(rules: readonly Rule[], shell: Shell, classify: Classify): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const rule of rules) {
    if (seen.has(rule.id)) faults.push(`${rule.id}: the identifier is used twice`)
    seen.add(rule.id)
    if (!rule.reason.en.trim() || !rule.reason.zh.trim()) faults.push(`${rule.id}: a reason is missing`)
    if (rule.match.length === 0 || rule.noMatch.length === 0) faults.push(`${rule.id}: examples are missing`)
    faults.push(...checkExamples(rule, shell, classify))
  }
  return faults
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
