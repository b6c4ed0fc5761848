import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { commandsOf, type Line } from '../commands/command-line.ts'
import { linuxFirewall } from '../commands/firewall.ts'
import { hasTls } from '../plan/plan-traits.ts'
import { bridgeTopic } from './site-topics.ts'

const LOG = '/var/log/mosquitto/mosquitto.log'

/** The lines to run at the centre and at each site, in its own folder; they are the same everywhere. */
export function siteCommands(plan: SetupPlan): SetupCommand[] {
  return commandsOf('bash', [
    ...LINES,
    ...checkLines(plan),
    ...linuxFirewall({ ...plan, isLoopbackOnly: false }),
    ...UNDO,
  ])
}

const LINES: readonly Line[] = [
  [
    'install',
    "sudo grep -rnE '^(listener|port|per_listener_settings|connection)' /etc/mosquitto/ --include='*.conf'",
    'Shows what is there already. Another listener on the same port stops the broker; another connection may carry messages in a circle: have it checked in the step "Names and port".',
    '显示已有的设置。相同端口的其他 listener 会使 Broker 无法启动；其他 connection 可能让消息循环：请在“名称和端口”这一步检查。',
  ],
  [
    'place',
    'sudo sh install.sh',
    'Installs Mosquitto where it is missing, places each file with its owner and mode, and restarts it. What was there is kept beside it under a number.',
    '在缺少时安装 Mosquitto，按属主和权限放置每个文件并重启。原有文件以编号保存在旁边。',
  ],
]

function checkLines(plan: SetupPlan): Line[] {
  const [centre = ''] = plan.hosts
  const tls = hasTls(plan) ? ' --cafile /etc/mosquitto/certs/ca.crt' : ''
  const login = `-h ${centre} -p ${plan.port}${tls} -u ${quoted(plan.operators[0] ?? 'operator')} -P PASSWORD`
  return [
    ['check', 'systemctl status mosquitto --no-pager', 'It should say active (running).', '应显示 active (running)。'],
    [
      'check',
      `sudo grep -i bridge ${LOG} | tail -n 20`,
      'At a site: when its bridge connected, or why it does not.',
      '在站点上：桥接何时连接，或为何无法连接。',
    ],
    [
      'check',
      `mosquitto_sub ${login} -v -W 5 -t '${bridgeTopic('+')}'`,
      'At the centre, with your password: 1 for each site whose bridge stands, 0 for one that is away.',
      '在中心（填写你的密码）：桥接正常的站点显示 1，断开的显示 0。',
    ],
    ['check', `sudo ss -ltnp | grep ':${plan.port} '`, 'Shows that it listens for MQTT.', '显示它正在监听 MQTT。'],
  ]
}

const UNDO: readonly Line[] = [
  [
    'undo',
    'sudo rm -f /etc/mosquitto/conf.d/waypost-centre.conf',
    'At a site: takes the bridge away; its devices stay with their own broker.',
    '在站点上：去除桥接；其设备仍使用自己的 Broker。',
  ],
  [
    'undo',
    'sudo rm /etc/mosquitto/conf.d/default.conf /etc/mosquitto/acl /etc/mosquitto/passwd',
    'Takes the files of this set-up away; earlier versions lie beside them as *.~1~.',
    '删除本搭建方案的文件；更早的版本以 *.~1~ 保存在旁边。',
  ],
  [
    'undo',
    'sudo systemctl restart mosquitto',
    'Goes back to a broker that serves this computer only.',
    '恢复为仅服务本机的 Broker。',
  ],
]

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
