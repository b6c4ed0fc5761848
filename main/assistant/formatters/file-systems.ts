import { bytesWords, plain, sizeOf } from './quantities.ts'

/** What the fullness of a file system means: an `image` is always full, a `layer` repeats another file system. */
export type FileSystemKind = 'disk' | 'memory' | 'image' | 'layer' | 'doubtful'

export interface FileSystem {
  readonly device: string
  /** As printed, with a decimal point. */
  readonly size: string
  readonly used: string
  readonly free: string
  readonly percent: number
  readonly place: string
  /** Rounded; inodes where the table counts them. */
  readonly bytes: number
  readonly kind: FileSystemKind
}

/** A table of `df`. */
export interface FileSystems {
  readonly all: readonly FileSystem[]
  readonly isInodes: boolean
}

type Row = Omit<FileSystem, 'kind'> & { readonly type: string; readonly hasUnits: boolean }

/** "Inodes" at the head of a column, in the languages of coreutils. */
const INODES =
  /i-?n[oó]d|inós|inœud|iノード|nodos-i|nodes-i|iwęz|[iіи]-?(?:uzl|нод|вузл|възл|чвор)|i-solm|i-kirj|indeksleri|索引/iu
const INODES_ASKED = /(?:^|\s)-[a-zA-Z]{0,5}i|\s--inodes/u
const KIBIBYTES = /(?<!\d)1(?:K|024)(?!\d)/u
const PERCENT = /^\d{1,3}%$/u
const TYPES =
  /^(?:ext[234]|xfs|btrfs|f2fs|vfat|exfat|ntfs3?|fuseblk|nfs4?|cifs|9p|zfs|overlay|tmpfs|devtmpfs|squashfs|erofs|iso9660|cramfs|ubifs|jffs2)$/u

/** Reads a table of `df` in any language; null unless every line of it is understood and adds up. */
export function fileSystemsOf(lines: readonly string[], command: string): FileSystems | null {
  const [heading = '', ...rest] = lines
  if (!/%|Capacity/u.test(heading) || /\d%/u.test(heading)) return null
  const isInodes = INODES_ASKED.test(command) || INODES.test(heading)
  const isKibibytes = !isInodes && KIBIBYTES.test(heading)
  const rows: Row[] = []
  for (const line of unwrapped(rest)) {
    const row = rowOf(line, isKibibytes)
    if (row === null) return null
    if (row === 'empty') continue
    if (!isInodes && !row.hasUnits && !isKibibytes) return null
    rows.push(row)
  }
  return { all: rows.map((row) => ({ ...row, kind: kindOf(row, rows, isInodes) })), isInodes }
}

/** Joins a long device name with its figures, which busybox and older systems print on the next line. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  let waiting = ''
  for (const line of lines) {
    const isName = waiting === '' && !/^\s/u.test(line) && line.trim().split(/\s+/u).length === 1
    if (isName) waiting = line
    else {
      joined.push(waiting === '' ? line : `${waiting} ${line}`)
      waiting = ''
    }
  }
  return waiting === '' ? joined : [...joined, waiting]
}

/** Reads one line around its percentage; `empty` for a file system without size. */
function rowOf(line: string, isKibibytes: boolean): Row | 'empty' | null {
  const cells = line.trim().split(/\s+/u)
  const at = cells.findIndex((cell, index) => index >= 4 && (PERCENT.test(cell) || cell === '-'))
  const place = cells.slice(at + 1).join(' ')
  if (at < 0 || !place.startsWith('/')) return null
  const texts = cells.slice(at - 3, at)
  if (cells[at] === '-') return texts.every((text) => text === '-' || text === '0') ? 'empty' : null
  const sizes = texts.map(sizeOf)
  const [size = null, used = null, free = null] = sizes
  if (size === null || used === null || free === null) return null
  const percent = Number.parseInt(cells[at] ?? '', 10)
  if (!isCoherent(size.bytes, used.bytes, free.bytes, percent)) return null
  const shown = isKibibytes ? sizes.map((part) => bytesWords((part?.bytes ?? 0) * 1024)) : texts.map(plain)
  const [shownSize = '', shownUsed = '', shownFree = ''] = shown
  const before = cells.slice(0, at - 3)
  const type = before.length > 1 && TYPES.test(before.at(-1) ?? '') ? (before.at(-1) ?? '') : ''
  return {
    device: (type === '' ? before : before.slice(0, -1)).join(' '),
    type,
    size: shownSize,
    used: shownUsed,
    free: shownFree,
    percent,
    place,
    bytes: size.bytes * (isKibibytes ? 1024 : 1),
    hasUnits: sizes.every((part) => part === null || part.hasUnit || part.bytes === 0),
  }
}

/** True if the percentage is that of the figures before it, which shows that no column is missing or another. */
function isCoherent(size: number, used: number, free: number, percent: number): boolean {
  // Sizes are rounded to two or three digits.
  const rounding = 1.12
  if (size <= 0 || used < 0 || free < 0 || used > size * rounding || free > size * rounding) return false
  if (used + free === 0) return false
  const least = (100 * (used / rounding)) / (used / rounding + free)
  const most = (100 * used) / (used + free / rounding)
  return percent >= least - 2 && percent <= most + 2
}

const MEMORY = /^(?:tmpfs|devtmpfs|udev|dev|run|none|shm|ramfs|rootfs|cgroup\S{0,20}|cgmfs|mqueue|hugetlbfs)$/u
const LAYER = /^(?:overlay|overlayfs:\S{0,200}|aufs|unionfs|drivers|efivarfs)$/u
const IMAGE_TYPE = /^(?:squashfs|erofs|iso9660|cramfs)$/u
const IMAGE_DEVICE = /^(?:\/dev\/(?:loop|sr)\d{1,4}|snapfuse|squashfuse)$/u
const IMAGE_PLACE = /^\/(?:snap|rom|cdrom|rofs|run\/live|usr\/lib\/live|lib\/live|run\/archiso)(?:\/|$)/u
/** Roots that are images are smaller; a disk that is full to the last byte is larger. */
const IMAGE_BYTES_MAX = 4 * 1024 ** 3
/** The same by inodes: an ext4 of 7 GB has more. */
const IMAGE_INODES_MAX = 400_000

function kindOf(row: Row, all: readonly Row[], isInodes: boolean): FileSystemKind {
  const { device, type, place, percent, size, used, free } = row
  const isFullToTheLast = percent === 100 && size === used && Number.parseFloat(free) === 0
  if (IMAGE_TYPE.test(type) || IMAGE_TYPE.test(device)) return 'image'
  if (isFullToTheLast && (IMAGE_DEVICE.test(device) || IMAGE_PLACE.test(place))) return 'image'
  if (place === '/') {
    const isOverMemory = LAYER.test(device) || MEMORY.test(device)
    const mayBeImage = isFullToTheLast && !isOverMemory && row.bytes <= (isInodes ? IMAGE_INODES_MAX : IMAGE_BYTES_MAX)
    if (!mayBeImage) return 'disk'
    const hasDataDisk = all.some((other) => other.device.startsWith('/dev/') && other.bytes > row.bytes)
    return hasDataDisk ? 'image' : 'doubtful'
  }
  if (LAYER.test(device) || LAYER.test(type)) return 'layer'
  return MEMORY.test(device) || MEMORY.test(type) ? 'memory' : 'disk'
}
