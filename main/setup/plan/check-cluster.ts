import { isIPv6 } from 'node:net'
import type { SetupPlan, SetupProblem } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { hostProblem } from './check-names.ts'
import { accountsOf, balancersOf, isBridged, siteAccount, siteOfDevice, sitesOf } from './plan-traits.ts'

/** An even number stands still with as many lost nodes as the odd one below it. */
const NODE_COUNTS: readonly number[] = [3, 5, 7]
/** A centre and its sites. */
const MOST_BRIDGED = 50
/** NATS takes a password of this form for a hash. */
const BCRYPT = /^\$2[abxy]\$/

type Words = readonly [LocalizedText, LocalizedText]

/** Finds what the brokers of a cluster cannot do and one Mosquitto can. */
export function checkCluster(plan: SetupPlan, passwords: ReadonlyMap<string, string>): SetupProblem[] {
  if (plan.platform !== 'cluster') return []
  const { hosts, mode } = plan
  return [
    ...(mode === 'password' || mode === 'tls' ? [] : [problem('mode', null, LOGINS)]),
    ...hosts.filter(isIPv6).map((host) => problem('hosts', host, ipv6(host))),
    ...(isBridged(plan) ? checkSites(plan) : checkNodes(plan, passwords)),
    ...checkBalancers(plan),
  ]
}

function problem(field: SetupProblem['field'], item: string | null, [message, fix]: Words): SetupProblem {
  return { field, item, message, fix }
}

function checkNodes(
  { hosts, devices, operators, cluster = 'nats' }: SetupPlan,
  passwords: ReadonlyMap<string, string>,
): SetupProblem[] {
  const hashes = [...passwords].filter(([, password]) => BCRYPT.test(password))
  const mixed = new Set(hosts.map((host) => host.includes('.'))).size > 1
  return [
    ...(NODE_COUNTS.includes(hosts.length) ? [] : [problem('hosts', null, COUNT)]),
    ...(cluster === 'rabbitmq' && mixed
      ? [problem('hosts', hosts.find((host) => !host.includes('.')) ?? null, MIXED)]
      : []),
    ...(cluster === 'emqx'
      ? hosts.filter((host) => !host.includes('.')).map((host) => problem('hosts', host, LONG))
      : []),
    ...(cluster === 'emqx'
      ? operators.filter((name) => !/^[ -~]*$/.test(name)).map((name) => problem('operators', name, ASCII))
      : []),
    ...(cluster === 'emqx'
      ? []
      : devices.filter((id) => id.includes('.')).map((id) => problem('devices', id, dotted(id)))),
    ...(cluster === 'nats' ? hashes.map(([account]) => problem('passwords', account, HASH)) : []),
  ]
}

function checkSites(plan: SetupPlan): SetupProblem[] {
  const { hosts, devices } = plan
  const taken = new Set(accountsOf(plan))
  const homeless = devices.filter((device) => siteOfDevice(plan, device) === undefined)
  return [
    ...(hosts.length >= 2 && hosts.length <= MOST_BRIDGED ? [] : [problem('hosts', null, SITES)]),
    ...homeless.map((device) => problem('devices', device, siteless(device))),
    ...sitesOf(plan)
      .map(siteAccount)
      .filter((account) => taken.has(account))
      .map((account) => problem(devices.includes(account) ? 'devices' : 'operators', account, takenBySite(account))),
  ]
}

function checkBalancers(plan: SetupPlan): SetupProblem[] {
  const balancers = balancersOf(plan)
  return balancers.flatMap((host, index) => {
    const found = hostProblem(host)
    if (found !== null) return [problem('balancers', host, [found.message, found.fix])]
    if (isIPv6(host)) return [problem('balancers', host, ipv6(host))]
    if (plan.hosts.some((node) => node.toLowerCase() === host.toLowerCase())) {
      return [problem('balancers', host, onNode(host))]
    }
    const isTwice = balancers.findIndex((other) => other.toLowerCase() === host.toLowerCase()) < index
    return isTwice ? [problem('balancers', host, twice(host))] : []
  })
}

