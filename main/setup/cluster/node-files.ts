import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { bridgedFiles } from '../bridges/bridged-files.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { folderName } from '../files/kit.ts'
import { balancersOf, hasTls, runtimeOf } from '../plan/plan-traits.ts'
import { CONTAINERS, type ComposeKind } from './compose-node.ts'
import { EMQX_FOLDER, emqxAcl, emqxApiKey, emqxConfig, emqxUsers } from './emqx-config.ts'
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
  const kind = plan.cluster ?? 'nats'
  switch (kind) {
    case 'nats':
      return natsFiles(plan, material, index)
    case 'rabbitmq':
      return rabbitMqFiles(plan, material, index)
    case 'emqx':
      return emqxFiles(plan, material, index)
    case 'bridges':
      return bridgedFiles(plan, material, index)
  }
}

/** Where files of a node are, and whose: its service's, or those of its container, which are mounted. */
interface Place {
  readonly folder: string
  readonly owner: string
  readonly isContainer: boolean
}

function placeOf(plan: SetupPlan, kind: ComposeKind, service: Omit<Place, 'isContainer'>): Place {
  if (runtimeOf(plan) === 'service') return { ...service, isContainer: false }
  const { folder, uid } = CONTAINERS[kind]
  return { folder, owner: String(uid), isContainer: true }
}

function natsFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  const place = placeOf(plan, 'nats', { folder: '/etc', owner: 'nats' })
  const config = natsConfig(plan, material, index, natsPlace(plan, index))
  const certificateFolder = place.isContainer ? `${place.folder}/certs` : NATS_CERTIFICATES
  return [
    placed(place, 'nats-server.conf', config, true, WHY.nats),
    ...certificates(plan, material, index, place, certificateFolder),
  ]
}

function rabbitMqFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  const place = placeOf(plan, 'rabbitmq', { folder: RABBITMQ_FOLDER, owner: 'rabbitmq' })
  const cookie = placed(place, 'erlang.cookie', material.clusterSecret ?? '', true, WHY.cookie)
  // A container gets them as its environment.
  const environment = rabbitMqEnvironment(plan, index)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
  return [
    placed(place, 'rabbitmq.conf', rabbitMqConfig(plan, rabbitMqPlace(plan)), false, WHY.rabbitMq),
    ...(place.isContainer ? [] : [placed(place, 'rabbitmq-env.conf', environment, false, WHY.environment)]),
    placed(place, 'enabled_plugins', '[rabbitmq_mqtt].\n', false, WHY.plugins),
    placed(place, 'definitions.json', rabbitMqDefinitions(plan, material), true, WHY.definitions),
    { ...cookie, target: '/var/lib/rabbitmq/.erlang.cookie', mode: 0o400 },
    ...certificates(plan, material, index, place, `${place.folder}/certs`),
  ]
}

function emqxFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  const place = placeOf(plan, 'emqx', { folder: EMQX_FOLDER, owner: '' })
  return [
    placed(place, 'emqx.conf', emqxConfig(plan, material, index), true, WHY.emqx),
    placed(place, 'users.json', emqxUsers(plan, material), true, WHY.emqxUsers),
    placed(place, 'acl.conf', emqxAcl(plan), false, WHY.emqxAcl),
    placed(place, 'api-key', emqxApiKey(material), true, WHY.emqxKey),
    ...certificates(plan, material, index, place, `${place.folder}/certs`),
  ]
}

function certificates(
  plan: SetupPlan,
  { ca, nodes }: SetupMaterial,
  index: number,
  place: Place,
  folder: string,
): GeneratedFile[] {
  const own = nodes.get(plan.hosts[index] ?? '')
  if (!hasTls(plan) || ca === null || own === undefined) return []
  const why = balancersOf(plan).length > 0 ? WHY.certificateOfDoors : WHY.certificate
  return [
    placed(place, 'certs/ca.crt', ca.certificate, false, WHY.ca),
    placed(place, 'certs/server.crt', own.certificate, false, why),
    placed(place, 'certs/server.key', own.key, true, WHY.key),
  ].map((file) => ({ ...file, target: `${folder}/${file.path.split('/').at(-1)}` }))
}

function placed(
  { folder, owner, isContainer }: Place,
  name: string,
  text: string,
  isSecret: boolean,
  why: LocalizedText,
): GeneratedFile {
  const path = isContainer ? `config/${name}` : name
  return { path, target: `${folder}/${name}`, mode: isSecret ? 0o600 : 0o644, owner, why, isSecret, text }
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
  emqx: {
    en: 'The configuration: the other nodes, where MQTT listens, limits, and that what no rule allows is denied. It holds the secret of the nodes and the password of the dashboard.',
    zh: '配置文件：其他节点、MQTT 监听位置、各项限制，以及规则未允许的一律拒绝。其中有节点密钥和管理页面的密码。',
  },
  emqxUsers: {
    en: 'Accounts with salted hashes of their passwords. EMQX takes in those that it does not know yet.',
    zh: '账户及其密码的加盐哈希。EMQX 只导入它尚不知道的账户。',
  },
  emqxAcl: {
    en: 'Which account may use which topics. All else is denied.',
    zh: '规定各账户可用的主题，其他一律拒绝。',
  },
  emqxKey: {
    en: 'The key of its API, which answers on this node alone. The lines for taking an account out use it.',
    zh: '其 API 的密钥，API 仅在本节点上应答。移除账户的命令会用到它。',
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
  certificateOfDoors: {
    en: "This node's certificate, with its own name and those of haproxy, because clients ask for these.",
    zh: '本节点的证书，包含它自己的名称和 haproxy 的名称，因为客户端访问的是后者。',
  },
  key: {
    en: "This node's private key. No other node has it.",
    zh: '本节点的私钥。其他节点没有。',
  },
} as const
