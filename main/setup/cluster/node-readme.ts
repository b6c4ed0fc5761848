import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { sectionsOf } from '../files/handover-guide.ts'

/** Says to the person at one node what it is, in which order the nodes start, at boot too, and how to undo it. */
export function nodeReadme(plan: SetupPlan, index: number, commands: readonly SetupCommand[]): string {
  const [host, count] = [plan.hosts[index] ?? '', plan.hosts.length]
  const others = plan.hosts.filter((_host, at) => at !== index)
  const lines = [
    `# ${plan.name}: ${host} (${index + 1}/${count})`,
    `Node ${index + 1} of ${count}; the others are ${others.join(', ')}. Copy this folder to ${host}, run the lines in it there, or \`sudo sh install.sh\`, and delete it here: it holds keys and passwords.`,
    `第 ${index + 1} 个节点，共 ${count} 个；其他节点：${others.join('、')}。把此文件夹复制到 ${host}，在其中执行以下各行，或执行 \`sudo sh install.sh\`，然后删除这里的副本：其中有密钥和密码。`,
    '## Order · 顺序',
    plan.cluster === 'rabbitmq'
      ? `Start ${plan.hosts[0]} first and wait until it runs; then the others join it. After that each node starts by itself with its computer, in any order; after all were off at once, within ten minutes of each other.`
      : 'The order does not matter. Each node starts by itself with its computer; clients are let in once more than half of the nodes run.',
    plan.cluster === 'rabbitmq'
      ? `先启动 ${plan.hosts[0]} 并等待其运行；其他节点随后加入。此后每个节点随其计算机自动启动，顺序不限；若所有节点曾同时关机，请在十分钟内全部启动。`
      : '顺序不限。每个节点随其计算机自动启动；超过半数节点运行后客户端才能接入。',
    ...(plan.cluster === 'rabbitmq' ? NAMES : []),
    ...sectionsOf(commands),
  ]
  return `${lines.join('\n\n')}\n`
}

const NAMES = [
  'Every node must reach the others by the names above: put them into DNS, or into /etc/hosts of each node.',
  '每个节点都必须能以上述名称访问其他节点：请写入 DNS，或写入每个节点的 /etc/hosts。',
]
