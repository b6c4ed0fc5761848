import type { CommandClass } from '../../../../preload/contract/models/safety.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import type { Arg } from './arguments.ts'
import { isRawDisk, pathMeets, patternOf, placesOf } from './paths.ts'
import type { Verdict } from './verdict.ts'

interface Sink {
  readonly rule: string
  readonly class: CommandClass
  readonly reason: LocalizedText
  readonly cutsOff?: boolean
}

const RAW: Sink = {
  rule: 'sink.disk',
  class: 'forbidden',
  reason: { en: 'writes to a raw disk', zh: '直接写入原始磁盘' },
}
const SYSRQ: Sink = {
  rule: 'sink.sysrq',
  class: 'destructive',
  reason: { en: 'sends a command straight to the kernel', zh: '直接向内核发送命令' },
}
const ACCOUNTS: Sink = {
  rule: 'sink.accounts',
  class: 'destructive',
  reason: { en: 'writes to the files of users and passwords', zh: '写入用户或密码文件' },
}
const BOOT: Sink = {
  rule: 'sink.boot',
  class: 'destructive',
  reason: { en: 'writes to the files that the device starts from', zh: '写入设备启动所需的文件' },
}
const LOG: Sink = {
  rule: 'sink.log',
  class: 'destructive',
  reason: { en: 'erases a log or a history', zh: '清除日志或历史记录' },
}
const NETWORK: Sink = {
  rule: 'sink.network',
  class: 'destructive',
  reason: { en: 'writes to the network or ssh settings', zh: '写入网络或 ssh 配置' },
  cutsOff: true,
}
const KERNEL: Sink = {
  rule: 'sink.kernel',
  class: 'destructive',
  reason: { en: 'sets kernel parameters or a watchdog', zh: '设置内核参数或看门狗' },
}

const ACCOUNT_FILES = [
  '/etc/passwd',
  '/etc/shadow',
  '/etc/group',
  '/etc/gshadow',
  '/etc/sudoers',
  '/etc/sudoers.d/*',
  '/etc/pam.d/*',
  '/root/.ssh/authorized_keys',
  '/home/*/.ssh/authorized_keys',
]
const BOOT_FILES =
  /^\/boot(?:\/|$)|^\/etc\/(?:fstab|inittab|ld\.so\.preload|crypttab)$|^\/usr\/(?:s?bin|lib)(?:\/|$)|^\/s?bin(?:\/|$)|^\/lib(?:\/|$)/
const NETWORK_FILES =
  /^\/etc\/(?:(?:ssh|network|NetworkManager|netplan|wpa_supplicant)(?:\/|$)|dhcpcd\.conf|resolv\.conf|hosts\.(?:deny|allow)|systemd\/network\/|iptables\/|nftables\.conf|ufw\/)/
const KERNEL_FILES =
  /^\/proc\/sys\/|^\/dev\/watchdog|^\/sys\/(?:kernel|block|bus|devices|power|module|fs|firmware)\/|^\/sys\/class\/(?:net|rfkill|block|scsi\w*|mmc_host|power_supply)\//
const LOG_FILES = /^\/var\/(?:log\/|run\/utmp|spool\/cron)|(?:^|\/)\.\w*_?history$|^\/run\/log\//

/**
 * What writing to a place means beyond changing a file, undefined for ordinary places.
 * `isErasing` tells a write that empties the file from one that appends.
 */
export function sinkOf(arg: Arg, directories: readonly string[], isErasing: boolean): Sink | undefined {
  const places = placesOf(patternOf(arg), directories)
  if (places.some(isRawDisk)) return RAW
  for (const place of places) {
    if (/^\/proc\/(?:sysrq-trigger|sys\/kernel\/sysrq)$/.test(place)) return SYSRQ
    if (KERNEL_FILES.test(place)) return KERNEL
    if (ACCOUNT_FILES.some((file) => pathMeets(place, file))) return ACCOUNTS
    if (NETWORK_FILES.test(place)) return NETWORK
    if (BOOT_FILES.test(place)) return BOOT
    if (isErasing && LOG_FILES.test(place)) return LOG
  }
  return undefined
}

/** Adds what a write to this argument means. */
export function addSink(arg: Arg, directories: readonly string[], isErasing: boolean, verdict: Verdict): void {
  const sink = sinkOf(arg, directories, isErasing)
  if (!sink) return
  verdict.add(sink.class, sink.rule, sink.reason)
  if (sink.cutsOff) verdict.isCuttingOff = true
}
