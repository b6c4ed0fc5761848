import { isIP } from 'node:net'
import type { ClusterKind, SetupPlan, SetupWarning } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { balancersOf, hasPasswords, hasTls, isBridged, runtimeOf, takesProxyProtocol } from './plan-traits.ts'

const SHORT_PASSWORD = 10

/** True where it holds, its name, and its words in both languages. */
type Finding = readonly [boolean, string, string, string]

/** Lists what an operator should know about a plan that works. */
export function planWarnings(
  plan: SetupPlan,
  { passwords, ledger, takenOut }: Pick<SetupMaterial, 'passwords' | 'ledger' | 'takenOut'>,
): SetupWarning[] {
  const { mode, platform, hosts, devices } = plan
  const first = hosts[0] ?? ''
  const isCluster = platform === 'cluster'
  const weak = hasPasswords(plan)
    ? [...passwords].filter(([, password]) => password.length < SHORT_PASSWORD).map(([account]) => account)
    : []
  const gone = [...takenOut.keys()]
  const findings: readonly Finding[] = [
    [
      gone.length > 0 && mode !== 'anonymous',
      'taken-out',
      `Taken out: ${gone.join(', ')}. ${platform === 'builtin' ? 'Refused from the last step on.' : 'Refused once the broker was restarted with these files; let in until then.'}`,
      `已移除：${gone.join('、')}。${platform === 'builtin' ? '完成最后一步后即被拒绝。' : 'Broker 使用这些文件重启后即被拒绝；在此之前仍可接入。'}`,
    ],
    [
      mode === 'mtls' && !ledger.isComplete,
      'serials-unknown',
      'This set-up is older than the list of its certificates: taking a device out refuses its present certificate, but not one that a renewal replaced before. Such a certificate is good until it ends.',
      '本搭建方案早于其证书清单：移除设备会拒绝其当前证书，但不包括此前续签时被替换的证书；后者在到期前仍然有效。',
    ],
    [
      mode === 'anonymous',
      'anonymous',
      'Anonymous mode is for tests only: whoever reaches the port can command every device.',
      '匿名模式仅供测试：任何能访问该端口的人都能控制所有设备。',
    ],
    [
      mode === 'password',
      'plain-text',
      'Without TLS, passwords and commands cross the network in clear text.',
      '没有 TLS，密码和命令以明文在网络上传输。',
    ],
    [
      devices.length > 0 && !isCluster && isOwnComputer(first) && !plan.isLoopbackOnly,
      'loopback-host',
      `Devices are told to connect to ${first}, which on each device is the device itself. Put the broker's address first.`,
      `设备将连接 ${first}，而在每台设备上它就是设备自己。请把 Broker 的地址放在第一位。`,
    ],
    [
      hasTls(plan) && hosts.every((host) => isIP(host) === 0),
      'no-address',
      'The certificate names no IP address: clients that connect by address will refuse it.',
      '证书中没有 IP 地址：按地址连接的客户端会拒绝它。',
    ],
    [
      hasTls(plan) && hosts.every((host) => isIP(host) !== 0),
      'only-addresses',
      'The certificate names addresses only: when the address changes it must be renewed. A name would outlive that.',
      '证书中只有地址：地址改变后必须续签。使用名称则不受影响。',
    ],
    [
      weak.length > 0,
      'short-password',
      `Shorter than ${SHORT_PASSWORD} characters: the password of ${weak.join(', ')}.`,
      `以下账户的密码少于 ${SHORT_PASSWORD} 个字符：${weak.join('、')}。`,
    ],
    ...platformFindings(plan),
    [
      hasTls(plan) && devices.length > 0,
      'bridge',
      'The executor in the field has no TLS: each kit holds a bridge for the device. Without it the executor cannot connect.',
      '现场的执行器不支持 TLS：每个交付包内含设备端桥接。没有它，执行器无法连接。',
    ],
  ]
  return findings.filter(([isFound]) => isFound).map(([, id, en, zh]) => ({ id, text: { en, zh } }))
}

