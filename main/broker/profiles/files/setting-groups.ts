import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { type Role, roleOf } from './setting-names.ts'

/** A setting of another program: a variable of a `.env` file, or a field of its JSON or YAML. */
export interface Setting {
  readonly name: string
  /** The name to judge it by, where its own does not say that it is of MQTT. */
  readonly fullName?: string
  readonly text: string
  /** Why the text is not what the other program has there; null where it is. */
  readonly problem: LocalizedText | null
}

interface RoleSetting extends Setting {
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

  /** Names of what no connection has a field for. */
  unused(): string[] {
    const left = this.#settings.filter(({ role, text }) => !this.#asked.has(role) && text.trim() !== '')
    return [...new Set(left.map(({ name }) => name))]
  }
}

/** Sorts settings into connections: each group of names with a host is one. No more than `max` are made. */
export function groupSettings(settings: readonly Setting[], max: number): SettingGroup[] {
  const groups = new Map<string, RoleSetting[]>()
  for (const setting of settings) {
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
