import type { ClusterKind, SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { sectionsOf } from '../files/handover-guide.ts'

/** Says to the person at one node what it is, in which order the nodes start, at boot too, and how to undo it. */
export function nodeReadme(plan: SetupPlan, index: number, commands: readonly SetupCommand[]): string {
  const [host, count] = [plan.hosts[index] ?? '', plan.hosts.length]
  const others = plan.hosts.filter((_host, at) => at !== index)
  const kind = plan.cluster ?? 'nats'
  const lines = [
    `# ${plan.name}: ${host} (${index + 1}/${count})`,
    `Node ${index + 1} of ${count}; the others are ${others.join(', ')}. Copy this folder to ${host}, run the lines in it there, or \`sudo sh install.sh\`, and delete it here: it holds keys and passwords.`,
    `第 ${index + 1} 个节点，共 ${count} 个；其他节点：${others.join('、')}。把此文件夹复制到 ${host}，在其中执行以下各行，或执行 \`sudo sh install.sh\`，然后删除这里的副本：其中有密钥和密码。`,
    ...(kind === 'bridges' ? [roleOf(plan, index)] : []),
    '## Order · 顺序',
    ...orderOf(kind, plan.hosts[0] ?? ''),
    ...(kind === 'rabbitmq' || kind === 'emqx' ? NAMES : []),
    ...sectionsOf(commands),
  ]
  return `${lines.join('\n\n')}\n`
}

function roleOf({ hosts }: SetupPlan, index: number): string {
  const centre = hosts[0] ?? ''
  return index === 0
    ? 'This is the centre: people connect here, and every site is bridged to it. · 这是中心：人员在此接入，各站点桥接到它。'
    : `This is a site: its devices connect here, and it is bridged to ${centre}. · 这是站点：其设备在此接入，并桥接到 ${centre}。`
}

function orderOf(kind: ClusterKind, first: string): readonly string[] {
  switch (kind) {
    case 'nats':
      return [
        'The order does not matter. Each node starts by itself with its computer; clients are let in once more than half of the nodes run.',
        '顺序不限。每个节点随其计算机自动启动；超过半数节点运行后客户端才能接入。',
      ]
    case 'rabbitmq':
      return [
        `Start ${first} first and wait until it runs; then the others join it. After that each node starts by itself with its computer, in any order; after all were off at once, within ten minutes of each other.`,
        `先启动 ${first} 并等待其运行；其他节点随后加入。此后每个节点随其计算机自动启动，顺序不限；若所有节点曾同时关机，请在十分钟内全部启动。`,
      ]
    case 'emqx':
      return [
        'The order does not matter: each node looks for the others until it finds them.',
        '顺序不限：每个节点会一直寻找其他节点直到找到。',
      ]
    case 'bridges':
      return [
        `The order does not matter: a site tries ${first} until it answers, and serves its own devices meanwhile.`,
        `顺序不限：站点会不断尝试连接 ${first}，在此期间照常服务自己的设备。`,
      ]
  }
}

const NAMES = [
  'Every node must reach the others by the names above: put them into DNS, or into /etc/hosts of each node.',
  '每个节点都必须能以上述名称访问其他节点：请写入 DNS，或写入每个节点的 /etc/hosts。',
]
