import type { SlotKind, Slots } from '../entry-types.ts'

/** Folders in which root alone may write, on a usual Debian. */
const OF_ROOT = /^\/(?:etc|usr|var(?!\/tmp(?:\/|$))|boot|root|lib|opt|srv|s?bin|mnt)(?:\/|$)/u
/** What the system is made of: files that are changed and read here, but never taken away. */
const OF_SYSTEM =
  /^\/(?:dev|proc|sys|run|s?bin|lib[a-z0-9]*|usr\/(?:s?bin|lib[a-z0-9]*|include))(?:\/|$)|^\/etc\/(?:passwd|group|shadow|gshadow|fstab|hosts|hostname|sudoers(?:\.d)?|ssh|systemd|network|netplan|NetworkManager|wpa_supplicant)(?:\/|$)|^\/boot\/(?:firmware(?:\/(?:config|cmdline)\.txt)?|config\.txt|cmdline\.txt)$/u
/** Folders that hold a person's, a program's or the system's whole: one thing in them may go, they may not. */
const OF_MANY = /^\/(?:home|var|usr|etc|usr\/local|var\/lib|media|mnt)\/[^/]+$/u
const TOP_OF_SYSTEM =
  /^\/(?:bin|boot|dev|etc|home|lib[a-z0-9]*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)?$/u
const OF_PROGRAMS = /^\/(?:dev|proc|sys|run|s?bin|lib[a-z0-9]*|usr\/(?:s?bin|lib[a-z0-9]*))(?:\/|$)/u
const TARBALL = /\.(?:tar(?:\.(?:gz|xz|bz2|zst))?|tgz|txz|tbz2?)$/iu
/** conf.d is a folder, and app-1.2 may be one. */
const EXTENSION = /[^/.]\.(?!d$)(?=\d{0,7}[a-z])[a-z0-9]{1,8}$/iu
const KNOWN_FILES = /\/(?:hosts|hostname|fstab|passwd|group|syslog|messages|crontab|motd|interfaces)$/u
const PARTITION = /^\/dev\/(?:sd[a-z]\d{1,2}|mmcblk\dp\d{1,2}|nvme\dn\dp\d{1,2})$/u
const DRIVE = /^\/dev\/sd[a-z]$/u
const MOUNT_PLACE =
  /^\/(?:mnt|media|srv|data|opt)(?:\/|$)|^\/(?!(?:bin|boot|dev|etc|home|lib|lib64|proc|root|run|sbin|sys|tmp|usr|var)(?:\/|$))[^/]+$|^\/home\/[^/]+\/[^/]+/u

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : undefined)
const withoutEnd = (path: string) => (path.length > 1 ? path.replace(/(?<!\/)\/+$/u, '') : path)
const isBare = (path: string) => !path.includes('/') && !/^[.~]/u.test(path)
const inFolder = (folder: string, name: string) => `${withoutEnd(folder)}/${name}`.replace('//', '/')

/** What would be a copy of the whole disk beside itself. */
const TOO_MUCH = /^\/[^/]*$|^\/(?:home|var|usr|usr\/local|var\/lib|media|mnt)\/[^/]+$|^\/(?:dev|proc|sys|run)(?:\/|$)/u
const ODD = /(?:^|\/)\.{1,2}(?:\/|$)|\/\/|[*?[\]{}]|^~?$/u

/** Tells whether a path names one file or folder of somebody, which can be taken away without the system missing it. */
export function isTakeable(path: string): boolean {
  const place = withoutEnd(path)
  const isWhole = (/^\/[^/]*$/u.test(place) || OF_MANY.test(place)) && !EXTENSION.test(place)
  return !ODD.test(place) && !isWhole && !OF_SYSTEM.test(place)
}

/** flows.json 备份到 /mnt/usb: a bare name that goes elsewhere leaves open where it lies. */
export function isWithoutFolder({ path, second }: Slots): boolean {
  return path !== undefined && second !== undefined && isBare(path) && /^[/~]/u.test(second)
}

