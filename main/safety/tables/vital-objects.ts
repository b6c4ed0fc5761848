import type { CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { patternsMeet } from '../parse/shared/globs.ts'
import { isRawDisk, isSystemDirectory, isWholeRoot, pathMeets } from '../parse/shared/paths.ts'

/** The meaning of a write to a place beyond changing a file. */
export interface VitalPath {
  readonly rule: string
  readonly class: CommandClass
  readonly reason: LocalizedText
  readonly cutsOff?: boolean
  /** Only a write that empties the file counts. */
  readonly isErasing?: boolean
  /** Other rights or another owner are as bad as a write. */
  readonly isRights?: boolean
  /** A new empty file there is as bad as a write (`touch /etc/nologin`). */
  readonly isTouched?: boolean
}

interface PathRow extends VitalPath {
  /** Whole normalised paths as patterns, component by component, or a shape. */
  readonly paths?: readonly string[]
  readonly shape?: RegExp
  readonly is?: (place: string) => boolean
  readonly match: readonly string[]
  readonly noMatch: readonly string[]
}

/** Places that the device needs, worst first; every verb that writes, moves, empties or changes rights asks here. */
const PATHS: readonly PathRow[] = [
  {
    rule: 'sink.disk',
    class: 'forbidden',
    reason: { en: 'writes to a raw disk', zh: '直接写入原始磁盘' },
    is: isRawDisk,
    match: ['/dev/sda', '/dev/mmcblk0p2'],
    noMatch: ['/dev/null', '/home/pi/sda'],
  },
  {
    rule: 'sink.sysrq',
    class: 'destructive',
    reason: { en: 'sends a command straight to the kernel', zh: '直接向内核发送命令' },
    shape: /^\/proc\/(?:sysrq-trigger|sys\/kernel\/sysrq)$/,
    match: ['/proc/sysrq-trigger'],
    noMatch: ['/proc/sys/vm/swappiness'],
  },
  {
    rule: 'sink.kernel',
    class: 'destructive',
    reason: { en: 'sets kernel parameters or a watchdog', zh: '设置内核参数或看门狗' },
    shape:
      /^\/proc\/sys\/|^\/dev\/watchdog|^\/sys\/(?:kernel|block|bus|devices|power|module|fs|firmware)\/|^\/sys\/class\/(?:net|rfkill|block|scsi\w*|mmc_host|power_supply)\//,
    match: ['/proc/sys/net/ipv4/ip_forward', '/dev/watchdog'],
    noMatch: ['/sys/class/leds/led0/brightness'],
  },
  {
    rule: 'sink.accounts',
    class: 'destructive',
    reason: { en: 'writes to the files of users and passwords', zh: '写入用户或密码文件' },
    paths: [
      '/etc/passwd',
      '/etc/shadow',
      '/etc/group',
      '/etc/gshadow',
      '/etc/sudoers',
      '/etc/sudoers.d/*',
      '/etc/pam.d/*',
      '/etc/nologin',
      '/run/nologin',
      '/root/.ssh/authorized_keys',
      '/home/*/.ssh/authorized_keys',
    ],
    isRights: true,
    isTouched: true,
    match: ['/etc/passwd', '/etc/nologin', '/home/pi/.ssh/authorized_keys'],
    noMatch: ['/etc/hostname', '/home/pi/passwd'],
  },
  {
    rule: 'sink.network',
    class: 'destructive',
    reason: { en: 'writes to the network or ssh settings', zh: '写入网络或 ssh 配置' },
    cutsOff: true,
    shape:
      /^\/etc\/(?:(?:ssh|network|NetworkManager|netplan|wpa_supplicant)(?:\/|$)|dhcpcd\.conf|resolv\.conf|hosts\.(?:deny|allow)|systemd\/network\/|iptables\/|nftables\.conf|ufw\/)/,
    match: ['/etc/ssh/sshd_config', '/etc/netplan/50-cloud-init.yaml'],
    noMatch: ['/etc/hosts', '/etc/mosquitto/mosquitto.conf'],
  },
  {
    rule: 'sink.boot',
    class: 'destructive',
    reason: { en: 'writes to the files that the device starts from', zh: '写入设备启动所需的文件' },
    shape:
      /^\/boot(?:\/|$)|^\/etc\/(?:fstab|inittab|ld\.so\.preload|crypttab)$|^\/usr\/(?:s?bin|lib)(?:\/|$)|^\/s?bin(?:\/|$)|^\/lib(?:\/|$)/,
    isRights: true,
    match: ['/boot/firmware/config.txt', '/usr/sbin/sshd', '/bin/sh', '/etc/fstab'],
    noMatch: ['/usr/local/bin/x', '/home/pi/bin/x'],
  },
  {
    rule: 'sink.system',
    class: 'destructive',
    reason: { en: 'changes a directory of the system as a whole', zh: '整体更改系统目录' },
    is: (place) => isWholeRoot(place) || isSystemDirectory(place) || /^\/usr\/[a-z]+$/.test(place),
    isRights: true,
    match: ['/', '/etc', '/usr', '/var'],
    noMatch: ['/etc/mosquitto', '/home/pi'],
  },
  {
    rule: 'sink.log',
    class: 'destructive',
    reason: { en: 'erases a log or a history', zh: '清除日志或历史记录' },
    isErasing: true,
    shape: /^\/var\/(?:log\/|run\/utmp|spool\/cron)|(?:^|\/)\.\w*_?history$|^\/run\/log\//,
    match: ['/var/log/syslog', '/home/pi/.bash_history'],
    noMatch: ['/var/lib/x'],
  },
]

/** Returns why a normalised path is vital, worst first. */
export function vitalPathsOf(place: string): VitalPath[] {
  return PATHS.filter((row) => meets(row, place))
}

function meets(row: PathRow, place: string): boolean {
  if (row.is?.(place) || row.shape?.test(place)) return true
  return row.paths?.some((path) => pathMeets(place, path)) === true
}

/** Units of systemd that end, restart or cut down the system whatever starts them (systemd.special(7)). */
const POWER_UNITS = new Set(
  'poweroff reboot halt kexec shutdown rescue emergency suspend hibernate hybrid-sleep suspend-then-hibernate sleep ctrl-alt-del exit soft-reboot final umount systemd-poweroff systemd-reboot systemd-halt systemd-kexec systemd-suspend systemd-hibernate systemd-hybrid-sleep systemd-suspend-then-hibernate systemd-soft-reboot runlevel0 runlevel1 runlevel6 initrd-switch-root'.split(
    ' ',
  ),
)

/** True if a unit or a pattern of units, with or without its type, powers off, restarts or leaves a rescue shell. */
export function isPowerUnit(unit: string): boolean {
  const name = unit.toLowerCase().replace(/\.(?:target|service)$/, '')
  if (!/[*?[]/.test(name)) return POWER_UNITS.has(name)
  return [...POWER_UNITS].some((power) => patternsMeet(name, power))
}

/** Registry key of a service of Windows, whose `Start` decides whether it runs. */
export const SERVICE_KEY = /\\(?:currentcontrolset|controlset\d{3})\\services\\[^\\]+/i

/** One sentence for each row that does not do what its examples say. */
export function checkVitalObjects(): string[] {
  return PATHS.flatMap((row) => [
    ...row.match.filter((place) => !meets(row, place)).map((place) => `${row.rule}: does not match ${place}`),
    ...row.noMatch.filter((place) => meets(row, place)).map((place) => `${row.rule}: matches ${place}`),
  ])
}
