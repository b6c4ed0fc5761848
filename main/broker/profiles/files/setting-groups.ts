import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { unclearNote } from './import-notes.ts'
import { type NamedRole, namesBeside, type Role, roleOf } from './setting-names.ts'

/** A setting of another program: a variable of a `.env` file, or a field of its JSON or YAML. */
export interface Setting {
  readonly name: string
  /** The name to judge it by, where its own does not say that it is of MQTT. */
  readonly fullName?: string
  readonly text: string
  /** Why the text is not what the other program has there; null where it is. */
  readonly problem: LocalizedText | null
  /** What is to be checked of the text, where it is taken over. */
  readonly note?: LocalizedText
}

export interface RoleSetting extends Setting {
  readonly role: Role
  readonly isOfTls: boolean
}

/** What a login or TLS of a group without a host of its own may be for. */
const SHARED: readonly Role[] = [
  'username',
  'password',
  'login',
  'tls',
  'noTls',
  'ca',
  'certificate',
  'key',
  'verify',
  'insecure',
  'tlsHint',
  'clientId',
  'alpn',
  'psk',
  'version',
  'other',
]

/** The settings of one connection. Remembers which were asked for, so that the others can be named. */
export class SettingGroup {
  readonly label: string
  readonly #settings: readonly RoleSetting[]
  readonly #asked = new Set<Role>()

  constructor(label: string, settings: readonly RoleSetting[]) {
    this.label = label
    this.#settings = settings
  }

  /** Settings of a role that say something. */
  all(role: Role): readonly RoleSetting[] {
    this.#asked.add(role)
    return this.#settings.filter((one) => one.role === role && isSaid(one))
  }

  first(role: Role): RoleSetting | undefined {
    return this.all(role)[0]
  }

  /** The text of the first setting of a role; empty where there is none, or where it is not known. */
  text(role: Role): string {
    const setting = this.first(role)
    return setting === undefined || setting.problem !== null ? '' : setting.text.trim()
  }

  /** What is to be checked of the settings that were asked for. */
  notes(): readonly LocalizedText[] {
    return this.#settings.flatMap(({ role, note }) => (note !== undefined && this.#asked.has(role) ? [note] : []))
  }

  /** Names of what no connection has a field for. */
  unused(): string[] {
    const left = this.#settings.filter(({ role, text }) => !this.#asked.has(role) && text.trim() !== '')
    return [...new Set(left.map(({ name }) => name))]
  }
}

/** Ports that nothing but MQTT has as its usual ones. */
const MQTT_PORTS: ReadonlySet<string> = new Set(['1883', '1884', '8883', '8884', '8083', '8084', '9001'])

/**
 * Names that do not say MQTT, judged as if they did: those beside a host that does (`BROKER`, `USERNAME`), and those with
 * the same beginning as one whose value is MQTT's (`OTR_PORT=1883`).
 */
function withBesides(settings: readonly Setting[]): readonly Setting[] {
  const others = settings.filter((one) => one.fullName === undefined && roleOf(one.name) === null)
  const asMqtt = new Map(others.map((one) => [one, roleOf(`mqtt_${one.name}`)] as const))
  const known = settings.flatMap((one) => roleOf(one.fullName ?? one.name) ?? [])
  const groups = new Set(
    [...asMqtt].flatMap(([{ text }, found]) => (found !== null && isOfMqtt(found.role, text) ? [found.group] : [])),
  )
  const taken = new Set(known.map(keyOf))
  const hasHost = taken.has('host ')
  if (hasHost) groups.add('')
  const beside = namesBeside(
    others.map(({ name }) => name),
    hasHost,
  )
  const isBareRole = (role: Role) => [...asMqtt.values()].some((found) => found?.role === role && found.group === '')
  const isWhole = isBareRole('username') && isBareRole('password')
  // A file that says MQTT of its port says it of its login too.
  const isMarking = known.some(({ role, group }) => group === '' && role !== 'host')
  return settings.map((one) => {
    const found = asMqtt.get(one) ?? null
    if (found === null || !isWithin(found.group, groups) || taken.has(keyOf(found))) return one
    const isBare = found.group === '' && hasHost
    const isForeign = found.role === 'other' || (found.role === 'port' && !MQTT_PORTS.has(one.text.trim()))
    // The user of the device stands in many a file, and tokens are of anything.
    const isOfDevice = isBare && (found.role === 'login' || (one.name === 'USER' && !isWhole))
    if (isForeign || isOfDevice || !beside.has(one.name)) return one
    const isUnclear = isBare && (isMarking || !isWhole) && isLogin({ ...one, ...found })
    return { ...one, fullName: `mqtt_${one.name}`, ...(isUnclear ? { problem: unclearNote(one.name) } : {}) }
  })
}

