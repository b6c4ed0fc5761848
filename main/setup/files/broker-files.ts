import { X509Certificate } from 'node:crypto'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { accountsOf, hasPasswords, hasTls } from '../plan/plan-traits.ts'
import { aclFile } from './acl-file.ts'
import type { GeneratedFile } from './generated-file.ts'
import { layoutOf, targetPath } from './layout.ts'
import { mosquittoConfig } from './mosquitto-config.ts'
import { passwordFile } from './password-file.ts'

/** Accounts and rules of a Mosquitto where they are others than those of the plan. */
interface OtherAccess {
  readonly accounts: readonly string[]
  /** Text of the ACL file. */
  readonly acl: string
}

/** Builds the files that a Mosquitto itself reads, and the authority's certificate for the built-in broker. */
export function brokerFiles(
  plan: SetupPlan,
  material: SetupMaterial,
  other: OtherAccess | null = null,
): GeneratedFile[] {
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
            passwordFile(other?.accounts ?? accountsOf(plan), material.hashes),
            'secret',
            plan.platform === 'windows' ? WHY_ON_WINDOWS.passwd : WHY.passwd,
          ),
        ]
      : []),
    ...(plan.mode === 'anonymous' ? [] : [brokerFile(plan, 'acl', other?.acl ?? aclFile(plan), 'private', WHY.acl)]),
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
