import { X509Certificate } from 'node:crypto'
import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { clusterArtifacts } from '../cluster/cluster-artifacts.ts'
import { commandsOf } from '../commands/command-line.ts'
import { debianCommands } from '../commands/debian.ts'
import { dockerCommands } from '../commands/docker.ts'
import { linuxFirewall, windowsFirewall } from '../commands/firewall.ts'
import { windowsCommands } from '../commands/windows.ts'
import { accountsOf, hasPasswords, hasTls } from '../plan/plan-traits.ts'
import { aclFile } from './acl-file.ts'
import { composeFile } from './compose-file.ts'
import type { GeneratedFile } from './generated-file.ts'
import { handoverGuide } from './handover-guide.ts'
import { installScript } from './install-script.ts'
import { deviceKit } from './kit.ts'
import { layoutOf, targetPath } from './layout.ts'
import { mosquittoConfig } from './mosquitto-config.ts'
import { operatorKit } from './operator-kit.ts'
import { passwordFile } from './password-file.ts'

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

/** The files that the broker itself reads. */
function brokerFiles(plan: SetupPlan, material: SetupMaterial): GeneratedFile[] {
  const { ca, server } = material
  const certificates =
    hasTls(plan) && ca !== null && server !== null
      ? [
          brokerFile(plan, 'certs/ca.crt', ca.certificate, 'public', WHY.ca),
          brokerFile(plan, 'certs/server.crt', server.certificate, 'public', WHY.server),
          brokerFile(
            plan,
            'certs/server.key',
            server.key,
            'secret',
            plan.platform === 'windows' ? WHY_ON_WINDOWS.key : WHY.key,
          ),
        ]
      : []
  if (plan.platform === 'builtin') return certificates.slice(0, 1)
  const crl = plan.mode === 'mtls' ? material.ledger.crl : null
  return [
    brokerFile(plan, layoutOf(plan.platform).config, mosquittoConfig(plan, crl !== null), 'public', WHY.config),
    ...(hasPasswords(plan)
      ? [
          brokerFile(
            plan,
            'passwd',
            passwordFile(accountsOf(plan), material.hashes),
            'secret',
            plan.platform === 'windows' ? WHY_ON_WINDOWS.passwd : WHY.passwd,
          ),
        ]
      : []),
    ...(plan.mode === 'anonymous' ? [] : [brokerFile(plan, 'acl', aclFile(plan), 'private', WHY.acl)]),
    ...certificates,
    ...(crl === null || ca === null ? [] : [brokerFile(plan, 'certs/crl.pem', crl, 'public', whyList(ca.certificate))]),
  ]
}

function whyList(caCertificate: string): LocalizedText {
  const end = new Date(new X509Certificate(caCertificate).validTo).toISOString().slice(0, 10)
  return {
    en: `Certificates that were taken back. It is valid until the authority itself ends, on ${end}: after that Mosquitto refuses everybody.`,
    zh: `已收回的证书列表。其有效期与证书颁发机构相同，至 ${end}：此后 Mosquitto 将拒绝所有客户端。`,
  }
}

/** `private` is no secret, but the broker warns when others can read it. */
function brokerFile(
  plan: SetupPlan,
  relative: string,
  text: string,
  kind: 'public' | 'private' | 'secret',
  why: LocalizedText,
): GeneratedFile {
  const layout = layoutOf(plan.platform)
  return {
    path: `${layout.folder}/${relative}`,
    target: layout.base === '' ? null : targetPath(layout, relative),
    mode: kind === 'public' ? 0o644 : 0o600,
    owner: kind === 'public' ? layout.publicOwner : layout.brokerOwner,
    why,
    isSecret: kind === 'secret',
    text,
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

const WHY = {
  config: {
    en: 'The configuration: where the broker listens, who may enter, and its limits.',
    zh: '配置文件：Broker 监听的位置、允许谁接入以及各项限制。',
  },
  passwd: {
    en: 'Accounts with salted hashes of their passwords. The broker reads it after it gave up root, so it must own it.',
    zh: '账户及其密码的加盐哈希。Broker 在放弃 root 权限后读取它，因此必须是其属主。',
  },
  acl: {
    en: 'Which account may use which topics: operators command, a device reaches its own topics only.',
    zh: '规定各账户可用的主题：操作员可下发命令，设备只能使用自己的主题。',
  },
  ca: {
    en: 'The certificate of your own authority. Clients need a copy to recognise the broker.',
    zh: '你自己的证书颁发机构的证书。客户端需要它的副本来识别 Broker。',
  },
  server: {
    en: "The broker's certificate, with every name and address that you listed.",
    zh: 'Broker 的证书，包含你列出的所有名称和地址。',
  },
  key: {
    en: "The broker's private key. Owned by root with mode 0600 it would be unreadable once the broker gave up root.",
    zh: 'Broker 的私钥。若属主为 root 且权限为 0600，Broker 放弃 root 后将无法读取。',
  },
} as const

/** The service runs under an account of Windows: rights are given by icacls, and nobody gives up root. */
const WHY_ON_WINDOWS = {
  passwd: {
    en: 'Accounts with salted hashes of their passwords. Only the service and administrators may read it.',
    zh: '账户及其密码的加盐哈希。只有该服务和管理员可以读取。',
  },
  key: {
    en: "The broker's private key. Only the service and administrators may read it.",
    zh: 'Broker 的私钥。只有该服务和管理员可以读取。',
  },
} as const
