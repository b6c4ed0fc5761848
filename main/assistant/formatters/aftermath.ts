import type { Aftermath } from '../../../preload/contract/models/commands/answer-reading.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'

/** One word that no shell reads as anything else, nor any program as an option. */
const NAME = String.raw`([\w.+@][\w.+@-]{0,79})`
const SUDO = '^(?:sudo (?:-n )?)?'

const REBOOT =
  /^(?:sudo (?:-n )?)?(?:systemctl (?:--no-wall )?reboot|reboot|(?:\/sbin\/)?shutdown -r(?: now| \+?\d{1,4})?|init 6)$|^shutdown \/r(?: \/[tf](?: \d{1,4})?){0,2}$|^Restart-Computer(?: -Force)?$/iu
const SERVICE = new RegExp(
  `${SUDO}(?:systemctl (?:restart|start|reload|try-restart|reload-or-restart) ${NAME}|service ${NAME} (?:restart|start|reload))$`,
  'u',
)
const WINDOWS_SERVICE = new RegExp(`^(?:Restart-Service|Start-Service)(?: -Name)? ${NAME}(?: -Force)?$`, 'iu')
const CONTAINER = new RegExp(`${SUDO}docker (?:restart|start) ${NAME}$`, 'u')

/** Says what a command leaves to be looked at: a device that starts again, or a service. Null for every other command. */
export function aftermathOf(command: string, system: DeviceSystem): Aftermath | null {
  const text = command.trim()
  if (REBOOT.test(text)) return { kind: 'reboot', check: system.startsWith('windows') ? 'systeminfo' : 'uptime' }
  const service = SERVICE.exec(text)
  const unit = service?.[1] ?? service?.[2]
  if (unit !== undefined) return { kind: 'service', check: `systemctl status ${unit} --no-pager` }
  const windows = WINDOWS_SERVICE.exec(text)?.[1]
  if (windows !== undefined) return { kind: 'service', check: `Get-Service ${windows}` }
  return CONTAINER.test(text) ? { kind: 'service', check: 'docker ps -a' } : null
}
