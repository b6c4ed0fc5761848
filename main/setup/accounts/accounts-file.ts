import { z } from 'zod'
import type { AccountsTaken, SetupFinding } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { parseCsv, withoutGuard } from '../../shared/csv.ts'

/** One account of a file. */
interface FileAccount {
  readonly name: string
  readonly role: string
  readonly password: string
  readonly site: string
}

/** What a file gives to a set-up; passwords are for main alone. */
export interface AccountsFile extends Pick<AccountsTaken, 'people' | 'devices' | 'problems'> {
  readonly passwords: ReadonlyMap<string, string>
}

/** As many as a plan takes. */
const MOST = 2_050
const PEOPLE = new Set(['operator', 'person', 'user', 'people', '操作员', '人员'])
const DEVICES = new Set(['device', '设备'])

const text = z.string().max(4096)
const row = z.object({
  name: text.optional(),
  username: text.optional(),
  role: text.optional(),
  password: text.optional(),
  site: text.optional(),
})
const list = z.union([z.array(row), z.object({ accounts: z.array(row) }).transform(({ accounts }) => accounts)])
const named = z.array(z.object({ name: text }))
/** What the page Broker exports of a Mosquitto with dynamic security. */
const exported = z.object({
  format: z.literal('waypost-accounts'),
  clients: z.array(z.object({ username: text, isDisabled: z.boolean(), roles: named, groups: named })),
  groups: z.array(z.object({ name: text, roles: named })),
  roles: z.array(
    z.object({ name: text, acls: z.array(z.object({ type: text, topic: text, isAllowed: z.boolean() })) }),
  ),
})

/**
 * Reads accounts with their roles: a table (CSV with the columns name, role, and perhaps password and site), JSON of the same,
 * or what the page Broker exports, which holds no passwords.
 */
export function readAccountsFile(content: string): AccountsFile {
  const found =
    content.trimStart().startsWith('{') || content.trimStart().startsWith('[') ? ofJson(content) : ofTable(content)
  if (found === null || found.length === 0) return { ...NOTHING, problems: [UNREADABLE] }
  const people: { name: string; hasPassword: boolean }[] = []
  const devices: { id: string; site: string | null }[] = []
  const problems: SetupFinding[] = found.length > MOST ? [tooMany(found.length)] : []
  const passwords = new Map<string, string>()
  const seen = new Set<string>()
  for (const { name, role, password, site } of found.slice(0, MOST)) {
    const kind = role.toLowerCase()
    if (name === '' || seen.has(name)) continue
    seen.add(name)
    if (PEOPLE.has(kind)) people.push({ name, hasPassword: password !== '' })
    else if (DEVICES.has(kind)) devices.push({ id: name, site: site === '' ? null : site })
    else {
      problems.push(roleless(name, role))
      continue
    }
    if (password !== '') passwords.set(name, password)
  }
  return { people, devices, passwords, problems }
}

const NOTHING = { people: [], devices: [], passwords: new Map<string, string>() } as const

function ofJson(content: string): readonly FileAccount[] | null {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return null
  }
  const accounts = exported.safeParse(value)
  if (accounts.success) return ofExport(accounts.data)
  const rows = list.safeParse(value)
  if (!rows.success) return null
  return rows.data.map(({ name, username, role = '', password = '', site = '' }) => ({
    ...{ name: (name ?? username ?? '').trim(), role: role.trim(), password, site: site.trim() },
  }))
}

/** Who may send commands to more than one device is a person; who is turned off is left out. */
function ofExport({ clients, groups, roles }: z.output<typeof exported>): readonly FileAccount[] {
  const commanding = new Set(
    roles
      .filter(({ acls }) =>
        acls.some(({ type, topic, isAllowed }) => isAllowed && type === 'publishClientSend' && commandsAll(topic)),
      )
      .map(({ name }) => name),
  )
  const isPerson = (own: readonly { readonly name: string }[]): boolean => own.some(({ name }) => commanding.has(name))
  return clients
    .filter(({ isDisabled }) => !isDisabled)
    .map(({ username, roles: own, groups: memberOf }) => {
      const through = groups.filter(({ name }) => memberOf.some((group) => group.name === name))
      const isOperator = isPerson(own) || through.some((group) => isPerson(group.roles))
      return { name: username, role: isOperator ? 'operator' : 'device', password: '', site: '' }
    })
}

function commandsAll(topic: string): boolean {
  return topic === '#' || topic === 'device/#' || topic === 'device/+/#' || topic === 'device/+/command'
}

function ofTable(content: string): readonly FileAccount[] | null {
  const [head, ...rows] = parseCsv(content)
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const at = (...names: readonly string[]): number => columns.findIndex((column) => names.includes(column))
  const [name, role] = [at('name', 'username', 'id', 'device', '名称', '用户名'), at('role', 'kind', 'type', '角色')]
  if (name < 0 || role < 0) return null
  const [password, site] = [at('password', '密码'), at('site', '站点')]
  return rows.map(({ cells }) => ({
    name: withoutGuard(cells[name] ?? '').trim(),
    role: (cells[role] ?? '').trim(),
    // A password may begin with any sign, and end with a blank.
    password: withoutGuard(cells[password] ?? ''),
    site: (cells[site] ?? '').trim(),
  }))
}

function finding(cause: LocalizedText, fix: LocalizedText): SetupFinding {
  return { cause, fix }
}

const UNREADABLE = finding(
  { en: 'No accounts were found in this file.', zh: '此文件中没有找到账户。' },
  {
    en: 'It needs a table with the columns name and role (operator or device), and perhaps password and site; or the same as JSON.',
    zh: '需要包含 name 和 role（operator 或 device）列的表格，可另有 password 和 site 列；或同样内容的 JSON。',
  },
)

function tooMany(count: number): SetupFinding {
  return finding(
    {
      en: `The file has ${count} accounts; the first ${MOST} were imported.`,
      zh: `文件中有 ${count} 个账户；已导入前 ${MOST} 个。`,
    },
    { en: 'Make another set-up for the others.', zh: '其余账户请另建搭建方案。' },
  )
}

function roleless(name: string, role: string): SetupFinding {
  const shown = name.slice(0, 64)
  return finding(
    {
      en: `"${shown}" was left out: "${role.slice(0, 64)}" is no role.`,
      zh: `已略过“${shown}”：“${role.slice(0, 64)}”不是角色。`,
    },
    { en: 'Write operator or device.', zh: '请填写 operator 或 device。' },
  )
}
