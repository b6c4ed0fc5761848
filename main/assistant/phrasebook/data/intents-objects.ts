import type { IntentEntry } from '../entry-types.ts'
import { ASKED, short } from './short-intents.ts'

const FAULTS = '"error|fail|fatal|exception|critical"'
const IN_FOLDER = '+folder +known-folder +inside'

/** What is asked of one thing that is named: a unit, a drive, a file, a topic. */
export const OBJECT_INTENTS: readonly IntentEntry[] = [
  short(
    'service-errors',
    ['Errors of a service', '服务的报错'],
    [
      `journalctl -u {service} --since {since} --until {until} -q --no-pager -g ${FAULTS}; grep -iE ${FAULTS} {logfile} | tail -n {count}`,
      `journalctl -u {service} --since {since} -q --no-pager -g ${FAULTS}; grep -iE ${FAULTS} {logfile} | tail -n {count}`,
      `journalctl -u {service} --since {since} --until {until} -q --no-pager -g ${FAULTS}`,
      `journalctl -u {service} --since {since} -q --no-pager -g ${FAULTS}`,
    ],
    ['error <service> <since> -container|how-many|previous-boot|lines|failed +recent +service +log +exists *1.1'],
    ['nginx errors today', 'nginx 今天的报错'],
    {
      explanation: [
        'Shows the lines of its log since then that speak of an error; none means that there is none.',
        '显示这段时间日志中提到错误的行；没有输出表示没有。',
      ],
      defaults: { count: '50' },
    },
  ),
  short(
    'timer-runs',
    ['When a timer runs', '定时器的运行时间'],
    'systemctl list-timers --all {service} --no-pager',
    ['timer-runs <service> +running +when +scheduled *1.5'],
    ['next run of certbot.timer', 'certbot.timer 下次什么时候跑'],
  ),
  short(
    'run-result',
    ['How a job ended', '任务运行结果'],
    'systemctl show {service} -p Result,ExecMainStatus,ExecMainExitTimestamp --no-pager; journalctl -u {service} --since {since} -n 30 --no-pager',
    ['run-result <service> <since> +recent +running +past-day *1.5'],
    ['run of backup.service 昨晚成功了吗', 'backup.service 昨晚跑成功没有'],
  ),
  short(
    'drive-health',
    ['Health of a drive', '硬盘健康'],
    'smartctl -H -A {path}',
    [`smart-drive <path> ${ASKED} +ssd-wear +disk +healthy +usb-stick +failed *1.6`],
    ['smart health of /dev/sda', 'sda 硬盘健康吗'],
  ),
  short(
    'compose-status',
    ['Containers of a compose project', 'compose 项目的容器'],
    'docker compose --project-directory {path} ps -a',
    [`compose-word <path> -log|restart|stop|start +how-many +container +service +doing ${ASKED} ${IN_FOLDER} *1.5`],
    ['status of compose in /opt/stack', '/opt/stack 的 compose 状态'],
  ),
  short(
    'wireguard',
    ['WireGuard tunnels', 'WireGuard 隧道'],
    'wg show',
    [`wireguard ${ASKED} +vpn +ping +connect +connection +failed +network *1.5`],
    ['is wireguard connected', 'wireguard 连上没'],
  ),
  short(
    'without-comments',
    ['A file without its comments', '去掉注释的内容'],
    "grep -vE '^[[:space:]]*(#|;|$)' {path}",
    ['no-comments <path> +known-file +file +config +contents +status *1.6'],
    ['/etc/mosquitto/mosquitto.conf without comments', '/etc/mosquitto/mosquitto.conf 去掉注释'],
  ),
  short(
    'log-about',
    ['A word in the log', '日志中的某个词'],
    ['journalctl -k -b --no-pager | grep -iF -e {text} | tail -n {count}'],
    ['log-about kernel-log|kernel <text> +error +log +exists +recent -<since> *1.6'],
    ['errors of mmc in dmesg', 'dmesg 里有没有 mmc 报错'],
    { defaults: { count: '50' } },
  ),
  short(
    'log-about-since',
    ['A word in the log', '日志中的某个词'],
    [
      'journalctl --since {since} --until {until} --no-pager | grep -iF -e {text} | tail -n {count}',
      'journalctl --since {since} --no-pager | grep -iF -e {text} | tail -n {count}',
      'journalctl -b --no-pager | grep -iF -e {text} | tail -n {count}',
    ],
    ['log-about log|system-log|journal <text> +error +exists +recent -<service> *1.6'],
    ['errors of hdmi in the log', '日志里有没有 hdmi 的报错'],
    { defaults: { count: '50' } },
  ),
  short(
    'read-only-path',
    ['Whether a folder is read-only', '目录是否只读'],
    'findmnt -n -o TARGET,SOURCE,FSTYPE,OPTIONS --target {path}',
    [`read-only <path> -known-file|mount-it ${ASKED} ${IN_FOLDER} +disk +mount *1.5`],
    ['is /boot read-only', '/boot 是不是只读了'],
  ),
  short(
    'mqtt-retained',
    ['Retained messages', '保留消息'],
    "mosquitto_sub -t '{topic}' --retained-only -v -C {count} -W {lasting} || mosquitto_sub -t '$SYS/broker/version' -C 1 -W 3",
    [
      'retained <topic> -publish|clear-retained|delete|empty-out|set +show +list +question +exists +mqtt-topic +the-broker +inside +contents +<count> +<lasting> *1.4',
    ],
    ['show the retained message of home/door', 'home/door 的保留消息是什么'],
    {
      explanation: [
        'Shows what the broker on this device keeps for {topic}, and sends nothing; the version of the broker follows.',
        '显示本机 Broker 为 {topic} 保留的消息，不发送任何内容；最后是 Broker 的版本。',
      ],
      timeoutS: 30,
      defaults: { count: '20', lasting: '3' },
    },
  ),
  short(
    'name-and-address',
    ['Name and addresses', '主机名和 IP 地址'],
    'hostname; ip -brief address',
    ['hostname ip -ipv6|resolve|dns +name +network +device +system *1.3'],
    ['hostname and ip', '主机名和 IP'],
    {
      powershell: 'hostname; Get-NetIPAddress | Select-Object -Property InterfaceAlias,IPAddress,PrefixLength',
    },
  ),
]
