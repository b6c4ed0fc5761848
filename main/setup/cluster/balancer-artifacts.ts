import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { commandsOf, type Line } from '../commands/command-line.ts'
import { linuxFirewall } from '../commands/firewall.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { sectionsOf } from '../files/handover-guide.ts'
import { folderName } from '../files/kit.ts'
import { balancersOf, hasTls, runtimeOf } from '../plan/plan-traits.ts'
import { composeBalancer, HAPROXY_UID } from './compose-node.ts'
import { BALANCER_FILES, balancerFolder, balancerPlace, haproxyConfig } from './haproxy-config.ts'
import { placeLine } from './node-commands.ts'
import { composeScript, scriptHead } from './node-script.ts'

/** Builds the folder of each haproxy, `balancers/NAME/`; they are alike, and any of them can go. */
export function balancerArtifacts(plan: SetupPlan, material: SetupMaterial): readonly GeneratedFile[] {
  const names = balancersOf(plan)
  return names.flatMap((_name, index) => {
    const own = balancerFiles(plan, material)
    const around = [
      ...(runtimeOf(plan) === 'compose' ? [beside('docker-compose.yml', 0o644, composeBalancer(), WHY.compose)] : []),
      beside('install.sh', 0o755, script(plan, own), WHY.script),
      beside('README.md', 0o644, readme(plan, index, own), WHY.readme),
    ]
    const folder = `balancers/${folderName(names, index, 'balancer')}`
    return [...own, ...around].map((file) => ({ ...file, path: `${folder}/${file.path}` }))
  })
}

/** The files that haproxy reads, relative to its folder. */
function balancerFiles(plan: SetupPlan, { ca }: SetupMaterial): readonly GeneratedFile[] {
  const folder = balancerFolder(plan)
  const isContainer = runtimeOf(plan) === 'compose'
  const placed = (name: string, text: string, why: LocalizedText): GeneratedFile => ({
    path: isContainer ? `config/${name}` : name,
    target: `${folder}/${name}`,
    mode: 0o644,
    owner: isContainer ? String(HAPROXY_UID) : 'root',
    why,
    isSecret: false,
    text,
  })
  return [
    placed(BALANCER_FILES.config, haproxyConfig(plan, balancerPlace(plan)), WHY.config),
    ...(hasTls(plan) && ca !== null ? [placed(BALANCER_FILES.ca, ca.certificate, WHY.ca)] : []),
  ]
}

function beside(path: string, mode: number, text: string, why: LocalizedText): GeneratedFile {
  return { path, target: null, mode, owner: 'you', why, isSecret: false, text }
}

function lines(plan: SetupPlan, files: readonly GeneratedFile[]): readonly SetupCommand[] {
  return commandsOf('bash', [
    ...(runtimeOf(plan) === 'compose' ? containerLines() : serviceLines(files)),
    ['check', `sudo ss -ltnp | grep ':${plan.port} '`, 'Shows that it listens for MQTT.', '显示它正在监听 MQTT。'],
    ...linuxFirewall({ ...plan, isLoopbackOnly: false }),
  ])
}

function serviceLines(files: readonly GeneratedFile[]): Line[] {
  return [
    [
      'install',
      'sudo apt-get update && sudo apt-get install -y haproxy',
      'Installs haproxy from the distribution, with its service and its account.',
      '从发行版安装 haproxy，包括其服务和账户。',
    ],
    ...files.map((file): Line => ['place', `sudo ${placeLine(file)}`, file.why.en, file.why.zh]),
    [
      'start',
      'sudo haproxy -c -f /etc/haproxy/haproxy.cfg',
      'Reads the file and says what is wrong with it, before anything changes.',
      '在作出任何更改之前读取该文件并指出错误。',
    ],
    ['start', 'sudo systemctl enable haproxy', 'Starts it with its computer.', '让它随计算机启动。'],
    ['start', 'sudo systemctl restart haproxy', 'Takes the file over.', '采用该文件。'],
    [
      'check',
      'sudo journalctl -u haproxy -n 50 --no-pager',
      'Names each node that is up or down, and why.',
      '列出每个节点的可用状态及原因。',
    ],
    [
      'undo',
      'sudo systemctl disable --now haproxy',
      'Stops it; who knows another haproxy goes on over that.',
      '停止它；知道其他 haproxy 的客户端会改用那一个。',
    ],
    [
      'undo',
      `sudo rm ${files.map(({ target }) => target ?? '').join(' ')}`,
      'Takes the files of this set-up away; earlier versions lie beside them as *.~1~.',
      '删除本搭建方案的文件；更早的版本以 *.~1~ 保存在旁边。',
    ],
  ]
}