/** True where only root may write in one of the places that a command changes. */
export function needsRoot(slots: Slots, kinds: readonly SlotKind[]): boolean {
  return kinds.some((kind) => OF_ROOT.test(slots[kind] ?? ''))
}

/** Where an archive goes: the file that is named, else one beside the folder, or in the folder that is named. */
function archivePlace(path: string, { second, format }: Slots): string {
  const form = format ?? 'tar.gz'
  if (second === undefined) return `${path}.${form}`
  if (TARBALL.test(second) || /\.(?:zip|gz|xz)$/iu.test(second)) return second
  return inFolder(second, `${nameOf(path)}.${form}`)
}

function archiveSlots(path: string, slots: Slots): Slots {
  const place = archivePlace(path, slots)
  // An archive inside of what it packs would hold itself.
  if (`${place}/`.startsWith(`${path}/`) || path === '/') return {}
  const isOneFile = EXTENSION.test(path) && slots.second === undefined && slots.format === undefined
  if (isOneFile) return { gzipped: path }
  if (/\.(?:tar\.gz|tgz)$/iu.test(place)) return { tgz: place }
  if (/\.zip$/iu.test(place)) return { zipfile: place }
  if (TARBALL.test(place)) return { tarfile: place }
  return EXTENSION.test(path) && place === `${path}.gz` ? { gzipped: path } : {}
}

function unpackSlots(path: string, { second }: Slots): Slots {
  const into = second ?? folderOf(path)
  const place = into === undefined ? {} : { into }
  if (TARBALL.test(path)) return { tarball: path, ...place }
  if (/\.zip$/iu.test(path)) return { unzipped: path, ...place }
  return /\.gz$/iu.test(path) && second === undefined ? { gunzipped: path } : {}
}

/** A second name without a folder is one beside the first; a folder that is named gets the file under its own name. */
function targetOf(path: string, second: string): string {
  const folder = folderOf(path)
  return isBare(second) && folder !== undefined ? inFolder(folder, second) : second
}

function downloadPlace({ url = '', second }: Slots): string | undefined {
  const name = /^https?:\/\/[^/]+\/(?:.*\/)?([^/]+)$/iu.exec(url)?.[1]
  if (second !== undefined && EXTENSION.test(second)) return second
  if (name === undefined) return undefined
  return second === undefined ? name : inFolder(second, name)
}

/** What follows for a command from the places that a request names; a kind is missing where it must not be done. */
export function filePlaces(slots: Slots): Slots {
  const { second } = slots
  const named = slots.path ?? (slots.file?.includes('*') === false ? slots.file : undefined)
  const saved = slots.url === undefined ? undefined : downloadPlace(slots)
  if (named === undefined) return saved === undefined ? {} : { saved }
  const path = withoutEnd(named)
  const target = second === undefined || isWithoutFolder(slots) ? undefined : targetOf(path, second)
  const isSame = target !== undefined && withoutEnd(target) === path
  const isPlain = (EXTENSION.test(path) || KNOWN_FILES.test(path)) && !named.endsWith('/')
  return {
    ...(isTakeable(path) ? { gone: path } : {}),
    ...(isPlain ? { plain: path } : {}),
    ...(second === undefined && (isPlain || !(TOO_MUCH.test(path) || ODD.test(path))) ? { bak: `${path}.bak` } : {}),
    ...(ODD.test(path) || TOP_OF_SYSTEM.test(path) || OF_PROGRAMS.test(path) ? {} : { owned: path }),
    ...(target === undefined || isSame ? {} : { target }),
    ...(saved === undefined ? {} : { saved }),
    packed: path,
    ...archiveSlots(path, slots),
    ...unpackSlots(path, slots),
    ...(PARTITION.test(path) ? { partition: path } : {}),
    ...(DRIVE.test(path) ? { drive: path } : {}),
    ...(MOUNT_PLACE.test(path) ? { mounted: path } : {}),
    ...(second !== undefined && MOUNT_PLACE.test(second) ? { mountpoint: withoutEnd(second) } : {}),
  }
}
