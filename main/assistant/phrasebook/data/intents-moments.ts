import type { IntentEntry } from '../entry-types.ts'

/** What is asked for at a time of the day, or counted over one. */
export const MOMENTS_INTENTS: readonly IntentEntry[] = [
  {
    id: 'reboot-at',
    title: ['Reboot at a time', '定点重启'],
    explanation: [
      'Reboots the device when its clock next shows {clock}; until then it can be called off.',
      '在设备时钟下一次到 {clock} 时重启，在此之前可以取消。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n shutdown -r {clock}',
    when: ['reboot|restart <clock> +device +system +linux -<service>'],
    examples: ['reboot at 23:30', ['今晚两点重启', '凌晨三点半重启设备']],
  },
  {
    id: 'shutdown-at',
    title: ['Shut down at a time', '定点关机'],
    explanation: [
      'Shuts the device down when its clock next shows {clock}; until then it can be called off, after it someone has to switch it on on site.',
      '在设备时钟下一次到 {clock} 时关机，在此之前可以取消；之后需要有人到现场开机。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n shutdown -h {clock}',
    when: ['stop device|system <clock>', 'shutdown <clock> +device +system +linux -<service>'],
    examples: ['shut down at 23:30', '今晚十一点关机'],
  },
  {
    id: 'warning-log',
    title: ['Warnings in the system log', '系统日志中的警告'],
    explanation: ['Shows the last warnings and errors of the system log.', '显示系统日志中最近的警告和错误。'],
    linux: [
      'journalctl -p warning --since {since} --until {until} --no-pager',
      'journalctl -p warning --since {since} --no-pager',
      'journalctl -p warning -n {count} --no-pager',
    ],
    powershell: 'Get-EventLog -LogName System -EntryType Error,Warning -Newest {count}',
    defaults: { count: '50' },
    when: [
      'warning log|system-log -how-many +recent +lines +error +exists +<since> +<count> -<service> *1.2',
      'warning <since> +recent +lines +error +exists -service -<service> -how-many *1.2',
      'warning system|device|recent|question +lines +error +exists +<since> +<count> -service -<service> -how-many *1.1',
    ],
    examples: ['show the warnings in the system log', ['最近 20 条警告', '系统日志里有没有警告']],
  },
  {
    id: 'error-count',
    title: ['Number of errors in the log', '日志中的错误数'],
    explanation: ['Counts the errors in the system log in that time.', '统计这段时间系统日志中的错误条数。'],
    timeoutS: 30,
    linux: [
      'journalctl -p err --since {since} --until {until} -q --no-pager | wc -l',
      'journalctl -p err --since {since} -q --no-pager | wc -l',
    ],
    when: ['error how-many|number|total <since> +log +system-log +recent +exists +contain -<service> -<path> *1.2'],
    examples: ['how many errors in the last 3 days', '过去三天有多少条错误'],
  },
]
