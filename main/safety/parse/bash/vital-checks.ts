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
 * A verb that only starts something is as bad as what it starts.
 * Example: `systemctl start poweroff.target`, `systemctl set-default rescue.target`, `service reboot start`.
 */
export function judgeStartedUnits(parsed: ParsedArgs, scope: BashScope): void {
  const words = parsed.operands.map((arg) => arg.value)
  // `*` alone means all units that run, none of which powers off.
  if (!words.some((word) => STARTING.test(word)) || !words.some((word) => word !== '*' && isPowerUnit(word))) return
  scope.verdict.add('destructive', 'systemd.power-unit', POWER)
  scope.verdict.isCuttingOff = true
}

/**
 * Other rights or another owner of what the system needs stop it as surely as a deletion.
 * Example: `chmod a-x /bin/sh`, `chown pi /etc`, `setfacl -m u:pi:--- /etc`.
 */
export function judgeRights(parsed: ParsedArgs, scope: BashScope): void {
  for (const arg of parsed.operands) addSink(arg, scope.directories, 'rights', scope.verdict)
}

/**
 * A use that no manual covers may write to whatever it names; of a program without a manual only what an option names
 * counts, because its operands are as likely read. Example: `mediainfo --LogFile=/etc/passwd x`, `zstdcat x.zst -o /etc/fstab`.
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

/** A new file can lock everybody out. Example: `touch /etc/nologin`. */
export function judgeTouch(parsed: ParsedArgs, scope: BashScope): void {
  for (const arg of parsed.operands) addSink(arg, scope.directories, 'touch', scope.verdict)
}

/** Copying nothing over a file empties it. Example: `cp /dev/null app.db`. */
export function judgeEmptying(parsed: ParsedArgs, scope: BashScope): void {
  if (parsed.operands.slice(0, -1).some((arg) => arg.value === '/dev/null'))
    scope.verdict.add('destructive', 'copy.empties', EMPTIES)
}

const DIRECTORY_OPTION = /^(?:-P|--directory-prefix|--output-dir|-d|--dir)(?:=(.+))?$/

/** A download into a directory of the system. Example: `wget -P /etc/ssh http://x/sshd_config`. */
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

/** Copying the contents of a tree over a system directory. Example: `rsync -a x/ /etc/`. */
export function judgeTreeCopy(operands: readonly Arg[], scope: BashScope): void {
  const target = operands.at(-1)
  const isContents = operands.slice(0, -1).some((arg) => /\/\.?$/.test(arg.value))
  if (!target || !isContents) return
  if (placesOf(patternOf(target), scope.directories).some((place) => isWholeRoot(place) || isSystemDirectory(place)))
    scope.verdict.add('destructive', 'copy.system', OVERWRITES)
}
