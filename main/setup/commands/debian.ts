import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { type GeneratedFile, octal } from '../files/generated-file.ts'
import { commandsOf, type Line } from './command-line.ts'
import { linuxFirewall } from './firewall.ts'

const LOG = '/var/log/mosquitto/mosquitto.log'

/** Places one file with owner and mode; what was there is kept beside it under a number. */
export function placeOnDebian({ path, target, owner, mode }: GeneratedFile): string {
  return `install --backup=numbered -D -o ${owner} -g ${owner} -m ${octal(mode)} ${path} ${target ?? ''}`
}

/** Closes replaced files to others, because a key of an earlier set-up may have been open. */
export const CLOSE_COPIES = "find /etc/mosquitto -name '*.~[0-9]*~' -exec chmod go-rwx {} +"

/** The lines to run at a Debian or Ubuntu broker, in the saved folder. */
export function debianCommands(plan: SetupPlan, files: readonly GeneratedFile[]): SetupCommand[] {
  return commandsOf('bash', [
    ...installLines(),
    ...files.map((file): Line => ['place', `sudo ${placeOnDebian(file)}`, file.why.en, file.why.zh]),
    [
      'place',
      `sudo ${CLOSE_COPIES}`,
      'Takes the right to read from others on what was replaced: it may hold keys and hashes.',
      '收回其他用户对被替换文件的读取权限：其中可能有密钥和哈希。',
    ],
    ...startLines(),
    ...checkLines(plan),
    ...linuxFirewall(plan),
    ...undoLines(files),
  ])
}

function installLines(): Line[] {
  return [
    [
      'install',
      'sudo apt-get update && sudo apt-get install -y mosquitto mosquitto-clients',
      'Installs the broker from the distribution, with its service and its account mosquitto.',
      '从发行版安装 Broker，包括其服务和 mosquitto 账户。',
    ],
    [
      'install',
      "sudo grep -rnE '^(listener|port|per_listener_settings)' /etc/mosquitto/ --include='*.conf'",
      'Shows what other files set: a second listener on the same port, or per_listener_settings, stops this set-up from working. Only default.conf should be listed.',
      '显示其他文件的设置：若另有相同端口的 listener 或 per_listener_settings，本搭建方案将无法工作。应只列出 default.conf。',
    ],
  ]
}

function startLines(): Line[] {
  return [
    ['start', 'sudo systemctl enable mosquitto', 'Starts the broker with the computer.', '让 Broker 随计算机启动。'],
    [
      'start',
      'sudo systemctl restart mosquitto',
      'A new listener and new certificates need a restart, and a reload would leave the session of a device open that was taken out.',
      '新的监听和证书需要重启才能生效；仅重新加载也不会断开已移除设备的会话。',
    ],
  ]
}

function checkLines({ port }: SetupPlan): Line[] {
  return [
    ['check', 'systemctl status mosquitto --no-pager', 'It should say active (running).', '应显示 active (running)。'],
    [
      'check',
      'sudo journalctl -u mosquitto -n 50 --no-pager',
      'Names the line of the configuration when the broker did not start.',
      '若 Broker 未能启动，此处会指出配置中的哪一行有误。',
    ],
    [
      'check',
      `sudo tail -n 50 ${LOG}`,
      'What the broker itself says: clients, refusals, certificates.',
      'Broker 自己的日志：客户端、拒绝和证书。',
    ],
    [
      'check',
      `sudo ss -ltnp | grep ':${port} '`,
      'Shows that it listens, and on which address.',
      '显示它是否在监听以及监听的地址。',
    ],
  ]
}

function undoLines(files: readonly GeneratedFile[]): Line[] {
  const targets = files.map(({ target }) => target ?? '').join(' ')
  return [
    [
      'undo',
      `sudo rm ${targets}`,
      'Takes the files of this set-up away; earlier versions lie beside them as *.~1~.',
      '删除本搭建方案的文件；更早的版本以 *.~1~ 保存在旁边。',
    ],
    [
      'undo',
      'sudo systemctl restart mosquitto',
      'Goes back to a broker that serves this computer only.',
      '恢复为仅服务本机的 Broker。',
    ],
    [
      'undo',
      'sudo apt-get remove mosquitto',
      'Only where the broker is to go altogether.',
      '仅在需要彻底移除 Broker 时执行。',
    ],
  ]
}