/** What the place of the broker brings with it. */
function platformFindings(plan: SetupPlan): readonly Finding[] {
  const { platform } = plan
  return [
    [
      platform === 'builtin',
      'builtin-limits',
      'The built-in broker is for one site and up to a few hundred devices, and runs while this app runs.',
      '内置 Broker 适用于单个地点、最多几百台设备，并且仅在本应用运行时工作。',
    ],
    [
      platform === 'docker' && !plan.isLoopbackOnly,
      'docker-firewall',
      'Docker publishes the port past ufw; see the firewall lines.',
      'Docker 发布端口时会绕过 ufw；请看防火墙部分。',
    ],
    ...(platform === 'cluster' ? clusterFindings(plan) : []),
  ]
}

function clusterFindings(plan: SetupPlan): readonly Finding[] {
  if (isBridged(plan)) return SITES
  const kind = plan.cluster ?? 'nats'
  return [...linkFindings(plan), ...doorFindings(plan), ...runtimeFindings(plan, kind), CHARACTERS[characterOf(plan)]]
}

/** How the nodes speak to each other. */
function linkFindings(plan: SetupPlan): readonly Finding[] {
  const isNats = (plan.cluster ?? 'nats') === 'nats'
  return [
    [
      !isNats,
      'cluster-open-links',
      `${plan.cluster === 'emqx' ? 'EMQX' : 'RabbitMQ'} speaks without TLS between its nodes, whatever clients use: keep these ports inside a network of the nodes alone.`,
      `无论客户端如何连接，${plan.cluster === 'emqx' ? 'EMQX' : 'RabbitMQ'} 节点之间都不使用 TLS：请将这些端口限制在仅供节点使用的网络内。`,
    ],
    [
      isNats && !hasTls(plan),
      'cluster-open-links',
      'Without TLS the nodes speak in clear text to each other too.',
      '没有 TLS，节点之间也以明文通信。',
    ],
    [
      isNats && hasTls(plan),
      'cluster-links',
      'The nodes speak TLS to each other and show their certificates. Only they need the port between nodes, 6222.',
      '节点之间使用 TLS 并出示证书。节点间端口 6222 只需对节点开放。',
    ],
  ]
}

/** How clients find a node that lives. */
function doorFindings(plan: SetupPlan): readonly Finding[] {
  const doors = balancersOf(plan)
  return [
    [
      doors.length === 0 && !hasTls(plan) && plan.devices.length > 0,
      'cluster-one-node',
      'The executor in the field knows one address: without TLS, a device whose node dies is away until that node is back. With TLS the bridge in its kit knows every node, and with haproxy one address is enough.',
      '现场的执行器只认一个地址：不使用 TLS 时，所连节点失效的设备会一直离线，直到该节点恢复。使用 TLS 时，交付包中的桥接知道所有节点；使用 haproxy 时，一个地址就够了。',
    ],
    [
      doors.length === 1,
      'one-balancer',
      'With one haproxy everybody is away while its computer is. A second one on another computer makes that good, for those who know two addresses: people, and devices with a bridge.',
      '只有一个 haproxy 时，其所在计算机停机则所有客户端离线。可在另一台计算机上再设一个，供知道两个地址的客户端使用：人员以及带桥接的设备。',
    ],
    [
      takesProxyProtocol(plan),
      'proxy-protocol',
      "haproxy tells the nodes each client's address by the PROXY protocol. So the port of a node takes haproxy alone: a client that connects to a node directly is cut off.",
      'haproxy 通过 PROXY 协议把客户端地址告知节点。因此节点的端口只接受 haproxy：直接连接节点的客户端会被断开。',
    ],
    [
      doors.length > 0 && !takesProxyProtocol(plan),
      'no-proxy-protocol',
      'NATS does not know the PROXY protocol: in its log all clients come from haproxy.',
      'NATS 不支持 PROXY 协议：其日志中所有客户端都显示为来自 haproxy。',
    ],
  ]
}

