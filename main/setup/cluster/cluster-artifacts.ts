import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { runtimeOf } from '../plan/plan-traits.ts'
import { balancerArtifacts } from './balancer-artifacts.ts'
import { composeNode } from './compose-node.ts'
import { nodeCommands } from './node-commands.ts'
import { nodeFiles, nodeFolder } from './node-files.ts'
import { nodeReadme } from './node-readme.ts'
import { nodeScript } from './node-script.ts'

/** The folder of each node and of each haproxy, and the lines to run at a node, which are the same at every one. */
export function clusterArtifacts(
  plan: SetupPlan,
  material: SetupMaterial,
): { files: readonly GeneratedFile[]; commands: readonly SetupCommand[] } {
  const kind = plan.cluster ?? 'nats'
  const commands = nodeCommands(plan, nodeFiles(plan, material, 0), [...material.takenOut.keys()])
  const files = plan.hosts.flatMap((_host, index) => {
    const own = nodeFiles(plan, material, index)
    const around = [
      ...(runtimeOf(plan) === 'compose' && kind !== 'bridges'
        ? [beside('docker-compose.yml', 0o644, composeNode(plan, kind, index), WHY.compose)]
        : []),
      beside('install.sh', 0o755, nodeScript(plan, own), WHY.script),
      beside('README.md', 0o644, nodeReadme(plan, index, commands), WHY.readme),
    ]
    return [...own, ...around].map((file) => ({ ...file, path: `${nodeFolder(plan, index)}/${file.path}` }))
  })
  return { files: [...files, ...balancerArtifacts(plan, material)], commands }
}

function beside(path: string, mode: number, text: string, why: LocalizedText): GeneratedFile {
  return { path, target: null, mode, owner: 'you', why, isSecret: false, text }
}

const WHY = {
  script: {
    en: 'Does the install, place and start lines at this node in one go. Read it first.',
    zh: '在本节点上一次完成安装、放置和启动的各行。请先阅读。',
  },
  compose: {
    en: 'Tells Docker Compose which image to run, and where its files are. It uses the network of its computer.',
    zh: '告诉 Docker Compose 运行哪个镜像以及其文件所在位置。它使用所在计算机的网络。',
  },
  readme: {
    en: 'What this node is, in which order the nodes start, and how to undo it.',
    zh: '本节点是什么、各节点的启动顺序以及如何撤销。',
  },
} as const
