import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { clusterArtifacts } from '../cluster/cluster-artifacts.ts'
import { commandsOf } from '../commands/command-line.ts'
import { debianCommands } from '../commands/debian.ts'
import { dockerCommands } from '../commands/docker.ts'
import { linuxFirewall, windowsFirewall } from '../commands/firewall.ts'
import { windowsCommands } from '../commands/windows.ts'
import { brokerFiles } from './broker-files.ts'
import { composeFile } from './compose-file.ts'
import type { GeneratedFile } from './generated-file.ts'
import { handoverGuide } from './handover-guide.ts'
import { installScript } from './install-script.ts'
import { deviceKit } from './kit.ts'
import { operatorKit } from './operator-kit.ts'

/** Every file of a set-up and every line to run, from a checked plan and complete material. */
export function buildArtifacts(
  plan: SetupPlan,
  material: SetupMaterial,
): { files: readonly GeneratedFile[]; commands: readonly SetupCommand[] } {
  const kits = [
    ...plan.operators.flatMap((_name, index) => operatorKit(plan, index, material)),
    ...plan.devices.flatMap((_id, index) => deviceKit(plan, index, material)),
  ]
  if (plan.platform === 'cluster') {
    const { files, commands } = clusterArtifacts(plan, material)
    return { files: [...files, handoverGuide(plan, commands), ...kits], commands }
  }
  const broker = brokerFiles(plan, material)
  const commands = commandsFor(plan, plan.platform, broker)
  const script = installScript(plan, broker)
  const around = [
    ...(plan.platform === 'docker' ? [compose(plan)] : []),
    ...(script === null ? [] : [script]),
    handoverGuide(plan, commands),
  ]
  return { files: [...broker, ...around, ...kits], commands }
}

function commandsFor(
  plan: SetupPlan,
  platform: Exclude<SetupPlan['platform'], 'cluster'>,
  files: readonly GeneratedFile[],
): SetupCommand[] {
  switch (platform) {
    case 'debian':
      return debianCommands(plan, files)
    case 'docker':
      return dockerCommands(plan, files)
    case 'windows':
      return windowsCommands(plan, files)
    case 'builtin':
      // It runs on this computer, whichever system that has, and needs its firewall alone.
      return [...commandsOf('bash', linuxFirewall(plan)), ...commandsOf('powershell', windowsFirewall(plan))]
  }
}

function compose(plan: SetupPlan): GeneratedFile {
  return {
    path: 'docker-compose.yml',
    target: null,
    mode: 0o644,
    owner: 'you',
    why: {
      en: 'Tells Docker Compose which image to run, which port to publish and where the configuration lies.',
      zh: '告诉 Docker Compose 运行哪个镜像、发布哪个端口以及配置所在位置。',
    },
    isSecret: false,
    text: composeFile(plan),
  }
}
