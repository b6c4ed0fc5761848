import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { envFile } from '../../shared/env-file.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasPasswords, hasTls, hostsForDevice } from '../plan/plan-traits.ts'
import { BRIDGE_PORT, BRIDGE_TARGETS } from './bridge-config.ts'
import { bridgeKit } from './bridge-kit.ts'
import type { GeneratedFile } from './generated-file.ts'
import { kitReadme } from './kit-readme.ts'

const HEARTBEAT_S = 30

/** The configuration that the executor in the field reads. */
interface ExecutorConfig {
  readonly device_id: string
  readonly mqtt_host: string
  /** Every node of a cluster, for an executor that knows several. */
  readonly mqtt_hosts?: readonly string[]
  readonly mqtt_port: number
  readonly mqtt_username: string
  readonly mqtt_password: string
  readonly heartbeat_interval: number
}

/** Builds the files that are given to one device, under `handover/devices/ID/`. */
export function deviceKit(plan: SetupPlan, index: number, material: SetupMaterial): GeneratedFile[] {
  const deviceId = plan.devices[index] ?? ''
  const folder = `handover/devices/${folderName(plan.devices, index, 'device')}`
  const password = hasPasswords(plan) ? (material.passwords.get(deviceId) ?? null) : null
  const isTls = hasTls(plan)
  const direct = executorConfig(plan, deviceId, password)
  const legacy = isTls ? bridgedConfig(deviceId, material) : direct
  const client = plan.mode === 'mtls' ? material.clients.get(deviceId) : undefined
  return [
    kitFile(folder, 'rpi_executor_config.json', json(legacy), true, null, isTls ? WHY.legacy : WHY.executor),
    ...(isTls
      ? [kitFile(folder, 'rpi_executor_config.tls.json', json({ ...direct, ...tlsFields(plan) }), true, null, WHY.tls)]
      : []),
    kitFile(folder, '.env', env(plan, direct), true, null, WHY.env),
    ...(material.ca === null || !isTls
      ? []
      : [kitFile(folder, 'ca.crt', material.ca.certificate, false, BRIDGE_TARGETS.ca, WHY.ca)]),
    ...(client === undefined
      ? []
      : [
          kitFile(folder, 'client.crt', client.certificate, false, BRIDGE_TARGETS.certificate, WHY.certificate),
          kitFile(folder, 'client.key', client.key, true, BRIDGE_TARGETS.key, WHY.key),
        ]),
    ...(isTls ? bridgeKit(plan, deviceId, material).map((file) => ({ ...file, path: `${folder}/${file.path}` })) : []),
    kitFile(folder, 'README.md', kitReadme(plan, deviceId), false, null, WHY.readme),
  ]
}

function executorConfig(plan: SetupPlan, deviceId: string, password: string | null): ExecutorConfig {
  const hosts = hostsForDevice(plan, plan.devices.indexOf(deviceId))
  return {
    device_id: deviceId,
    mqtt_host: hosts[0] ?? '',
    ...(hosts.length > 1 ? { mqtt_hosts: hosts } : {}),
    mqtt_port: plan.port,
    mqtt_username: password === null ? '' : deviceId,
    mqtt_password: password ?? '',
    heartbeat_interval: HEARTBEAT_S,
  }
}

/** Points the executor to the bridge on its own device, with a login that is good there alone. */
function bridgedConfig(deviceId: string, { bridges }: SetupMaterial): ExecutorConfig {
  return {
    device_id: deviceId,
    mqtt_host: '127.0.0.1',
    mqtt_port: BRIDGE_PORT,
    mqtt_username: deviceId,
    mqtt_password: bridges.get(deviceId)?.password ?? '',
    heartbeat_interval: HEARTBEAT_S,
  }
}

function tlsFields({ mode }: SetupPlan): Record<string, string | boolean> {
  // As in the .env beside it: names in the folder of the kit.
  const client = mode === 'mtls' ? { mqtt_client_cert: 'client.crt', mqtt_client_key: 'client.key' } : {}
  return { mqtt_tls: true, mqtt_ca_file: 'ca.crt', ...client }
}

function env(plan: SetupPlan, config: ExecutorConfig): string {
  const isTls = hasTls(plan)
  const client = plan.mode === 'mtls' ? { MQTT_CLIENT_CERT: 'client.crt', MQTT_CLIENT_KEY: 'client.key' } : {}
  return envFile({
    MQTT_HOST: config.mqtt_host,
    ...(config.mqtt_hosts === undefined ? {} : { MQTT_HOSTS: config.mqtt_hosts.join(',') }),
    MQTT_PORT: String(config.mqtt_port),
    MQTT_USERNAME: config.mqtt_username,
    MQTT_PASSWORD: config.mqtt_password,
    ...(isTls ? { MQTT_TLS: 'true', MQTT_CA_FILE: 'ca.crt', ...client } : {}),
  })
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function kitFile(
  folder: string,
  name: string,
  text: string,
  isSecret: boolean,
  target: string | null,
  why: LocalizedText,
): GeneratedFile {
  // The bridge's broker gives up root before it reads the key.
  const owner = target === null ? 'you' : isSecret ? 'mosquitto' : 'root'
  const mode = isSecret ? 0o600 : 0o644
  return { path: `${folder}/${name}`, target, mode, owner, why, isSecret, text }
}

/** Names that Windows reserves for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/**
 * Names the folder for one of several accounts: the account's own name where every file system takes it and tells it
 * from the others, else `kind-N`. An account may be called `..`.
 */
export function folderName(accounts: readonly string[], index: number, kind: string): string {
  const name = accounts[index] ?? ''
  const isPlain = /^[A-Za-z0-9_-][\w.-]*$/.test(name) && !name.endsWith('.') && !RESERVED.test(name)
  const isTaken = accounts.slice(0, index).some((other) => other.toLowerCase() === name.toLowerCase())
  return isPlain && !isTaken ? name : `${kind}-${index + 1}`
}

/** Reasons for the files that devices and people get alike. */
export const CLIENT_FILES_WHY = {
  ca: {
    en: 'Whoever has it can tell the real broker from an impostor. It is no secret.',
    zh: '持有它才能分辨真假 Broker。它不是机密。',
  },
  certificate: {
    en: 'Says who the client is; its common name is the account.',
    zh: '说明客户端的身份；其通用名即账户名。',
  },
  key: {
    en: 'Proves the certificate. Whoever has it is the client: carry it over a safe way and delete the copy.',
    zh: '用于证明证书。谁持有它谁就是该客户端：请安全传递并删除副本。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>

const WHY = {
  ...CLIENT_FILES_WHY,
  readme: {
    en: 'Which file goes where on the device, how it starts at boot, and how to undo it.',
    zh: '每个文件放在设备的什么位置、如何随开机启动、如何撤销。',
  },
  executor: {
    en: 'What the executor on the device reads: address, account and password.',
    zh: '设备上的执行器读取此文件：地址、账户和密码。',
  },
  legacy: {
    en: "The executor in the field has no TLS: it logs in to the bridge on the device's own loopback.",
    zh: '现场的执行器不支持 TLS：它登录设备本机回环上的桥接。',
  },
  tls: {
    en: 'For an executor that knows TLS: it connects to the broker directly.',
    zh: '供支持 TLS 的执行器使用：直接连接 Broker。',
  },
  env: {
    en: 'The same as environment variables, for programs that read a .env file.',
    zh: '同样的内容，以环境变量形式供读取 .env 的程序使用。',
  },
} as const
