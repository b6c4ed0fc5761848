import {
  bytesWords,
  cellsOf,
  column,
  type Formatter,
  linesOf,
  numberColumn,
  numberOf,
  plural,
  reading,
  value,
} from './reading.ts'

const FULL_PERCENT = 90
/** In memory, or made of an image that is always full. */
const NO_DISK = /^(?:tmpfs|devtmpfs|udev|overlay|none|shm|\/dev\/loop\d+|efivarfs)$/u

/** `df -h`, all or one path. */
export const readDf: Formatter = (stdout) => {
  const [heading = '', ...lines] = linesOf(stdout)
  if (!/^\S+\s+\S+\s+\S+\s+\S+\s+\S*%/u.test(heading)) return null
  const all = lines.flatMap((line) => {
    const [device = '', size = '', used = '', free = '', percent = '', place = ''] = cellsOf(line, 6)
    return /^\d{1,3}%$/u.test(percent) && place !== '' ? [{ device, size, used, free, percent, place }] : []
  })
  const disks = all.filter(({ device }) => !NO_DISK.test(device))
  const shown = disks.length > 0 ? disks : all
  const main = shown.find(({ place }) => place === '/') ?? shown[0]
  if (main === undefined) return null
  const full = shown.filter(({ percent }) => Number.parseInt(percent, 10) >= FULL_PERCENT)
  const names = full.map(({ place }) => place).join(', ')
  return reading(
    `${main.place} is ${main.percent} full; ${main.free} of ${main.size} is free.${full.length > 0 ? ` Almost full: ${names}.` : ''}`,
    `${main.place} 已用 ${main.percent}，共 ${main.size}，剩余 ${main.free}。${full.length > 0 ? `快满了：${names}。` : ''}`,
    {
      isWarning: full.length > 0,
      columns: [
        column('Mounted on', '挂载点'),
        numberColumn('Size', '大小'),
        numberColumn('Used', '已用'),
        numberColumn('Free', '剩余'),
        numberColumn('Full', '占用'),
      ],
      rows: shown.map(({ place, size, used, free, percent }) => [place, size, used, free, percent]),
    },
  )
}

/** `du -sh PATH`. */
export const readDuOne: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const match = lines.length === 1 ? lines[0]?.match(/^([\d.]+[BKMGT]?)\s+(\S.*)$/u) : null
  if (match === null || match === undefined) return null
  const [, size = '', path = ''] = match
  const amount = numberOf(size)
  const unit = size.replace(/^[\d.]+/u, '')
  const values = amount === null ? [] : [value('Size', '大小', amount, unit === '' ? 'B' : unit)]
  return reading(`${path} takes ${size}.`, `${path} 占用 ${size}。`, { values })
}

/** `du … | sort -rh | head`: the first line is the folder itself. */
export const readDuList: Formatter = (stdout) => {
  const rows = linesOf(stdout).flatMap((line) => {
    const match = line.match(/^([\d.]+[BKMGT]?)\s+(\S.*)$/u)
    return match === null ? [] : [[match[2] ?? '', match[1] ?? '']]
  })
  const [whole, biggest] = rows
  if (whole === undefined || biggest === undefined) return null
  return reading(
    `${whole[0]} takes ${whole[1]}; most of it, ${biggest[1]}, is in ${biggest[0]}.`,
    `${whole[0]} 共占用 ${whole[1]}，其中最大的是 ${biggest[0]}，占 ${biggest[1]}。`,
    { columns: [column('Folder', '目录'), numberColumn('Size', '大小')], rows: rows.slice(1) },
  )
}

/** `find -printf '%s %p'`, sorted. */
export const readLargeFiles: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const rows = lines.flatMap((line) => {
    const match = line.match(/^(\d{1,18}) (\S.*)$/u)
    return match === null ? [] : [[match[2] ?? '', bytesWords(Number(match[1]))]]
  })
  const [first] = rows
  if (rows.length !== lines.length || first === undefined) return null
  return reading(
    `The largest file is ${first[0]} with ${first[1]}; ${plural(rows.length, 'file')} found.`,
    `最大的文件是 ${first[0]}，${first[1]}；共列出 ${rows.length} 个文件。`,
    { columns: [column('File', '文件'), numberColumn('Size', '大小')], rows },
  )
}

/** `ls -A PATH | wc -l`. */
export const readCount: Formatter = (stdout) => {
  const count = /^\d{1,9}$/u.test(stdout.trim()) ? numberOf(stdout.trim()) : null
  return count === null
    ? null
    : reading(`The folder has ${plural(count, 'entry', 'entries')}.`, `该目录共有 ${count} 个条目。`, {
        values: [value('Entries', '条目', count)],
      })
}
