import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { JoinFault } from '../failures/join-fault.ts'
import type { Found } from './read-look.ts'

/** With packages to install the device needs more room. */
const NEEDED_MIB = { agent: 8, packages: 100 } as const
const DAY_S = 86_400
const NOTICED_S = 60
const CERTIFICATE_NOTICED_S = 3 * DAY_S
const OLDEST_PYTHON = [3, 8] as const

/** True where something has to be installed before the agent can run. */
export function needsPackages({ look }: Found): boolean {
  return look.python === null || look.paho === null || look.openssl === null
}

/** Says what stands in the way of the agent on this device; null: nothing. */
export function obstacleOf(
  found: Found,
  options: { readonly isTls: boolean; readonly hasSudoPassword: boolean },
): JoinFault | null {
  const { look, rights } = found
  if (!found.isLinux) return new JoinFault('look', 'not-linux')
  if (rights === 'none') return new JoinFault('sudo', 'no-sudo')
  if (rights === 'sudo-password' && !options.hasSudoPassword) return new JoinFault('sudo', 'sudo-password')
  if (look.python !== null && isOlder(look.python)) return new JoinFault('look', 'python-old', look.python)
  if (needsPackages(found) && !found.hasApt) return new JoinFault('look', 'no-python')
  const needed = needsPackages(found) ? NEEDED_MIB.packages : NEEDED_MIB.agent
  if (look.freeMiB !== null && look.freeMiB < needed) return new JoinFault('look', 'disk-full', `${look.freeMiB} MiB`)
  if (options.isTls && Math.abs(look.clockAheadS ?? 0) > DAY_S)
    return new JoinFault('look', 'clock-wrong', `${look.clockAheadS} s`)
  return found.broker.state === 'failed' ? new JoinFault('broker', found.broker.cause, found.broker.detail) : null
}

/** What the operator should know and may go on with. */
export function notesOf(
  found: Found,
  /** `isOnline`: a device under this id is online at present. */
  { deviceId, isOnline }: { readonly deviceId: string; readonly isOnline: boolean },
): readonly LocalizedText[] {
  const { look, executor } = found
  const notes: LocalizedText[] = []
  if (isOnline && executor?.deviceId !== deviceId && look.agentDeviceId !== deviceId)
    notes.push({
      en: `A device called ${deviceId} is online, and this one has no executor or agent of that name. Two devices under one id push each other off the broker: choose another id.`,
      zh: `名为 ${deviceId} 的设备在线，而此设备上没有该名称的执行器或代理程序。两台设备使用同一 ID 会互相挤下线：请换一个 ID。`,
    })
  const ahead = look.clockAheadS ?? 0
  if (Math.abs(ahead) > NOTICED_S)
    notes.push({
      en: `Its clock is ${Math.abs(ahead)} s ${ahead > 0 ? 'ahead' : 'behind'}. Signed commands work all the same.`,
      zh: `时钟${ahead > 0 ? '快' : '慢'} ${Math.abs(ahead)} 秒。已签名的命令仍可使用。`,
    })
  if (found.certificateForS !== null && found.certificateForS < CERTIFICATE_NOTICED_S) {
    const hours = Math.max(0, Math.floor(found.certificateForS / 3600))
    notes.push({
      en: `The certificate of the broker ends in ${hours} h. After that no device gets in: renew it first.`,
      zh: `Broker 的证书将在 ${hours} 小时后到期。此后任何设备都无法连接：请先续签证书。`,
    })
  }
  if (!look.hasSystemd && !found.hasCron)
    notes.push({
      en: 'Neither systemd nor cron is there: the agent runs until the next restart of the device.',
      zh: '设备没有 systemd 和 cron：代理程序只运行到下次重启。',
    })
  if (found.broker.state === 'untried')
    notes.push({
      en: 'Without Python the way to the broker cannot be tried yet; the agent tries it before it starts.',
      zh: '没有 Python，暂时无法测试到 Broker 的连接；代理程序启动前会测试。',
    })
  return notes
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1])
}
