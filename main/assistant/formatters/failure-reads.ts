import type { NextRead } from '../../../preload/contract/models/commands/answer-reading.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'

/** Causes of failures that a read can look into. */
export type FailureCause =
  | 'program'
  | 'packages'
  | 'read-only'
  | 'space'
  | 'memory'
  | 'permission'
  | 'name'
  | 'route'
  | 'refused'
  | 'unit'
  | 'service'

type Commands = Readonly<Partial<Record<'posix' | 'windows-cmd' | 'windows-powershell', string>>>

interface Read {
  readonly title: NextRead['title']
  readonly commands: Commands
}

/** `NAME` stands for the program or service that the failure names. */
const READS: Readonly<Record<FailureCause, Read>> = {
  program: {
    title: { en: 'Is it installed?', zh: '是否已安装？' },
    commands: {
      posix: 'command -v NAME',
      'windows-cmd': 'where NAME',
      'windows-powershell': 'Get-Command NAME',
    },
  },
  packages: {
    title: { en: 'Who holds the lock?', zh: '谁占用了锁？' },
    commands: { posix: 'fuser -v /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock' },
  },
  'read-only': {
    title: { en: 'How is it mounted?', zh: '它是如何挂载的？' },
    commands: { posix: 'findmnt -o TARGET,SOURCE,OPTIONS' },
  },
  space: {
    title: { en: 'How full are the disks?', zh: '磁盘有多满？' },
    commands: {
      posix: 'df -h',
      'windows-cmd': 'fsutil volume diskfree c:',
      'windows-powershell': 'Get-PSDrive -PSProvider FileSystem',
    },
  },
  memory: {
    title: { en: 'How much memory is free?', zh: '还有多少内存？' },
    commands: { posix: 'free -h', 'windows-cmd': 'systeminfo', 'windows-powershell': 'systeminfo' },
  },
  permission: {
    title: { en: 'Which account is it?', zh: '这是哪个账户？' },
    commands: { posix: 'id', 'windows-cmd': 'whoami /groups', 'windows-powershell': 'whoami /groups' },
  },
  name: {
    title: { en: 'Which DNS server is set?', zh: '设置了哪个 DNS 服务器？' },
    commands: {
      posix: 'cat /etc/resolv.conf',
      'windows-cmd': 'ipconfig /all',
      'windows-powershell': 'Get-DnsClientServerAddress',
    },
  },
  route: {
    title: { en: 'Which routes are there?', zh: '有哪些路由？' },
    commands: { posix: 'ip route', 'windows-cmd': 'route print', 'windows-powershell': 'Get-NetRoute' },
  },
  refused: {
    title: { en: 'What listens on this device?', zh: '这台设备上有什么在监听？' },
    commands: { posix: 'ss -tln' },
  },
  unit: {
    title: { en: 'Which services are there?', zh: '有哪些服务？' },
    commands: { posix: 'systemctl list-units --type=service --all --no-pager' },
  },
  service: {
    title: { en: 'What does the service say?', zh: '该服务的状态如何？' },
    commands: { posix: 'systemctl status NAME --no-pager' },
  },
}

/** One word that no shell reads as anything else, nor any program as an option. */
const PLAIN_NAME = /^[\w.+@/][\w.+@/-]{0,79}$/u

/** Returns a command that reads more about a cause; null where there is none, or its name is no plain word. */
export function nextRead(cause: FailureCause, name: string, system: DeviceSystem): NextRead | null {
  const { title, commands } = READS[cause]
  const command = commands[system === 'windows-cmd' || system === 'windows-powershell' ? system : 'posix']
  if (command === undefined || (command.includes('NAME') && !PLAIN_NAME.test(name))) return null
  return { title, command: command.replace('NAME', () => name) }
}
