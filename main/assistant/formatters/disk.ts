import { fileSystemsOf } from './file-systems.ts'
import { bytesWords, numberOf, plain, sizeOf } from './quantities.ts'
import { column, type Formatter, linesOf, numberColumn, plural, reading, value } from './reading.ts'

const FULL_PERCENT = 90

/** `df -h`, all or one path, and `df -i`. Says what can fill up: read-only images and repeated layers are left out. */
export const readDf: Formatter = (stdout, command) => {
  const table = fileSystemsOf(linesOf(stdout), command)
  if (table === null || table.all.some(({ kind }) => kind === 'doubtful')) return null
  const hasDisk = table.all.some(({ kind }) => kind === 'disk')
  const shown = table.all.filter(
    ({ kind, percent }) => kind === 'disk' || (kind === 'memory' && (!hasDisk || percent >= FULL_PERCENT)),
  )
  const largest = [...shown].sort((left, right) => right.bytes - left.bytes)[0]
  const main = shown.find(({ place }) => place === '/') ?? largest
  if (main === undefined) return null
  const { place, percent, size, free } = main
  const full = shown.filter((disk) => disk.percent >= FULL_PERCENT).map((disk) => disk.place)
  const names = full.join(', ')
  const [en, zh] = table.isInodes
    ? [
        `${place} uses ${percent}% of its inodes; ${free} of ${size} are free.${full.length > 0 ? ` Almost out of inodes: ${names}.` : ''}`,
        `${place} 的 inode 已用 ${percent}%，共 ${size}，剩余 ${free}。${full.length > 0 ? `inode 快用完了：${names}。` : ''}`,
      ]
    : [
        `${place} is ${percent}% full; ${free} of ${size} is free.${full.length > 0 ? ` Almost full: ${names}.` : ''}`,
        `${place} 已用 ${percent}%，共 ${size}，剩余 ${free}。${full.length > 0 ? `快满了：${names}。` : ''}`,
      ]
  return reading(en, zh, {
    isWarning: full.length > 0,
    columns: [
      column('Mounted on', '挂载点'),
      numberColumn('Size', '大小'),
      numberColumn('Used', '已用'),
      numberColumn('Free', '剩余'),
      numberColumn('Full', '占用'),
    ],
    rows: shown.map((disk) => [disk.place, disk.size, disk.used, disk.free, `${disk.percent}%`]),
  })
}

interface Usage {
  readonly path: string
  readonly size: string
  readonly bytes: number
}

/** Lines of `du -h`; null unless each is a size and a path. */
function usagesOf(stdout: string): readonly Usage[] | null {
  const lines = linesOf(stdout)
  const usages = lines.flatMap((line) => {
    const match = line.match(/^(\S{1,20})\s+(\S.*)$/u)
    const size = sizeOf(match?.[1])
    const isUsage = size !== null && (size.hasUnit || size.bytes === 0)
    return isUsage ? [{ path: match?.[2] ?? '', size: plain(match?.[1] ?? ''), bytes: size.bytes }] : []
  })
  return usages.length === lines.length ? usages : null
}

/** `du -sh PATH`. */
export const readDuOne: Formatter = (stdout) => {
  const usages = usagesOf(stdout)
  const one = usages?.length === 1 ? usages[0] : undefined
  return one === undefined ? null : reading(`${one.path} takes ${one.size}.`, `${one.path} 占用 ${one.size}。`)
}

/** `du … | sort -rh | head`: the folder itself is among its own parts, first or beside one that is as large. */
export const readDuList: Formatter = (stdout) => {
  const usages = usagesOf(stdout)
  if (usages === null) return null
  const isSorted = usages.every(({ bytes }, index) => index === 0 || bytes <= (usages[index - 1]?.bytes ?? 0))
  const whole = usages.find(({ path }) => {
    const inside = path.endsWith('/') ? path : `${path}/`
    return usages.every((other) => other.path === path || other.path.startsWith(inside))
  })
  const parts = usages.filter((usage) => usage !== whole)
  const [biggest] = parts
  if (!isSorted || whole === undefined || biggest === undefined || whole.bytes < biggest.bytes) return null
  return reading(
    `${whole.path} takes ${whole.size}; most of it, ${biggest.size}, is in ${biggest.path}.`,
    `${whole.path} 共占用 ${whole.size}，其中最大的是 ${biggest.path}，占 ${biggest.size}。`,
    {
      columns: [column('Folder', '目录'), numberColumn('Size', '大小')],
      rows: parts.map(({ path, size }) => [path, size]),
    },
  )
}

