import type { Arg } from './arguments.ts'
import { patternsMeet } from './globs.ts'

const ROOT_ENTRIES = ['bin', 'boot', 'dev', 'etc', 'home', 'lib', 'opt', 'root', 'sbin', 'tmp', 'usr', 'var']

/** Links of every Debian system, by their place (hier(7), proc_pid_fd(5)). */
const LINKS: ReadonlyMap<string, string> = new Map([
  ['/dev/fd', '/proc/self/fd'],
  ['/var/run', '/run'],
  ['/var/lock', '/run/lock'],
  ['/bin', '/usr/bin'],
  ['/sbin', '/usr/sbin'],
  ['/lib', '/usr/lib'],
  ['/lib64', '/usr/lib64'],
])

/** Resolves `..` as text. */
function normalised(isAbsolute: boolean, parts: readonly string[]): string {
  const kept: string[] = []
  for (const part of parts) {
    if (part !== '..') kept.push(part)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (!isAbsolute) kept.push('..')
  }
  return (isAbsolute ? '/' : '') + kept.join('/')
}

/** Components without `.` and empty ones; a leading `~` is the administrator's home, as the worst case. */
function partsOf(path: string): { isAbsolute: boolean; parts: string[] } {
  const expanded = path
    .replace(/^~root(?=\/|$)|^~(?=\/|$)/, '/root')
    .replace(/^~[a-z_][a-z0-9_-]*(?=\/|$)/, '/home/user')
  return {
    isAbsolute: expanded.startsWith('/'),
    parts: expanded.split('/').filter((part) => part !== '' && part !== '.'),
  }
}

/**
 * Returns the places that a path may mean: as text; with the links followed that every system has; and what stands behind
 * the last `..`, because a component before it may be a link to anywhere.
 *
 * Handles: `/proc/N/root`, `/proc/N/cwd`, `/proc/N/fd/N` (also of a thread, with wildcards, nested), `/dev/fd`, `/var/run`.
 * @example `cat /var/run/../etc/shadow` → change
 * @example `cp x /dev/fd/../root/dev/sda` → forbidden
 */
export function readingsOf(path: string): string[] {
  const { isAbsolute, parts } = partsOf(path)
  const places = [normalised(isAbsolute, parts)]
  const followed = isAbsolute ? followLinks(parts) : undefined
  for (const place of [followed, suffixOf(parts)]) {
    if (place !== undefined && !places.includes(place)) places.push(place)
  }
  return places
}

function followLinks(parts: readonly string[]): string {
  let kept: string[] = []
  for (const part of parts) {
    if (part === '..') kept.pop()
    else if (isProcess(kept) && (part === 'root' || part === 'cwd')) kept = []
    else if (kept.at(-1) === 'fd' && isProcess(kept.slice(0, -1))) kept = []
    else kept.push(part)
    const link = LINKS.get(`/${kept.join('/')}`)
    if (link) kept = link.split('/').filter(Boolean)
  }
  return `/${kept.join('/')}`
}