const LOGINS: Words = [
  { en: 'A cluster is set up with passwords here.', zh: '此处的集群使用密码登录。' },
  { en: 'Choose TLS and password, or Password.', zh: '请选择“TLS + 密码”或“密码”。' },
]
const COUNT: Words = [
  { en: 'A cluster has 3, 5 or 7 nodes.', zh: '集群由 3、5 或 7 个节点组成。' },
  {
    en: 'Enter the name or address of each node: with three, one may fail; with five, two.',
    zh: '请填写每个节点的名称或地址：三个节点可容许一个失效，五个可容许两个。',
  },
]
const SITES: Words = [
  {
    en: `Bridges need a centre and 1 to ${MOST_BRIDGED - 1} sites.`,
    zh: `桥接需要一个中心和 1 到 ${MOST_BRIDGED - 1} 个站点。`,
  },
  {
    en: 'Enter the name or address of the centre first, then those of the sites.',
    zh: '请先填写中心的名称或地址，再填写各站点的。',
  },
]
const MIXED: Words = [
  {
    en: 'RabbitMQ takes either short names for all nodes, or names with a dot and addresses for all.',
    zh: 'RabbitMQ 的所有节点要么都用短名称，要么都用带点的名称或地址。',
  },
  {
    en: 'Enter full names or addresses, for example mq1.site.local.',
    zh: '请填写完整名称或地址，例如 mq1.site.local。',
  },
]
const LONG: Words = [
  { en: 'EMQX takes names with a dot and addresses only.', zh: 'EMQX 只接受带点的名称或地址。' },
  MIXED[1],
]
const ASCII: Words = [
  { en: 'The rules of EMQX are written for names in ASCII here.', zh: '此处的 EMQX 规则只支持 ASCII 名称。' },
  { en: 'Use letters, digits and signs of an English keyboard.', zh: '请使用英文键盘上的字母、数字和符号。' },
]
const HASH: Words = [
  { en: 'NATS takes a password of this form for a hash.', zh: 'NATS 会把这种形式的密码当作哈希。' },
  { en: 'Choose one that does not begin with $2a$ or the like.', zh: '请选择不以 $2a$ 等开头的密码。' },
]

function ipv6(host: string): Words {
  return [
    {
      en: `"${host}" is an IPv6 address, which the bridges of devices cannot name with a port.`,
      zh: `“${host}”是 IPv6 地址，设备上的桥接无法同时写明其端口。`,
    },
    { en: 'Enter a name or an IPv4 address.', zh: '请填写名称或 IPv4 地址。' },
  ]
}

function dotted(id: string): Words {
  return [
    {
      en: `"${id}" has a dot, which divides levels on NATS and RabbitMQ.`,
      zh: `“${id}”含有点号，在 NATS 和 RabbitMQ 上它是层级分隔符。`,
    },
    { en: 'Give the device another id, for example with a hyphen.', zh: '请为设备换一个 ID，例如使用连字符。' },
  ]
}

function siteless(device: string): Words {
  return [
    { en: `"${device}" belongs to no site.`, zh: `“${device}”不属于任何站点。` },
    { en: 'Enter it at the site whose broker it connects to.', zh: '请把它填写在其所连接的站点下。' },
  ]
}

function takenBySite(account: string): Words {
  return [
    { en: `"${account}" is the login of a site's bridge.`, zh: `“${account}”是某站点桥接的登录名。` },
    { en: 'Choose another name.', zh: '请换一个名称。' },
  ]
}

function onNode(host: string): Words {
  return [
    { en: `"${host}" is a node already, which listens on the same port.`, zh: `“${host}”已是节点，它监听相同端口。` },
    {
      en: 'Run haproxy on a computer of its own, or leave it out.',
      zh: '请在另外的计算机上运行 haproxy，或不使用它。',
    },
  ]
}

function twice(host: string): Words {
  return [
    { en: `"${host}" is listed twice.`, zh: `“${host}”出现了两次。` },
    { en: 'Remove one of the two.', zh: '请删除其中一个。' },
  ]
}
