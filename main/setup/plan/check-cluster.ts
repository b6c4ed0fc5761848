import { isIPv6 } from 'node:net'
import type { SetupPlan, SetupProblem } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** An even number stands still with as many lost nodes as the odd one below it. */
const NODE_COUNTS: readonly number[] = [3, 5, 7]
/** NATS takes a password of this form for a hash. */
const BCRYPT = /^\$2[abxy]\$/

/** Finds what NATS and RabbitMQ cannot do and Mosquitto can. */
export function checkCluster(plan: SetupPlan, passwords: ReadonlyMap<string, string>): SetupProblem[] {
  if (plan.platform !== 'cluster') return []
  const { hosts, mode, devices, cluster = 'nats' } = plan
  const problem = (
    field: SetupProblem['field'],
    item: string | null,
    [message, fix]: readonly [LocalizedText, LocalizedText],
  ): SetupProblem => ({ field, item, message, fix })
  const hashes = [...passwords].filter(([, password]) => BCRYPT.test(password))
  return [
    ...(mode === 'password' || mode === 'tls' ? [] : [problem('mode', null, LOGINS)]),
    ...(NODE_COUNTS.includes(hosts.length) ? [] : [problem('hosts', null, COUNT)]),
    ...hosts.filter(isIPv6).map((host) => problem('hosts', host, ipv6(host))),
    ...(cluster === 'rabbitmq' && new Set(hosts.map((host) => host.includes('.'))).size > 1
      ? [problem('hosts', hosts.find((host) => !host.includes('.')) ?? null, MIXED)]
      : []),
    ...devices.filter((id) => id.includes('.')).map((id) => problem('devices', id, dotted(id))),
    ...(cluster === 'nats' ? hashes.map(([account]) => problem('passwords', account, HASH)) : []),
  ]
}

const LOGINS = [
  { en: 'A cluster is set up with passwords here.', zh: '此处的集群使用密码登录。' },
  { en: 'Choose TLS and password, or Password.', zh: '请选择“TLS + 密码”或“密码”。' },
] as const
const COUNT = [
  { en: 'A cluster has 3, 5 or 7 nodes.', zh: '集群由 3、5 或 7 个节点组成。' },
  {
    en: 'Enter the name or address of each node: with three, one may fail; with five, two.',
    zh: '请填写每个节点的名称或地址：三个节点可容许一个失效，五个可容许两个。',
  },
] as const
const MIXED = [
  {
    en: 'RabbitMQ takes either short names for all nodes, or names with a dot and addresses for all.',
    zh: 'RabbitMQ 的所有节点要么都用短名称，要么都用带点的名称或地址。',
  },
  {
    en: 'Enter full names or addresses, for example mq1.site.local.',
    zh: '请填写完整名称或地址，例如 mq1.site.local。',
  },
] as const
const HASH = [
  { en: 'NATS takes a password of this form for a hash.', zh: 'NATS 会把这种形式的密码当作哈希。' },
  { en: 'Choose one that does not begin with $2a$ or the like.', zh: '请选择不以 $2a$ 等开头的密码。' },
] as const

function ipv6(host: string): readonly [LocalizedText, LocalizedText] {
  return [
    {
      en: `"${host}" is an IPv6 address, which the bridges of devices cannot name with a port.`,
      zh: `“${host}”是 IPv6 地址，设备上的桥接无法同时写明其端口。`,
    },
    { en: 'Enter a name or an IPv4 address.', zh: '请填写名称或 IPv4 地址。' },
  ]
}

function dotted(id: string): readonly [LocalizedText, LocalizedText] {
  return [
    {
      en: `"${id}" has a dot, which divides levels on NATS and RabbitMQ.`,
      zh: `“${id}”含有点号，在 NATS 和 RabbitMQ 上它是层级分隔符。`,
    },
    { en: 'Give the device another id, for example with a hyphen.', zh: '请为设备换一个编号，例如使用连字符。' },
  ]
}
