import type { FoundExecutor } from '../look/read-look.ts'
import { quoted } from './shell-words.ts'

/** Marks a line of a crontab that was put aside. */
const ASIDE = '#waypost-aside# '

/** Stops the old executor, now and at the next start of the device. */
export function stopExecutor({ unit, process }: FoundExecutor): string[] {
  if (unit !== null)
    // What is not enabled is stopped alone, because to disable the link to a unit takes the link away.
    return [systemctl(unit, `${unit.isEnabled ? 'disable --now' : 'stop'} ${quoted(`${unit.name}.service`)}`)]
  if (process === null) return []
  const { pid, user } = process
  return [
    // The process may have ended meanwhile, and its number be another's.
    `grep -q executor /proc/${pid}/cmdline 2>/dev/null && kill ${pid} || true`,
    `for wait in 1 2 3 4 5 6; do [ -d /proc/${pid} ] || break; sleep 0.5; done`,
    `[ -d /proc/${pid} ] && kill -9 ${pid} || true`,
    editCrontab(user, `s/^\\(@reboot .*executor.*\\)$/${ASIDE}\\1/`),
  ]
}

/** Puts it back as it was: enabled or not, running or not. */
export function restoreExecutor({ unit, process }: FoundExecutor): string[] {
  if (unit !== null) {
    const { name, isEnabled, isActive, file } = unit
    const service = quoted(`${name}.service`)
    // A unit that lies elsewhere is known by its file alone, once it was disabled.
    const orByFile = file === null ? '' : ` 2>/dev/null || ${systemctl(unit, `enable ${quoted(file)}`)}`
    return [
      ...(isEnabled ? [`${systemctl(unit, `enable ${service}`)}${orByFile}`] : []),
      ...(isActive ? [systemctl(unit, `start ${service}`)] : []),
    ]
  }
  if (process === null) return []
  const { user, folder, args } = process
  const start = `cd ${quoted(folder)} || exit 1; nohup setsid ${args.map(quoted).join(' ')} </dev/null >/dev/null 2>&1 &`
  return [editCrontab(user, `s/^${ASIDE}//`), `su -s /bin/sh ${quoted(user)} -c ${quoted(start)}`]
}

/** A call of the systemd that looks after a unit. */
function systemctl({ manager }: NonNullable<FoundExecutor['unit']>, words: string): string {
  if (manager === null) return `systemctl ${words}`
  return `su -s /bin/sh ${quoted(manager)} -c ${quoted(`XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user ${words}`)}`
}

/** Edits the crontab of an account in place, where there is one. */
function editCrontab(user: string, expression: string): string {
  const list = `crontab -u ${quoted(user)} -l`
  return `if command -v crontab >/dev/null && ${list} >/dev/null 2>&1; then ${list} | sed '${expression}' | crontab -u ${quoted(user)} -; fi`
}