function containerLines(): Line[] {
  return [
    [
      'install',
      'docker compose version',
      'Compose must be there as a part of Docker (version 2 or newer).',
      '需要 Docker 自带的 Compose（2 或更新版本）。',
    ],
    [
      'place',
      `sudo chown -R ${HAPROXY_UID}:${HAPROXY_UID} config`,
      'In the container haproxy runs under that number.',
      '容器中的 haproxy 以该编号运行。',
    ],
    [
      'start',
      'docker compose up -d --force-recreate',
      'Starts haproxy, and takes a changed file over; it comes back with the computer.',
      '启动 haproxy 并采用更改后的文件；它会随计算机重新启动。',
    ],
    [
      'check',
      'docker compose logs --tail 50 haproxy',
      'Names each node that is up or down, and why.',
      '列出每个节点的可用状态及原因。',
    ],
    [
      'undo',
      'docker compose down',
      'Stops it; who knows another haproxy goes on over that.',
      '停止它；知道其他 haproxy 的客户端会改用那一个。',
    ],
  ]
}

function script(plan: SetupPlan, files: readonly GeneratedFile[]): string {
  if (runtimeOf(plan) === 'compose') return composeScript(files, HAPROXY_UID)
  return `${[
    '#!/bin/sh',
    '# Places the files of this folder and starts haproxy. Run at its computer: sudo sh install.sh',
    ...scriptHead(files),
    'if [ ! -x /usr/sbin/haproxy ]; then',
    '  apt-get update',
    '  apt-get install -y haproxy',
    'fi',
    ...files.map(placeLine),
    'haproxy -c -f /etc/haproxy/haproxy.cfg',
    'systemctl enable haproxy',
    'systemctl restart haproxy',
    'systemctl --no-pager status haproxy',
  ].join('\n')}\n`
}

function readme(plan: SetupPlan, index: number, files: readonly GeneratedFile[]): string {
  const names = balancersOf(plan)
  const nodes = plan.hosts.join(', ')
  return `${[
    `# ${plan.name}: haproxy, ${names[index] ?? ''} (${index + 1}/${names.length})`,
    `Takes clients on port ${plan.port} and hands each to the node of ${nodes} with the fewest. TLS goes through to the node. Run the lines in this folder, or \`sudo sh install.sh\`.`,
    `在端口 ${plan.port} 上接收客户端，并交给 ${plan.hosts.join('、')} 中连接最少的节点。TLS 直通到节点。在此文件夹中执行以下各行，或执行 \`sudo sh install.sh\`。`,
    ...sectionsOf(lines(plan, files)),
  ].join('\n\n')}\n`
}

const WHY = {
  config: {
    en: 'The configuration: the nodes, how each is asked whether it lives, and how long an idle client is kept.',
    zh: '配置文件：各节点、如何检查其是否存活，以及空闲客户端保留多久。',
  },
  ca: {
    en: 'The certificate of your own authority: haproxy asks each node for a TLS handshake, and looks whose it is.',
    zh: '你自己的证书颁发机构的证书：haproxy 与每个节点做 TLS 握手并核对其身份。',
  },
  compose: {
    en: 'Tells Docker Compose which image to run. It uses the network of its computer.',
    zh: '告诉 Docker Compose 运行哪个镜像。它使用所在计算机的网络。',
  },
  script: {
    en: 'Does the install, place and start lines here in one go. Read it first.',
    zh: '一次完成安装、放置和启动的各行。请先阅读。',
  },
  readme: {
    en: 'Every line to run there, and why, and how to undo it.',
    zh: '需要在那里执行的各行、原因以及如何撤销。',
  },
} as const
