import { plural } from '../formatters/reading.ts'
import { cellsOf, checkCommand, checkFormatter, decimal } from './check-parts.ts'

const FULL_PERCENT = 90
const INODES_FULL_PERCENT = 95

export const CLOCK_CHECK = checkCommand([
  ['time', "date '+%F %T %Z'"],
  ['clock', 'timedatectl'],
  ['services', 'systemctl is-active systemd-timesyncd chrony ntpsec ntp'],
])

export const DISK_FULL_CHECK = checkCommand([
  ['disks', 'df -P -x tmpfs -x devtmpfs'],
  ['inodes', 'df -Pi /'],
  ['journal', 'journalctl --disk-usage --no-pager'],
  ['folders', 'du -xh --max-depth=1 / 2>/dev/null | sort -rh | head -n 8'],
])

export const DISK_HEALTH_CHECK = checkCommand([
  // Without rights the journal is empty, which must not be taken for health.
  ['journal', 'journalctl -k -b -n 1 -q --no-pager'],
  [
    'errors',
    "journalctl -k -b -g 'i/o error|mmcblk.*error|ext4-fs error|medium error|remounting filesystem read-only' -n 20 -q --no-pager",
  ],
  ['root', "grep ' / ' /proc/mounts"],
  ['wear', 'cat /sys/block/mmcblk0/device/life_time'],
])

/** Why the clock is wrong: synchronisation, or the zone. */
export const readClockCheck = checkFormatter((parts) => {
  const clock = (parts.get('clock') ?? []).join('\n')
  const isSynced = /(?:System clock synchronized|NTP synchronized): (yes|no)/u.exec(clock)?.[1]
  const zone = /Time zone: ([\w/+-]{1,60})/u.exec(clock)?.[1]
  const time = parts.get('time')?.[0]
  if (isSynced === undefined || zone === undefined || time === undefined) return null
  const isOn =
    /NTP (?:service|enabled): (?:active|yes)/u.test(clock) || (parts.get('services') ?? []).includes('active')
  const values = [
    ['Time', '时间', time],
    ['Time zone', '时区', zone],
    ['Synchronised', '已同步', isSynced === 'yes' ? '✓' : '–'],
  ] as const
  if (isSynced === 'yes') {
    return {
      findings: [
        [
          `The clock is synchronised. If the hour looks wrong, the time zone is: ${zone}.`,
          `时钟已同步。如果小时不对，原因是时区：${zone}。`,
        ],
      ],
      isWarning: false,
      values,
    }
  }
  return {
    findings: [
      isOn
        ? [
            'Synchronisation is on, but no time server has answered yet: look at the network.',
            '时间同步已开启，但还没有时间服务器应答：请检查网络。',
          ]
        : ['Synchronisation is off: “sync the time” switches it on.', '时间同步没有开启：说“校准时间”即可开启。'],
    ],
    isWarning: true,
    values,
  }
})

function fullestOf(lines: readonly string[] = []): { readonly mount: string; readonly percent: number } | null {
  const disks = lines.flatMap((line) => {
    const cells = cellsOf(line)
    const percent = /^\d{1,3}%$/u.test(cells[4] ?? '') ? decimal(cells[4]) : null
    const isImage = /^\/dev\/loop/u.test(cells[0] ?? '')
    return percent === null || isImage || cells[5] === undefined ? [] : [{ mount: cells.slice(5).join(' '), percent }]
  })
  return disks.sort((left, right) => right.percent - left.percent)[0] ?? null
}

