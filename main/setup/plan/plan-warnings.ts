import { isIP } from 'node:net'
import type { SetupPlan, SetupWarning } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasPasswords, hasTls } from './plan-traits.ts'

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
      '本设置早于其证书清单：移除设备会拒绝其当前证书，但不包括此前续签时被替换的证书；后者在到期前仍然有效。',
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
  const isRabbitMq = plan.cluster === 'rabbitmq'
  return [
    [
      isRabbitMq,
      'cluster-open-links',
      'RabbitMQ speaks without TLS between its nodes, whatever clients use: keep these ports inside a network of the nodes alone.',
      '无论客户端如何连接，RabbitMQ 节点之间都不使用 TLS：请将这些端口限制在仅供节点使用的网络内。',
    ],
    [
      !isRabbitMq && !hasTls(plan),
      'cluster-open-links',
      'Without TLS the nodes speak in clear text to each other too.',
      '没有 TLS，节点之间也以明文通信。',
    ],
    [
      !isRabbitMq && hasTls(plan),
      'cluster-links',
      'The nodes speak TLS to each other and show their certificates. Only they need the port between nodes, 6222.',
      '节点之间使用 TLS 并出示证书。节点间端口 6222 只需对节点开放。',
    ],
    [
      !hasTls(plan) && plan.devices.length > 0,
      'cluster-one-node',
      'The executor in the field knows one address: without TLS, a device whose node dies is away until that node is back. With TLS the bridge in its kit knows every node.',
      '现场的执行器只认一个地址：不使用 TLS 时，所连节点失效的设备会一直离线，直到该节点恢复。使用 TLS 时，交付包中的桥接知道所有节点。',
    ],
    [
      true,
      'cluster-character',
      'A cluster speaks MQTT 3.1.1 here: no reasons of refusal, no message expiry, no figures under $SYS. A node that dies takes what was in flight with it; the console says "unknown" of that.',
      '此处的集群使用 MQTT 3.1.1：没有拒绝原因、没有消息过期、没有 $SYS 数据。失效节点上正在传输的消息会丢失；控制台会将其标为“未知”。',
    ],
  ]
}

function isOwnComputer(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127\./.test(host)
}
