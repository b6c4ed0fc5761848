import { isPowerUnit } from '../../tables/vital-objects.ts'
import type { Arg, ParsedArgs } from '../shared/arguments.ts'
import { isSystemDirectory, isWholeRoot, patternOf, placesOf } from '../shared/paths.ts'
import { addSink, sinkOf } from '../shared/sinks.ts'
import type { BashScope } from './bash-scope.ts'

const POWER = {
  en: 'starts what shuts down, restarts or cuts down the system',
  zh: '启动会关机、重启或使系统进入救援状态的单元',
}
/** Options whose value is written, in most programs. */
const OUTPUT = /^(?:-[A-Za-z]*[oOwr]|-out|--out(?:put)?(?:-[a-z]+)?|--result-file|--write)$/
const MAY_WRITE = {
  en: 'names a file that the device needs, in a use that may write to it',
  zh: '此用法可能写入设备所需的文件',
}
const EMPTIES = { en: 'empties the file that it names', zh: '清空所指定的文件' }
const OVERWRITES = { en: 'replaces what is in a directory of the system', zh: '替换系统目录中的内容' }
const STARTING =
  /^(?:start|restart|force-reload|try-restart|reload-or-restart|try-reload-or-restart|isolate|set-default|enable|reenable|add-wants|add-requires)$/

/**
 * Judges a verb that starts something as what it starts.
 *
 * Handles: power, rescue and emergency targets of systemd, init scripts of the same names.
 * @example `systemctl start poweroff.target` → destructive
 * @example `systemctl set-default rescue.target` → destructive
 * @example `service reboot start` → destructive
 * @example `systemctl start nginx` → change
 */
export function judgeStartedUnits(parsed: ParsedArgs, scope: BashScope): void {
  const words = parsed.operands.map((arg) => arg.value)
  // `*` alone means all units that run, none of which powers off.
  if (!words.some((word) => STARTING.test(word)) || !words.some((word) => word !== '*' && isPowerUnit(word))) return
  scope.verdict.add('destructive', 'systemd.power-unit', POWER)
  scope.verdict.isCuttingOff = true
}

/**
 * Judges other rights or another owner of what the system needs, which stop it as surely as a deletion.
 *
 * Handles: `chmod`, `chown`, `chgrp`, `setfacl`, `chattr`, `install -d`.
 * @example `chmod a-x /bin/sh` → destructive
 * @example `chown pi /etc` → destructive
 * @example `setfacl -m u:pi:--- /etc` → destructive
 * @example `chmod 600 notes.txt` → change
 */
export function judgeRights(parsed: ParsedArgs, scope: BashScope): void {
  for (const arg of parsed.operands) addSink(arg, scope.directories, 'rights', scope.verdict)
}

/**
 * Judges a use that no manual covers and that may write to whatever it names; of a program without a manual only what an
 * option names counts, because its operands are as likely read.
 *
 * Handles: attached and separate values of output options, operands of listed programs.
 * @example `mediainfo --LogFile=/etc/passwd x` → destructive
 * @example `zstdcat x.zst -o /etc/fstab` → destructive
 */
export function judgeVitalUse(args: readonly Arg[], hasManual: boolean, scope: BashScope): void {
  args.forEach((arg, i) => {
    const attached = /^(?:--?[\w-]+=|-[A-Za-z])(?=[/~.])/.exec(arg.value)?.[0] ?? ''
    if (attached === '' && !hasManual && !OUTPUT.test(args[i - 1]?.value ?? '')) return
    const sink = sinkOf({ ...arg, value: arg.value.slice(attached.length) }, scope.directories, 'erase')
    if (sink) scope.verdict.add('destructive', 'use.vital', MAY_WRITE)
    const isWritten = attached !== '' || OUTPUT.test(args[i - 1]?.value ?? '')
    if (sink?.class === 'forbidden' && isWritten) scope.verdict.add('forbidden', sink.rule, sink.reason)
  })
}

/**
 * Judges a new file that can lock everybody out.
 *
 * Handles: `/etc/nologin` and its like.
 * @example `touch /etc/nologin` → destructive
 * @example `touch notes.txt` → change
 */
export function judgeTouch(parsed: ParsedArgs, scope: BashScope): void {
  for (const arg of parsed.operands) addSink(arg, scope.directories, 'touch', scope.verdict)
}

/**
 * Judges a copy of nothing over a file, which empties it.
 *
 * Handles: `cp`, `install` and `scp` of `/dev/null`.
 * @example `cp /dev/null app.db` → destructive
 */
export function judgeEmptying(parsed: ParsedArgs, scope: BashScope): void {
  if (parsed.operands.slice(0, -1).some((arg) => arg.value === '/dev/null'))
    scope.verdict.add('destructive', 'copy.empties', EMPTIES)
}

const DIRECTORY_OPTION = /^(?:-P|--directory-prefix|--output-dir|-d|--dir)(?:=(.+))?$/

/**
 * Judges a download into a directory of the system.
 *
 * Handles: `wget -P`, `curl --output-dir`, `aria2c -d`.
 * @example `wget -P /etc/ssh http://x/sshd_config` → destructive
 */
export function judgeDownloadDirectory(args: readonly Arg[], scope: BashScope): void {
  const last = args.at(-1)?.value ?? ''
  const file = last.slice(last.lastIndexOf('/') + 1) || 'x'
  args.forEach((arg, i) => {
    const option = DIRECTORY_OPTION.exec(arg.value)
    const attached = /^-P(.+)$/.exec(arg.value)?.[1]
    const directory = attached ?? option?.[1] ?? (option ? args[i + 1]?.value : undefined)
    if (directory) addSink({ value: `${directory}/${file}` }, scope.directories, 'erase', scope.verdict)
  })
}

/**
 * Judges a copy of the contents of a tree over a system directory.
 *
 * Handles: `rsync a/ /etc/`, `cp -r a/. /etc`.
 * @example `rsync -a x/ /etc/` → destructive
 */
export function judgeTreeCopy(operands: readonly Arg[], scope: BashScope): void {
  const target = operands.at(-1)
  const isContents = operands.slice(0, -1).some((arg) => /\/\.?$/.test(arg.value))
  if (!target || !isContents) return
  if (placesOf(patternOf(target), scope.directories).some((place) => isWholeRoot(place) || isSystemDirectory(place)))
    scope.verdict.add('destructive', 'copy.system', OVERWRITES)
}