/** What fills the disk, and what can be given up. */
export const readDiskFullCheck = checkFormatter((parts) => {
  const fullest = fullestOf(parts.get('disks'))
  if (fullest === null) return null
  const inodes = fullestOf(parts.get('inodes'))
  const folder = cellsOf(parts.get('folders')?.find((line) => !/\s\/$/u.test(line)))
  const journal = /take up ([\d.,]{1,9}[KMGT]?)/u.exec(parts.get('journal')?.join(' ') ?? '')?.[1]
  const [size = '', path = ''] = folder
  const isFull = fullest.percent >= FULL_PERCENT
  const isOutOfFiles = inodes !== null && inodes.percent >= INODES_FULL_PERCENT
  const findings: (readonly [string, string])[] = []
  if (isFull) {
    const [en, zh] =
      path === '' ? ['', ''] : [` The largest folder is ${path} with ${size}.`, `占用最多的目录是 ${path}（${size}）。`]
    findings.push([
      `${fullest.mount} is ${fullest.percent} % full.${en} “Free up disk space” offers what can go.`,
      `${fullest.mount} 已用 ${fullest.percent}%。${zh}说“释放磁盘空间”可选择要清理的内容。`,
    ])
  }
  if (isOutOfFiles) {
    findings.push([
      'It has no room for more files: many small ones use up its inodes.',
      '无法再新建文件：大量小文件用光了 inode。',
    ])
  }
  if (findings.length === 0) {
    findings.push([
      `No disk is full: ${fullest.mount} is at ${fullest.percent} %.`,
      `没有磁盘写满：${fullest.mount} 已用 ${fullest.percent}%。`,
    ])
  }
  return {
    findings,
    isWarning: isFull || isOutOfFiles,
    values: [
      ['Fullest', '最满', `${fullest.mount} ${fullest.percent} %`],
      ['Largest folder', '最大目录', path === '' ? '' : `${path} ${size}`],
      ['Journal', '系统日志', journal ?? ''],
    ],
  }
})

/** `life_time` of eMMC: tenths of the life used up, 0x0B beyond its end. */
function wearOf(lines: readonly string[] = []): number | null {
  const match = /^0x([0-9a-f]{2}) 0x([0-9a-f]{2})$/iu.exec(lines[0] ?? '')
  if (match === null) return null
  const worst = Math.max(Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? '', 16))
  return worst < 1 || worst > 11 ? null : worst
}

/** Whether the storage shows signs of failing. */
export const readDiskHealthCheck = checkFormatter((parts) => {
  const options = cellsOf(parts.get('root')?.at(-1))[3]
  const errors = (parts.get('errors') ?? []).filter((line) => !line.startsWith('-- '))
  const wear = wearOf(parts.get('wear'))
  const isReadOnly = options?.split(',').includes('ro') ?? false
  const hasJournal = (parts.get('journal') ?? []).length > 0
  const findings: (readonly [string, string])[] = []
  if (errors.length > 0) {
    findings.push([
      `The kernel reported ${plural(errors.length, 'error')} of the storage since the start: back up and replace it.`,
      `启动以来内核报告了 ${errors.length} 次存储错误：请备份并更换。`,
    ])
  }
  if (isReadOnly) {
    findings.push(['The system disk is read-only, often after an error.', '系统盘为只读，通常是出错之后的结果。'])
  }
  if (wear !== null && wear >= 9) {
    findings.push(['Its life is nearly used up, by its own word.', '存储自报寿命即将用尽。'])
  }
  const isWarning = findings.length > 0
  if (!isWarning) {
    // Nothing was seen, but not all could be looked at.
    if (!hasJournal || options === undefined) return null
    findings.push([
      'No storage error since the start, and the system disk is writable. An SD card does not report its wear.',
      '启动以来没有存储错误，系统盘可写。SD 卡不会报告自身磨损。',
    ])
  }
  return {
    findings,
    isWarning,
    values: [
      ['Errors', '错误', hasJournal || errors.length > 0 ? String(errors.length) : ''],
      ['System disk', '系统盘', options === undefined ? '' : isReadOnly ? 'ro' : 'rw'],
      ['Life used', '寿命已用', wear === null ? '' : `≤ ${Math.min(wear * 10, 100)} %`],
    ],
  }
})
