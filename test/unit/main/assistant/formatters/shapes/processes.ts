import { shapesOf } from './shape.ts'

const PS = 'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n'
const row = (user: string, pid: number, cpu: string, memory: string, command: string, start = '08:12') =>
  `${user.padEnd(8)} ${pid} ${cpu} ${memory} 510232 80112 ?        Ssl  ${start}   0:22 ${command}\n`

/** Answers of `ps` and `pgrep`. */
export const PROCESS_SHAPES = [
  ...shapesOf('ps aux --sort=-%cpu | head -n 11', [
    [
      'with a thread of the kernel first',
      `${PS}${row('root', 12, '12.0', '0.0', '[kworker/0:1-events]')}${row('pi', 2211, '4.1', '2.1', 'python3 a.py')}`,
      '[kworker/0:1-events] (PID 12) uses most: 12.0 % CPU.',
    ],
    [
      'with a worker that says what it does',
      `${PS}${row('www-data', 31, '8.0', '1.0', 'nginx: worker process')}`,
      'nginx (PID 31) uses most: 8.0 % CPU.',
    ],
    [
      'of several cores',
      `${PS}${row('pi', 31, '312', '1.0', '/usr/lib/chromium/chromium --type=renderer')}${row('pi', 32, '99.9', '1.0', 'a')}`,
      'chromium (PID 31) uses most: 312 % CPU.',
    ],
    [
      'with a start of another day in French',
      `${PS}${row('pi', 31, '9.0', '1.0', '/usr/bin/node server.js', 'janv.05')}`,
      'node (PID 31) uses most: 9.0 % CPU.',
    ],
    ['of the head alone', PS, null],
    ['of busybox, which knows no sorting', 'ps: unrecognized option: sort=-%cpu\n', null],
    ['with shares that are no numbers', `${PS}${row('pi', 31, 'nan', '1.0', 'a')}`, null],
  ]),
  ...shapesOf('ps aux --sort=-%mem | head -n 11', [
    [
      'of Bookworm',
      `${PS}${row('pi', 2211, '4.1', '21.5', '/usr/bin/python3 a.py')}${row('root', 1, '0.0', '0.3', '/sbin/init splash')}`,
      'python3 (PID 2211) uses most: 21.5 % of the memory.',
    ],
    [
      'with a long name of a user',
      `${PS}${row('systemd+', 402, '0.0', '0.4', '/lib/systemd/systemd-timesyncd')}`,
      'systemd-timesyncd (PID 402) uses most: 0.4 % of the memory.',
    ],
    [
      'with a session of SSH',
      `${PS}${row('root', 402, '0.0', '0.4', 'sshd: pi [priv]')}`,
      'sshd (PID 402) uses most: 0.4 % of the memory.',
    ],
    [
      'of a shell at the screen',
      `${PS}${row('pi', 402, '0.0', '0.4', '-bash')}`,
      '-bash (PID 402) uses most: 0.4 % of the memory.',
    ],
    [
      'with a decimal comma',
      `${PS}${row('pi', 402, '0,0', '10,4', 'java -jar a.jar')}`,
      'java (PID 402) uses most: 10.4 % of the memory.',
    ],
    ['sorted by something else', `${PS}${row('a', 1, '9.0', '0.1', 'a')}${row('b', 2, '1.0', '9.1', 'b')}`, null],
    ['with a row without its command', `${PS}pi 1 0.0 0.4 510232 80112 ? Ssl 08:12 0:22\n`, null],
    ['of busybox', 'PID   USER     TIME  COMMAND\n    1 root      0:04 init\n', null],
    ['without a head', row('pi', 402, '0.0', '0.4', 'bash'), null],
    ['with an error', 'error: unknown sort specifier\n', null],
  ]),
  ...shapesOf('ps aux', [
    [
      'of Debian',
      `${PS}${row('root', 1, '0.0', '0.3', '/sbin/init')}${row('pi', 2211, '4.1', '2.1', 'python3 a.py')}`,
      '2 processes running; the busiest are listed.',
    ],
    [
      'of a container',
      `${PS}root 1 0.0 0.1 4364 3200 pts/0 Ss 08:12 0:00 bash\n`,
      '1 process running; the busiest are listed.',
    ],
    [
      'with one that ended and waits',
      `${PS}${row('pi', 31, '0.0', '0.0', '[python3] <defunct>')}`,
      '1 process running; the busiest are listed.',
    ],
    [
      'with a start of another day in Chinese',
      `${PS}${row('pi', 31, '0.0', '0.0', '/init', '11月28')}`,
      '1 process running; the busiest are listed.',
    ],
    ['cut off within a row', `${PS}${row('root', 1, '0.0', '0.3', '/sbin/init')}pi 2211 4.1`, null],
    [
      'of toybox',
      'USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME\nroot 1 0 10 10 0 0 S init\n',
      null,
    ],
    ['of the head alone', PS, null],
    ['with an error', 'error: garbage option\n\nUsage:\n ps [options]\n', null],
  ]),
  ...shapesOf('pgrep -a python3', [
    ['of the broker', '712 /usr/sbin/mosquitto -c /etc/mosquitto/mosquitto.conf\n', '1 process found.'],
    ['of two', '712 /usr/sbin/mosquitto\n90211 mosquitto -v\n', '2 processes found.'],
    ['of a thread of the kernel', '12 kworker/0:1-events\n', '1 process found.'],
    ['with arguments in Chinese', '712 mosquitto -c /etc/车间.conf\n', '1 process found.'],
    ['with the line ends of Windows', '712 mosquitto -v\r\n', '1 process found.'],
    [
      'of a name that is too long for it',
      'pgrep: pattern that searches for process name longer than 15 characters will result in zero matches\n',
      null,
    ],
    ['of busybox, which shows how it is used', 'BusyBox v1.36.1 multi-call binary.\n\nUsage: pgrep [-flanovx]\n', null],
    ['of a number that is no process', '12345678901 x\n', null],
  ]),
]
