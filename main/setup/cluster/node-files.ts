import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { folderName } from '../files/kit.ts'
import { hasTls } from '../plan/plan-traits.ts'
import { NATS_CERTIFICATES, natsConfig, natsPlace } from './nats-config.ts'
import {
  RABBITMQ_FOLDER,
  rabbitMqConfig,
  rabbitMqDefinitions,
  rabbitMqEnvironment,
  rabbitMqPlace,
} from './rabbitmq-config.ts'

/** Folder of the node at an index, within the saved folder. */
export function nodeFolder({ hosts }: Pick<SetupPlan, 'hosts'>, index: number): string {
  return `nodes/${folderName(hosts, index, 'node')}`
}

/** Builds the files that the node at an index reads; their paths are relative to its folder. */
export function nodeFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  return plan.cluster === 'rabbitmq' ? rabbitMqFiles(plan, material, index) : natsFiles(plan, material, index)
}

function natsFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  const config = natsConfig(plan, material, index, natsPlace(plan, index))
  return [
    placed('nats-server.conf', '/etc/nats-server.conf', 'nats', config, true, WHY.nats),
    ...certificates(plan, material, index, NATS_CERTIFICATES, 'nats'),
  ]
}

function rabbitMqFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  const own = (name: string, text: string, isSecret: boolean, why: LocalizedText) =>
    placed(name, `${RABBITMQ_FOLDER}/${name}`, 'rabbitmq', text, isSecret, why)
  const cookie = placed(
    'erlang.cookie',
    '/var/lib/rabbitmq/.erlang.cookie',
    'rabbitmq',
    material.clusterSecret ?? '',
    true,
    WHY.cookie,
  )
  return [
    own('rabbitmq.conf', rabbitMqConfig(plan, rabbitMqPlace(plan)), false, WHY.rabbitMq),
    own('rabbitmq-env.conf', rabbitMqEnvironment(plan, index), false, WHY.environment),
    own('enabled_plugins', '[rabbitmq_mqtt].\n', false, WHY.plugins),
    own('definitions.json', rabbitMqDefinitions(plan, material), true, WHY.definitions),
    { ...cookie, mode: 0o400 },
    ...certificates(plan, material, index, `${RABBITMQ_FOLDER}/certs`, 'rabbitmq'),
  ]
}

function certificates(
  plan: SetupPlan,
  { ca, nodes }: SetupMaterial,
  index: number,
  folder: string,
  owner: string,
): GeneratedFile[] {
  const own = nodes.get(plan.hosts[index] ?? '')
  if (!hasTls(plan) || ca === null || own === undefined) return []
  return [
    placed('certs/ca.crt', `${folder}/ca.crt`, owner, ca.certificate, false, WHY.ca),
    placed('certs/server.crt', `${folder}/server.crt`, owner, own.certificate, false, WHY.certificate),
    placed('certs/server.key', `${folder}/server.key`, owner, own.key, true, WHY.key),
  ]
}

function placed(
  path: string,
  target: string,
  owner: string,
  text: string,
  isSecret: boolean,
  why: LocalizedText,
): GeneratedFile {
  return { path, target, mode: isSecret ? 0o600 : 0o644, owner, why, isSecret, text }
}

const WHY = {
  nats: {
    en: 'The configuration: MQTT over JetStream, the other nodes, the accounts and what each may do. NATS keeps passwords in it, so only its own account may read it.',
    zh: '配置文件：基于 JetStream 的 MQTT、其他节点、账户及其权限。NATS 把密码保存在其中，因此只允许其自身账户读取。',
  },
  rabbitMq: {
    en: 'The configuration: which nodes make the cluster, where MQTT listens, and limits. AMQP is not served.',
    zh: '配置文件：集群由哪些节点组成、MQTT 监听位置以及各项限制。不提供 AMQP 服务。',
  },
  environment: {
    en: "The name of this node. The others reach it by the part after @, so that must be the node's own host.",
    zh: '本节点的名称。其他节点通过 @ 之后的部分访问它，因此必须是本节点自己的主机。',
  },
  plugins: { en: 'Turns the MQTT plugin on.', zh: '启用 MQTT 插件。' },
  definitions: {
    en: 'Accounts with salted hashes of their passwords, and which topics each may use. Read at every start.',
    zh: '账户及其密码的加盐哈希，以及各账户可用的主题。每次启动时读取。',
  },
  cookie: {
    en: 'By this secret the nodes take each other for one cluster. Whoever has it and reaches the ports between nodes rules the cluster.',
    zh: '各节点凭此密钥互认为同一集群。持有它并能访问节点间端口的人可以控制整个集群。',
  },
  ca: {
    en: 'The certificate of your own authority. Clients need a copy to recognise the nodes.',
    zh: '你自己的证书颁发机构的证书。客户端需要它的副本来识别各节点。',
  },
  certificate: {
    en: "This node's certificate, with its own name or address alone.",
    zh: '本节点的证书，仅包含它自己的名称或地址。',
  },
  key: {
    en: "This node's private key. No other node has it.",
    zh: '本节点的私钥。其他节点没有。',
  },
} as const