/** True if the components name one process or one of its threads below `/proc`. */
function isProcess(kept: readonly string[]): boolean {
  if (kept[0] !== 'proc' || (kept.length !== 2 && (kept.length !== 4 || kept[2] !== 'task'))) return false
  const name = kept.at(-1) ?? ''
  return (
    /^(?:self|thread-self|\d+)$/.test(name) ||
    (/[*?[]/.test(name) && ['self', '1', '11'].some((id) => patternsMeet(name, id)))
  )
}

/** Returns the path behind the last `..` that follows a named component, if that is more than one component. */
function suffixOf(parts: readonly string[]): string | undefined {
  const last = parts.lastIndexOf('..')
  const isBehindName = last > 0 && parts.slice(0, last).some((part) => part !== '..')
  const rest = parts.slice(last + 1)
  return isBehindName && rest.length > 1 ? `/${rest.join('/')}` : undefined
}

/** Text of an argument as a pattern: active wildcards as such, literal ones escaped. */
export function patternOf(arg: Arg): string {
  return arg.glob ?? arg.value.replace(/[\\*?[]/g, '\\$&')
}

/** The places an argument may mean: itself, and below each directory that the command changed to. */
export function placesOf(pattern: string, directories: readonly string[]): string[] {
  const own = readingsOf(pattern)
  if (directories.length === 0 || own[0]?.startsWith('/')) return own
  return [...own, ...directories.flatMap((directory) => readingsOf(`${directory}/${pattern}`))]
}

/** True if a normalised path pattern can mean the given absolute path, component by component. */
export function pathMeets(pattern: string, target: string): boolean {
  const left = pattern.split('/')
  const right = target.split('/')
  if (left.length !== right.length) return false
  return left.every((part, i) => {
    const other = right[i] ?? ''
    if (part === other) return true
    if (other.startsWith('.') && !part.startsWith('.')) return false
    return patternsMeet(part, other)
  })
}

/** True if the pattern is one directory right below the root that the system needs, or all that is in it. */
export function isSystemDirectory(pattern: string): boolean {
  const name = /^\/([^/]+)(?:\/\*+)?$/.exec(pattern)?.[1]
  return name !== undefined && ROOT_ENTRIES.some((entry) => entry !== 'tmp' && patternsMeet(name, entry))
}

/** True if the pattern means the root directory or (nearly) all that is in it. */
export function isWholeRoot(pattern: string): boolean {
  // Up from wherever a command starts: a home or service directory is not that deep.
  if (pattern === '/' || /^(?:\.\.\/){3,}\.\.(?:\/\*+)?$/.test(pattern)) return true
  if (!pattern.startsWith('/')) return false
  const parts = pattern.slice(1).split('/')
  const meetsAll = (part: string): boolean => ROOT_ENTRIES.filter((entry) => patternsMeet(part, entry)).length >= 6
  return parts.every((part, i) =>
    i === 0 ? meetsAll(part) : patternsMeet(part, 'x') && patternsMeet(part, 'long.name'),
  )
}

const RAW_DISKS = [
  'sd?',
  'sd??',
  'sd???',
  'hd?',
  'hd??',
  'vd?',
  'vd??',
  'xvd?',
  'xvd??',
  'nvme?',
  'nvme?n?',
  'nvme?n?p?',
  'nvme?n?p??',
  'mmcblk?',
  'mmcblk?p?',
  'mmcblk?p??',
  'mmcblk?boot?',
  'md?',
  'md???',
  'dm-?',
  'dm-??',
  'loop?',
  'loop??',
  'loop?p?',
  'mtd?',
  'mtdblock?',
  'mtd?ro',
  'nbd?',
  'sr?',
  'root',
  'mem',
  'kmem',
  'port',
  'sg?',
  'ubi?',
  'ubi?_?',
  'zram?',
  'ram?',
  'pmem?',
]
const RAW_DISK_TREES = /^\/dev\/(disk|mapper|block|md|vg[^/]*|ubuntu-vg|pve|bsg)\/./
const NO_DISK_NAME =
  /^(?:null|zero|full|u?random|tty.*|pts.*|std(?:in|out|err)|shm.*|fd.*|ptmx|console|kmsg|i2c.*|spidev.*|gpio.*|snd.*|video.*|input.*|serial.*|watchdog.*|rfkill|fuse|net.*|rtc.*|vc.*|log)$/

/** True if a normalised path pattern can mean a disk, a partition or the memory itself. */
export function isRawDisk(pattern: string): boolean {
  if (!pattern.startsWith('/')) return false
  if (RAW_DISK_TREES.test(pattern)) return true
  const parts = pattern.split('/')
  if (parts.length !== 3 || !patternsMeet(parts[1] ?? '', 'dev')) return false
  const name = parts[2] ?? ''
  return !NO_DISK_NAME.test(name) && RAW_DISKS.some((disk) => patternsMeet(name, disk))
}
