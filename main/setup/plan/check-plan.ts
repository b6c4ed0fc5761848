import { isIPv6 } from 'node:net'
import type { SetupPlan, SetupProblem, SetupTuning } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { checkBuiltIn } from './check-built-in.ts'
import { checkCluster } from './check-cluster.ts'
import { deviceProblem, hostProblem, type NameProblem, operatorProblem, passwordProblem } from './check-names.ts'
import { accountsOf, hasPasswords, hasTls, isMosquitto } from './plan-traits.ts'

/** Account → password. */
export type Passwords = ReadonlyMap<string, string>

/** Smallest and largest value of each limit that Mosquitto takes and that still serves a fleet. */
const TUNING_RANGES: Readonly<Record<keyof SetupTuning, readonly [number, number]>> = {
  maxConnections: [1, 1_000_000],
  sessionExpiryDays: [1, 3650],
  maxQueuedMessages: [1, 1_000_000],
  maxPacketBytes: [1024, 268_435_455],
  maxKeepaliveS: [10, 65_535],
}

/**
 * Everything that cannot work in a plan, field by field; empty when it can be built. `kept` are accounts whose password is
 * known from before and need not be given again.
 */
export function checkPlan(
  plan: SetupPlan,
  passwords: Passwords,
  kept: ReadonlySet<string> = new Set(),
): SetupProblem[] {
  return [
    ...checkName(plan),
    ...checkHosts(plan),
    ...checkPort(plan),
    ...checkAccounts(plan),
    ...checkPasswords(plan, passwords, kept),
    ...checkTuning(plan.tuning),
    ...checkBuiltIn(plan),
    ...checkCluster(plan, passwords),
  ]
}

function at(field: SetupProblem['field'], item: string | null, found: NameProblem | null): SetupProblem[] {
  return found === null ? [] : [{ field, item, ...found }]
}

function missing(message: LocalizedText, fix: LocalizedText): NameProblem {
  return { message, fix }
}

function checkName({ name }: SetupPlan): SetupProblem[] {
  const isFine = name.trim() !== '' && name.length <= 60 && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name)
  if (isFine) return []
  return at(
    'name',
    null,
    missing(
      {
        en: 'The set-up needs a name of 1 to 60 characters on one line.',
        zh: '搭建方案需要一个 1 到 60 个字符的单行名称。',
      },
      { en: 'Enter the site, for example Workshop.', zh: '请输入地点，例如“车间”。' },
    ),
  )
}

function checkHosts(plan: SetupPlan): SetupProblem[] {
  const { hosts } = plan
  if (hosts.length === 0) {
    return at(
      'hosts',
      null,
      missing(
        { en: 'No host name or address is given.', zh: '未填写主机名或地址。' },
        {
          en: 'Enter every name and address by which clients will reach the broker.',
          zh: '请填写客户端连接 Broker 时会用到的所有名称和地址。',
        },
      ),
    )
  }
  const first = hosts[0] ?? ''
  const needsBridge = hasTls(plan) && plan.devices.length > 0 && isIPv6(first)
  return [
    ...hosts.flatMap((host) => at('hosts', host, hostProblem(host))),
    ...duplicates(hosts.map((host) => host.toLowerCase())).flatMap((host) => at('hosts', host, listedTwice(host))),
    ...(needsBridge ? at('hosts', first, bridgeNeedsIpv4(first)) : []),
  ]
}

function bridgeNeedsIpv4(host: string): NameProblem {
  return missing(
    {
      en: `The bridge on the devices cannot use the IPv6 address ${host}.`,
      zh: `设备上的桥接无法使用 IPv6 地址 ${host}。`,
    },
    { en: 'Put a name or an IPv4 address first.', zh: '请把名称或 IPv4 地址放在第一位。' },
  )
}

function listedTwice(name: string): NameProblem {
  return missing(
    { en: `"${name}" is listed twice.`, zh: `“${name}”出现了两次。` },
    { en: 'Remove one of the two.', zh: '请删除其中一个。' },
  )
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

function checkPort({ port }: SetupPlan): SetupProblem[] {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return []
  return at(
    'port',
    null,
    missing(
      { en: `${port} is no port.`, zh: `${port} 不是有效端口。` },
      {
        en: 'Enter a number from 1 to 65535; 1883 and 8883 are usual.',
        zh: '请输入 1 到 65535 之间的数字；常用 1883 和 8883。',
      },
    ),
  )
}

function checkAccounts(plan: SetupPlan): SetupProblem[] {
  const { mode, operators, devices } = plan
  const needsOperator = mode !== 'anonymous' && operators.length === 0
  const noOperator = missing(
    { en: 'No account for an operator is given.', zh: '未填写操作员账户。' },
    {
      en: 'Add at least one user; devices have accounts of their own.',
      zh: '请至少添加一个用户；设备另有各自的账户。',
    },
  )
  return [
    ...(needsOperator ? at('operators', null, noOperator) : []),
    ...operators.flatMap((name) => at('operators', name, operatorProblem(name))),
    ...devices.flatMap((id) => at('devices', id, deviceProblem(id))),
    ...duplicates(operators).flatMap((name) => at('operators', name, listedTwice(name))),
    ...duplicates(devices).flatMap((id) => at('devices', id, listedTwice(id))),
    ...operators.filter((name) => devices.includes(name)).flatMap((name) => at('operators', name, isDeviceToo(name))),
  ]
}

function isDeviceToo(name: string): NameProblem {
  return missing(
    { en: `"${name}" is both an operator and a device.`, zh: `“${name}”既是操作员又是设备。` },
    { en: 'Give the operator another name.', zh: '请给操作员换一个名称。' },
  )
}

function checkPasswords(plan: SetupPlan, passwords: Passwords, kept: ReadonlySet<string>): SetupProblem[] {
  if (!hasPasswords(plan)) return []
  return accountsOf(plan).flatMap((account) => {
    const password = passwords.get(account)
    // A cluster's files hold the password itself, or another hash of it.
    if (password === undefined && kept.has(account) && isMosquitto(plan)) return []
    const isInBridge = hasTls(plan) && plan.devices.includes(account)
    return at('passwords', account, passwordProblem(password ?? '', isInBridge))
  })
}

function checkTuning(tuning: SetupTuning): SetupProblem[] {
  const fields: readonly (keyof SetupTuning)[] = [
    'maxConnections',
    'sessionExpiryDays',
    'maxQueuedMessages',
    'maxPacketBytes',
    'maxKeepaliveS',
  ]
  return fields.flatMap((field) => {
    const value = tuning[field]
    const [smallest, largest] = TUNING_RANGES[field]
    if (value === null) return []
    if (Number.isInteger(value) && value >= smallest && value <= largest) return []
    return at(
      field,
      null,
      missing(
        { en: `${value} is out of range.`, zh: `${value} 超出范围。` },
        {
          en: `Enter a whole number from ${smallest} to ${largest}.`,
          zh: `请输入 ${smallest} 到 ${largest} 之间的整数。`,
        },
      ),
    )
  })
}
