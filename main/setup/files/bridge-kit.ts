import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasPasswords } from '../plan/plan-traits.ts'
import { BRIDGE_TARGETS, bridgeAcl, bridgeConfig } from './bridge-config.ts'
import type { GeneratedFile } from './generated-file.ts'
import { passwordFile } from './password-file.ts'

/** The bridge of one device, for its kit: Mosquitto's files there, and the script that places them. */
export function bridgeKit(plan: SetupPlan, deviceId: string, material: SetupMaterial): GeneratedFile[] {
  const remotePassword = hasPasswords(plan) ? (material.passwords.get(deviceId) ?? null) : null
  const localHash = new Map([[deviceId, material.bridges.get(deviceId)?.hash ?? '']])
  return [
    placed('waypost-bridge.passwd', BRIDGE_TARGETS.passwd, passwordFile([deviceId], localHash), true, WHY.passwd),
    placed('waypost-bridge.acl', BRIDGE_TARGETS.acl, bridgeAcl(deviceId), false, WHY.acl),
    placed(
      'waypost-bridge.conf',
      BRIDGE_TARGETS.config,
      bridgeConfig(plan, deviceId, remotePassword),
      true,
      WHY.config,
    ),
    {
      path: 'install-bridge.sh',
      target: null,
      mode: 0o755,
      owner: 'you',
      why: WHY.script,
      isSecret: false,
      text: `${script(plan).join('\n')}\n`,
    },
  ]
}

/** The bridge's broker gives up root before it reads its files, and warns of an ACL that others can read. */
function placed(path: string, target: string, text: string, isSecret: boolean, why: LocalizedText): GeneratedFile {
  return { path, target, mode: 0o600, owner: 'mosquitto', why, isSecret, text }
}

/** Run on the device, in the kit's folder. The configuration comes last: it names the others. */
function script({ mode }: SetupPlan): string[] {
  const place = (name: string, target: string, owner: string, fileMode: string) =>
    `install --backup=numbered -D -o ${owner} -g ${owner} -m ${fileMode} ${name} ${target}`
  return [
    '#!/bin/sh',
    '# Run on the device, in this folder: sudo sh install-bridge.sh',
    'set -eu',
    'umask 077',
    'cd "$(dirname "$0")"',
    '[ "$(id -u)" -eq 0 ] || { echo "Run it with sudo: sudo sh install-bridge.sh" >&2; exit 1; }',
    'command -v mosquitto >/dev/null || [ -x /usr/sbin/mosquitto ] || { apt-get update && apt-get install -y mosquitto; }',
    place('ca.crt', BRIDGE_TARGETS.ca, 'root', '0644'),
    ...(mode === 'mtls'
      ? [
          place('client.crt', BRIDGE_TARGETS.certificate, 'root', '0644'),
          place('client.key', BRIDGE_TARGETS.key, 'mosquitto', '0600'),
        ]
      : []),
    place('waypost-bridge.passwd', BRIDGE_TARGETS.passwd, 'mosquitto', '0600'),
    place('waypost-bridge.acl', BRIDGE_TARGETS.acl, 'mosquitto', '0600'),
    place('waypost-bridge.conf', BRIDGE_TARGETS.config, 'mosquitto', '0600'),
    'systemctl enable mosquitto',
    'systemctl restart mosquitto',
    'systemctl --no-pager status mosquitto',
    'echo "The bridge takes nobody without its login: give the executor rpi_executor_config.json of this folder and restart it."',
  ]
}

const WHY = {
  config: {
    en: 'Mosquitto on the device: takes the executor on 127.0.0.1 and speaks TLS to the broker.',
    zh: '设备上的 Mosquitto：在 127.0.0.1 上接收执行器，再以 TLS 连接 Broker。',
  },
  passwd: {
    en: "The executor's login at the bridge, as a salted hash: other programs of the device are not let in.",
    zh: '执行器在桥接上的登录（加盐哈希）：设备上的其他程序无法接入。',
  },
  acl: {
    en: 'What that login may do: hear the commands of this device and answer them. It cannot send one.',
    zh: '该登录可做的事：接收本设备的命令并应答，不能下发命令。',
  },
  script: {
    en: 'Run on the device with sudo: installs Mosquitto there and places the bridge with owner and mode.',
    zh: '在设备上以 sudo 运行：安装 Mosquitto，并按属主和权限放置桥接文件。',
  },
} as const