/** `find -printf '%s %p'`, sorted. */
export const readLargeFiles: Formatter = (stdout, command) => {
  const lines = linesOf(stdout)
  const files = lines.flatMap((line) => {
    const match = line.match(/^(\d{1,15}) (\S.*)$/u)
    return match === null ? [] : [{ path: match[2] ?? '', bytes: Number(match[1]) }]
  })
  const isSorted = files.every(({ bytes }, index) => index === 0 || bytes <= (files[index - 1]?.bytes ?? 0))
  const rows = files.map(({ path, bytes }) => [path, bytesWords(bytes)])
  const [first] = rows
  if (rows.length !== lines.length || first === undefined || !isSorted) return null
  // A list that is as long as it may be has left files out.
  const isCut = rows.length === Number(command.match(/ head -n (\d{1,4})$/u)?.[1])
  const [en, zh] = isCut
    ? [`the ${rows.length} largest are listed`, `只列出最大的 ${rows.length} 个`]
    : [`${plural(rows.length, 'file')} found`, `共列出 ${rows.length} 个文件`]
  return reading(
    `The largest file is ${first[0]} with ${first[1]}; ${en}.`,
    `最大的文件是 ${first[0]}，${first[1]}；${zh}。`,
    { columns: [column('File', '文件'), numberColumn('Size', '大小')], rows },
  )
}

/** `ls -A PATH | wc -l`. */
export const readCount: Formatter = (stdout) => {
  const count = /^\d{1,9}$/u.test(stdout.trim()) ? numberOf(stdout.trim()) : null
  return count === null
    ? null
    : reading(`The folder has ${plural(count, 'entry', 'entries')}.`, `该目录共有 ${count} 个条目。`)
}

const BLOCK_HEADS = /^NAME +MAJ:MIN +RM +SIZE +RO +TYPE +MOUNTPOINTS?\s*$/u
/** Name behind its branches, whether it is read-only, size, kind and place. */
const BLOCK =
  /^([^\w/]{0,40})(\S{1,60}) +\d{1,4}:\d{1,6} +[01] +([\d.,]{1,10}[BKMGTP]?) +([01]) +([a-z0-9]{2,12})(?: +(\S.*))?$/u
/** Another place of the line before. */
const BLOCK_PLACE = /^[^\w/[]{0,80}(?:\/\S{0,200}|\[SWAP\])\s*$/u
/** Kept in memory. */
const MEMORY_DISK = /^(?:zram|ram|nbd|loop)\d/u

/** `lsblk`: the disks that hold something, and what stands on them. */
export const readBlockDevices: Formatter = (stdout) => {
  const [head = '', ...lines] = linesOf(stdout)
  if (!BLOCK_HEADS.test(head)) return null
  const devices = lines.flatMap((line) => {
    const [, branch = '', name = '', size = '', readOnly = '', type = '', place = ''] = BLOCK.exec(line.trimEnd()) ?? []
    return name === '' ? [] : [{ branch, name, size: plain(size), isReadOnly: readOnly === '1', type, place }]
  })
  const places = lines.filter((line) => BLOCK_PLACE.test(line)).length
  if (devices.length + places !== lines.length) return null
  // Readers without a card have no size.
  const disks = devices.filter(
    ({ type, size, name, branch }) =>
      type === 'disk' && branch.trim() === '' && size !== '0B' && !MEMORY_DISK.test(name),
  )
  if (disks.length === 0) return null
  const locked = disks.filter(({ isReadOnly }) => isReadOnly)
  const names = (list: typeof disks) => list.map(({ name, size }) => `${name} (${size})`).join(', ')
  const namesZh = (list: typeof disks) => list.map(({ name, size }) => `${name}（${size}）`).join('、')
  const lock = (en: string, list: string) => (locked.length === 0 ? '' : `${en}${list}`)
  return reading(
    `${plural(disks.length, 'disk')}: ${names(disks)}.${lock(' Read-only: ', `${names(locked)}.`)}`,
    `${disks.length} 个磁盘：${namesZh(disks)}。${lock('只读：', `${namesZh(locked)}。`)}`,
    {
      isWarning: locked.length > 0,
      columns: [
        column('Device', '设备'),
        column('Size', '容量'),
        column('Kind', '类型'),
        column('Mounted on', '挂载点'),
      ],
      rows: devices.map(({ name, size, type, place }) => [name, size, type, place]),
      values: [value('Disks', '磁盘', disks.length)],
    },
  )
}
