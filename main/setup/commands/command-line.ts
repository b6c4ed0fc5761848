import type { SetupCommand, SetupStep } from '../../../preload/contract/models/broker/setup.ts'

/** One line for the operator to run, with its reason in both languages. */
export type Line = readonly [step: SetupStep, command: string, en: string, zh: string]

export function commandsOf(shell: SetupCommand['shell'], lines: readonly Line[]): SetupCommand[] {
  return lines.map(([step, command, en, zh]) => ({ step, shell, command, why: { en, zh } }))
}
