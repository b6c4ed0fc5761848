import { absolutePath } from '../file-tree.ts'
import { humanSize, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

/** Drives as `lsblk` lists them: the one of the system, as no stick is plugged in. */
const lsblk: SimulatedCommand = ({ machine, args, now }) => {
  const { facts } = machine
  const { flags, values, rest } = readArguments(args, ['-o'])
  const disk = facts.diskDevice.replace('/dev/', '')
  const parent = disk.replace(/p?(?<!\d)\d+$/, '')
  const [typed] = rest
  if (typed !== undefined && typed !== facts.diskDevice && typed !== `/dev/${parent}`)
    return { stderr: `lsblk: ${typed}: not a block device\n`, exitCode: 32 }
  const columns = flags.has('-f') ? 'NAME,FSTYPE,LABEL,MOUNTPOINTS' : values.get('-o')
  const size = humanSize(facts.diskMb)
  if (columns === undefined) {
    return {
      stdout: textOf([
        'NAME        MAJ:MIN RM  SIZE RO TYPE MOUNTPOINTS',
        `${parent.padEnd(11)} 179:0    0 ${size.padStart(5)}  0 disk`,
        `└─${disk.padEnd(9)} 179:2    0 ${size.padStart(5)}  0 part /`,
      ]),
    }
  }
  const drive: Readonly<Record<string, string>> = {
    NAME: parent,
    SIZE: size,
    TRAN: parent.startsWith('sd') ? 'sata' : '',
  }
  const part: Readonly<Record<string, string>> = {
    NAME: `└─${disk}`,
    SIZE: size,
    FSAVAIL: humanSize(facts.diskMb - machine.diskUsedMb(now)),
    FSTYPE: 'ext4',
    LABEL: 'rootfs',
    MOUNTPOINT: '/',
    MOUNTPOINTS: '/',
  }
  const row = (cells: Readonly<Record<string, string>>) =>
    columns
      .split(',')
      .map((column) => (cells[column] ?? '').padEnd(column === 'NAME' ? 12 : 7))
      .join('')
      .trimEnd()
  const titles = Object.fromEntries(columns.split(',').map((column) => [column, column]))
  return { stdout: textOf([row(titles), ...(typed === facts.diskDevice ? [] : [row(drive)]), row(part)]) }
}

const mount: SimulatedCommand = ({ machine: { files, facts }, args, folder }) => {
  const [device = '', place = ''] = readArguments(args, ['-t', '-o']).rest
  if (args[0] === '-a') return {}
  if (place === '' && device !== '') return { stderr: `mount: ${device}: can't find in /etc/fstab.\n`, exitCode: 1 }
  if (!files.has(device)) return { stderr: `mount: ${place}: special device ${device} does not exist.\n`, exitCode: 32 }
  if (!files.isFolder(absolutePath(place, folder)))
    return { stderr: `mount: ${place}: mount point does not exist.\n`, exitCode: 32 }
  return {
    stderr: `mount: ${place}: ${device} already mounted on /.\n`,
    exitCode: device === facts.diskDevice ? 32 : 1,
  }
}

const umount: SimulatedCommand = ({ machine: { facts }, args }) => {
  const [typed = ''] = readArguments(args).rest
  const reason = typed === facts.diskDevice || typed === '/' ? 'target is busy' : 'not mounted'
  return { stderr: `umount: ${typed}: ${reason}.\n`, exitCode: 32 }
}

const eject: SimulatedCommand = ({ machine: { facts }, args }) => {
  const [typed = ''] = readArguments(args).rest
  const isSystem = facts.diskDevice.startsWith(typed)
  return {
    stderr: isSystem ? `umount: /: target is busy.\n` : `eject: unable to find or open device for: \`${typed}'\n`,
    exitCode: 1,
  }
}

/** Copies what lies in a folder into another one, as `rsync -a one/ two/`. */
const rsync: SimulatedCommand = ({ machine: { files }, args, folder, now }) => {
  const [from = '', to = ''] = readArguments(args).rest
  const [source, target] = [absolutePath(from, folder), absolutePath(to, folder)]
  if (!files.isFolder(source))
    return { stderr: `rsync: change_dir "${source}" failed: No such file or directory (2)\n`, exitCode: 23 }
  files.makeFolder(target, true, now)
  for (const file of files.under(source)) {
    const place = `${target}${file.path.slice(source.length)}`
    const problem = file.isFolder
      ? files.makeFolder(place, true, now)
      : files.write(place, files.read(file.path) ?? '', now)
    if (problem !== null) return { stderr: `rsync: write failed on "${place}": ${problem}\n`, exitCode: 11 }
  }
  return { durationMs: 400 }
}

const scp: SimulatedCommand = ({ machine: { files }, args, folder }) => {
  const [from = ''] = readArguments(args, ['-o', '-P', '-i']).rest
  return files.has(absolutePath(from, folder))
    ? { durationMs: 700 }
    : { stderr: `scp: stat local "${from}": No such file or directory\n`, exitCode: 255 }
}

/** Commands for drives, and for files that go elsewhere. */
export const STORAGE_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  lsblk,
  mount,
  umount,
  eject,
  rsync,
  scp,
}
