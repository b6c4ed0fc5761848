import {
  SETUP_STEPS,
  type SetupCommand,
  type SetupPlan,
  type SetupStep,
} from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { GeneratedFile } from './generated-file.ts'

const TITLES: Readonly<Record<SetupStep, LocalizedText>> = {
  install: { en: 'Install', zh: '安装' },
  place: { en: 'Place the files', zh: '放置文件' },
  start: { en: 'Start', zh: '启动' },
  check: { en: 'Status and log', zh: '状态与日志' },
  firewall: { en: 'Firewall', zh: '防火墙' },
  undo: { en: 'Undo', zh: '撤销' },
}

const AT_THE_BROKER = 'Run the lines in this folder, at the broker. · 请在 Broker 所在计算机上、在本文件夹中执行。'
const AT_EACH_NODE =
  'Run the lines at each node, in its own folder under nodes/, one node after the other. · 请在每个节点上、在 nodes/ 下它自己的文件夹中逐个执行。'

/** The commands by step, each with its reason, as Markdown. */
export function sectionsOf(commands: readonly SetupCommand[]): readonly string[] {
  return SETUP_STEPS.flatMap((step) => {
    const own = commands.filter((command) => command.step === step)
    if (own.length === 0) return []
    return [`## ${TITLES[step].en} · ${TITLES[step].zh}`, ...own.map(entry)]
  })
}

/** The commands with their reasons as a text to take along. */
export function handoverGuide(plan: SetupPlan, commands: readonly SetupCommand[]): GeneratedFile {
  const title = `# ${plan.name}: ${plan.hosts[0] ?? ''}:${plan.port}`
  const note = plan.platform === 'cluster' ? AT_EACH_NODE : AT_THE_BROKER
  return {
    path: 'COMMANDS.md',
    target: null,
    mode: 0o644,
    owner: 'you',
    why: {
      en: 'Every line to run, and why, to take along on paper or a USB stick.',
      zh: '需要执行的每一行及其原因，可打印或存入 U 盘带走。',
    },
    isSecret: false,
    text: `${[title, note, ...sectionsOf(commands)].join('\n\n')}\n`,
  }
}

function entry({ shell, command, why }: SetupCommand): string {
  return `${why.en}\n${why.zh}\n\n\`\`\`${shell}\n${command}\n\`\`\``
}