/** `OTR` and `OTR_TLS` are within `OTR`; the names without a beginning are only among themselves. */
function isWithin(group: string, groups: ReadonlySet<string>): boolean {
  if (groups.has(group)) return true
  const words = group.split('_')
  return words.some((_word, count) => count > 0 && groups.has(words.slice(0, count).join('_')))
}

function isOfMqtt(role: Role, text: string): boolean {
  if (role === 'port' || role === 'tlsPort') return /^(?:1883|8883)$/.test(text.trim())
  return role === 'host' && /^mqtts?:\/\/|:(?:1883|8883)\/?$/i.test(text.trim())
}

function keyOf({ role, group }: NamedRole): string {
  return `${role} ${group}`
}

/** Sorts settings into connections: each group of names with a host is one. No more than `max` are made. */
export function groupSettings(settings: readonly Setting[], max: number): SettingGroup[] {
  const groups = new Map<string, RoleSetting[]>()
  for (const setting of withBesides(settings)) {
    const found = roleOf(setting.fullName ?? setting.name)
    if (found === null) continue
    const { role, group, isOfTls } = found
    if (role === 'host' && !isHostLike(setting)) continue
    const members = groups.get(group) ?? []
    groups.set(group, members)
    members.push({ ...setting, role, isOfTls })
  }
  const isHost = (one: RoleSetting) => one.role === 'host' && isSaid(one)
  const withHost = [...groups].filter(([, members]) => members.some(isHost))
  const orphans = [...groups].filter(([, members]) => !members.some(isHost))
  return withHost.slice(0, max).map(([group, members]) => {
    const shared = orphans
      .filter(([other]) => withHost.length === 1 || other === '')
      .flatMap(([, others]) => sharedWith(members, others))
    return new SettingGroup(group, [...members, ...shared])
  })
}

/**
 * The names of a login, a port or TLS of MQTT in a file that names no host, so that it can be said what is missing; empty
 * where nothing is of MQTT.
 */
export function hostlessNames(settings: readonly Setting[]): string[] {
  const roles: readonly (Role | undefined)[] = ['username', 'password', 'login', 'port', 'tlsPort', 'tls', 'ca']
  const found = settings.filter((one) => roles.includes(roleOf(one.fullName ?? one.name)?.role) && isSaid(one))
  return [...new Set(found.map(({ name }) => name))]
}

/** What settings without a host add to a connection: a login only where it has none, or where they complete each other. */
function sharedWith(members: readonly RoleSetting[], others: readonly RoleSetting[]): readonly RoleSetting[] {
  const isTaken = others.some(
    (other) => isLogin(other) && members.some((own) => own.role === other.role && isSaid(own)),
  )
  return others.filter((other) => SHARED.includes(other.role) && !(isTaken && isLogin(other)))
}

function isSaid({ text, problem }: Setting): boolean {
  return text.trim() !== '' || problem !== null
}

function isLogin({ role }: RoleSetting): boolean {
  return role === 'username' || role === 'password' || role === 'login'
}

/** `MQTT=true` and `BROKER=1` name no host. */
function isHostLike({ text, problem }: Setting): boolean {
  return problem !== null || !/^(?:true|false|yes|no|on|off|\d)$/i.test(text.trim())
}
