import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { nodeCommands } from './node-commands.ts'
import { nodeFiles, nodeFolder } from './node-files.ts'
import { nodeReadme } from './node-readme.ts'
import { nodeScript } from './node-script.ts'

/** The folder of each node, and the lines to run in it, which are the same at every node. */
export function clusterArtifacts(
  plan: SetupPlan,
  material: SetupMaterial,
): { files: readonly GeneratedFile[]; commands: readonly SetupCommand[] } {
  const commands = nodeCommands(plan, nodeFiles(plan, material, 0), [...material.takenOut.keys()])
  const files = plan.hosts.flatMap((_host, index) => {
    const own = nodeFiles(plan, material, index)
    const around = [
      beside('install.sh', 0o755, nodeScript(plan, own), WHY.script),
      beside('README.md', 0o644, nodeReadme(plan, index, commands), WHY.readme),
    ]
    return [...own, ...around].map((file) => ({ ...file, path: `${nodeFolder(plan, index)}/${file.path}` }))
  })
  return { files, commands }
}

function beside(path: string, mode: number, text: string, why: LocalizedText): GeneratedFile {
  return { path, target: null, mode, owner: 'you', why, isSecret: false, text }
}

const WHY = {
  script: {
    en: 'Does the install, place and start lines at this node in one go. Read it first.',
    zh: '在本节点上一次完成安装、放置和启动的各行。请先阅读。',
  },
  readme: {
    en: 'What this node is, in which order the nodes start, and how to undo it.',
    zh: '本节点是什么、各节点的启动顺序以及如何撤销。',
  },
} as const
