import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/setup.ts'
import { commandsOf } from './command-line.ts'
import { linuxFirewall, windowsFirewall } from './firewall.ts'

/** The built-in broker needs no lines but those for the firewall of this computer, whichever system it has. */
export function builtinCommands(plan: SetupPlan): SetupCommand[] {
  return [...commandsOf('bash', linuxFirewall(plan)), ...commandsOf('powershell', windowsFirewall(plan))]
}
