import {
  PACKAGES_ON_DEBIAN,
  SERVICE_ACCESS_FILES,
  SERVICE_CHECKERS,
  SERVICE_CONFIG_FILES,
  SERVICE_ERROR_FILES,
  SERVICE_LOG_FILES,
  SERVICE_TESTERS,
  UNITS_ON_LINUX,
  UNITS_ON_WINDOWS,
} from './data/service-names.ts'
import type { DeviceSystem, Intent, PhrasebookCommand, SlotKind, Slots } from './entry-types.ts'
import { filePlaces, needsRoot } from './slots/file-places.ts'
import { fillTemplate, isWindows } from './slots/shell-quoting.ts'

/** Kinds that say the same of how much is asked for. */
const LIMITS: readonly (readonly SlotKind[])[] = [['since', 'minutes', 'millis'], ['day'], ['host'], ['interface']]

/** Tells whether a limit that the request gives is used elsewhere, but by no command of this system. */
function isLost(kinds: readonly SlotKind[], intent: Intent, found: Slots, templates: readonly string[]): boolean {
  if (!kinds.some((kind) => found[kind] !== undefined)) return false
  const isUsed = (template: string) => kinds.some((kind) => template.includes(`{${kind}}`))
  return [intent.linux].flat().some(isUsed) && !templates.some(isUsed)
}

/** 最近 1 小时, 最多 50 行: a log that is cut by time is cut to the number that is asked for too. */
function withCount(template: string, { count }: Slots): string {
  if (count === undefined || !/\{(?:since|millis)\}/u.test(template)) return template
  if (template.startsWith('Get-WinEvent ')) return `${template} -MaxEvents {count}`
  return template.replace(/(?<=^|; )(journalctl [^;|]{1,120}) --no-pager(?=;|$)/u, '$1 -n {count} --no-pager')
}

/** The same service as the system calls it; null where it has none of the kind. */
function onSystem(found: Slots, system: DeviceSystem): Slots | null {
  const { service } = found
  if (service === undefined) return found
  const unit = isWindows(system) ? UNITS_ON_WINDOWS[service] : UNITS_ON_LINUX[service]
  return unit === null ? null : unit === undefined ? found : { ...found, service: unit }
}

/** The command of an intent on a system, with its words; null where the system has none of the kind. */
export function render(intent: Intent, said: Slots, system: DeviceSystem): PhrasebookCommand | null {
  const found = onSystem(said, system)
  if (found === null) return null
  const templates = {
    linux: intent.linux,
    raspberrypi: intent.raspberrypi ?? intent.linux,
    'windows-powershell': intent.powershell,
    'windows-cmd': intent.cmd ?? [],
  }[system]
  const ofService = (table: Readonly<Record<string, string>>) =>
    isWindows(system) ? undefined : table[found.service ?? '']
  const aptname = PACKAGES_ON_DEBIAN[found.package ?? ''] ?? found.package
  // journalctl takes a regular expression, in which the dots of an address would be any character.
  const pattern = found.text?.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const derived = Object.entries({
    logfile: ofService(SERVICE_LOG_FILES),
    conffile: ofService(SERVICE_CONFIG_FILES),
    errfile: ofService(SERVICE_ERROR_FILES),
    accessfile: ofService(SERVICE_ACCESS_FILES),
    tester: ofService(SERVICE_TESTERS),
    checker: ofService(SERVICE_CHECKERS),
    aptname,
    pattern,
  }).filter(([, value]) => value !== undefined)
  const places = isWindows(system) ? {} : filePlaces(found)
  const slots: Slots = { ...intent.defaults, ...found, ...Object.fromEntries(derived), ...places }
  if (LIMITS.some((kinds) => isLost(kinds, intent, found, [templates].flat()))) return null
  for (const template of [templates].flat()) {
    const filled = fillTemplate(withCount(template, found), slots, system)
    if (filled === null) continue
    // 8点以后: a limit that only another template of the system can say.
    if (LIMITS.some((kinds) => isLost(kinds, intent, found, [template]))) return null
    const command = needsRoot(slots, intent.asRootIn ?? []) ? asRoot(filled) : filled
    const { id, expectedClass, timeoutS } = intent
    const title = { en: fillWords(intent.title.en, slots), zh: fillWords(intent.title.zh, slots) }
    const explanation = { en: fillWords(intent.explanation.en, slots), zh: fillWords(intent.explanation.zh, slots) }
    return { intent: id, title, command, explanation, expectedClass, timeoutS }
  }
  return null
}

/** Every command of a list with the rights of root; a path holds no `&`. */
function asRoot(line: string): string {
  return line
    .split(' && ')
    .map((command) => `sudo -n ${command}`)
    .join(' && ')
}

function fillWords(text: string, slots: Slots): string {
  return text.replace(/\{([a-z]+)\}/gu, (_all, kind: string) => slots[kind as SlotKind] ?? '')
}