/** How the nodes run, and what of it was tried. */
function runtimeFindings(plan: SetupPlan, kind: ClusterKind): readonly Finding[] {
  return [
    [
      kind === 'emqx',
      'emqx-untried',
      'These files were not tried against a real EMQX: they are made by the documentation of EMQX 5.8, and checked for their form and rules alone. Try them in a test set-up first. EMQX takes accounts from the file once; a changed password is set on its dashboard, which answers on the node itself.',
      '这些文件没有在真实的 EMQX 上试过：它们按 EMQX 5.8 的文档生成，只检查了格式和规则。请先在测试环境中试用。EMQX 只从文件导入一次账户；修改密码要在其管理页面进行，该页面只在节点本机上应答。',
    ],
    [
      runtimeOf(plan) === 'compose' && kind !== 'emqx',
      'compose-untried',
      'The proof runs the same configuration in the broker that this computer has. The image in docker-compose.yml holds a newer version, which was not tried here.',
      '验证时用本机已有的 Broker 运行相同的配置。docker-compose.yml 中的镜像版本较新，没有在此试过。',
    ],
    [
      runtimeOf(plan) === 'compose',
      'compose-host',
      'The containers use the network of their computers, which Docker does on Linux. The firewall of the computer applies to them.',
      '容器使用所在计算机的网络，这需要 Linux 上的 Docker。计算机的防火墙对它们有效。',
    ],
  ]
}

function characterOf(plan: SetupPlan): keyof typeof CHARACTERS {
  if (plan.cluster === 'emqx') return 'emqx'
  return plan.cluster === 'rabbitmq' && runtimeOf(plan) === 'compose' ? 'rabbitmq4' : 'mqtt3'
}

const CHARACTERS = {
  mqtt3: [
    true,
    'cluster-character',
    'A cluster speaks MQTT 3.1.1 here: no reasons of refusal, no message expiry, no figures under $SYS. A node that dies takes what was in flight with it; the console says "unknown" of that.',
    '此处的集群使用 MQTT 3.1.1：没有拒绝原因、没有消息过期、没有 $SYS 数据。失效节点上正在传输的消息会丢失；控制台会将其标为“未知”。',
  ],
  rabbitmq4: [
    true,
    'cluster-character',
    'RabbitMQ brings no stored announcements to a wildcard and has no figures under $SYS. A node that dies takes what was in flight with it; the console says "unknown" of that.',
    'RabbitMQ 不为通配符订阅提供保留消息，也没有 $SYS 数据。失效节点上正在传输的消息会丢失；控制台会将其标为“未知”。',
  ],
  emqx: [
    true,
    'cluster-character',
    'By its documentation EMQX stops after 1,000 stored announcements; the console asks for the others. A node that dies takes what was in flight with it; the console says "unknown" of that.',
    '按其文档，EMQX 最多提供 1,000 条保留消息，其余由控制台询问。失效节点上正在传输的消息会丢失；控制台会将其标为“未知”。',
  ],
} as const satisfies Readonly<Record<string, Finding>>

const SITES: readonly Finding[] = [
  [
    true,
    'bridge-once',
    'A command goes to a site at most once: while the line is down it is lost, and does not run later. Results, acknowledgements, output and statuses wait at the site and come once the line stands again.',
    '命令最多向站点发送一次：线路中断时命令会丢失，之后也不会执行。结果、确认、输出和状态会在站点等待，线路恢复后送达。',
  ],
  [
    true,
    'bridge-presence',
    'When the line of a site breaks, its devices look lost at the centre, though they work. Whether a bridge stands is on the topic site/NAME/bridge: 1 or 0.',
    '站点线路中断时，其设备在中心看来已失联，但它们仍在工作。桥接是否正常见主题 site/名称/bridge：1 或 0。',
  ],
]

function isOwnComputer(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127\./.test(host)
}
