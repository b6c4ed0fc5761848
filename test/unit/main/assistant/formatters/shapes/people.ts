import { shapesOf } from './shape.ts'

const END = '\nwtmp begins Mon Dec  1 10:00:02 2025\n'
const time = (local: string, zone: string, rest: string) =>
  `               Local time: ${local}\n           Universal time: Mon 2026-01-05 13:05:33 UTC\n                 RTC time: n/a\n                Time zone: ${zone}\n${rest}`
const IN_TIME = 'System clock synchronized: yes\n              NTP service: active\n          RTC in local TZ: no\n'

/** Answers about who is there, how the device is called, and its clock. */
export const PEOPLE_SHAPES = [
  ...shapesOf('last -n 3', [
    [
      'of a desktop before a start',
      `pi       :0           :0               Mon Jan  5 13:58   still logged in\nreboot   system boot  6.1.0-rpi7-rpi-v Mon Jan  5 13:57   still running\n${END}`,
      'Last login: pi, Mon Jan  5 13:58   still logged in.',
    ],
    [
      'after runlevels, which are no persons',
      `runlevel (to lvl 5)   5.10.103-v7+     Mon Jan  5 13:57   still running\npi       pts/0        192.0.2.5        Sun Jan  4 10:11 - 10:15  (00:04)\n${END}`,
      'Last login: pi, Sun Jan  4 10:11 - 10:15  (00:04).',
    ],
    [
      'of Trixie, whose list has another name',
      'pi       pts/0        192.0.2.5        Mon Jan  5 13:58 - still logged in\n\nwtmpdb begins Mon Dec  1 10:00:02 2025\n',
      'Last login: pi, Mon Jan  5 13:58 - still logged in.',
    ],
    ['of Trixie, of nobody', '\nwtmpdb begins Mon Dec  1 10:00:02 2025\n', null],
    [
      'in German',
      'pi       pts/0        192.0.2.5        Mon Jan  5 13:58   angemeldet\n\nwtmp beginnt Mon Dec  1 10:00:02 2025\n',
      'Last login: pi, Mon Jan  5 13:58   angemeldet.',
    ],
    [
      'that ended with a crash',
      `root     tty1                          Fri Jan  2 23:58 - crash  (1+02:03)\n${END}`,
      'Last login: root, Fri Jan  2 23:58 - crash  (1+02:03).',
    ],
    [
      'over IPv6, cut to its column',
      `operator pts/2        2001:db8:aaaa:bb Mon Jan  5 13:58 - 13:59  (00:00)\n${END}`,
      'Last login: operator, Mon Jan  5 13:58 - 13:59  (00:00).',
    ],
    [
      'of a busybox without weekdays',
      'USER       TTY            HOST               LOGIN        TIME\npi         pts/0          192.0.2.5          Jan 5 13:58\n',
      null,
    ],
    ['of a system without a list', 'last: cannot open /var/log/wtmp: No such file or directory\n', null],
  ]),
  ...shapesOf('who', [
    ['at the screen', 'pi       :0           2026-01-05 08:12 (:0)\n', '1 session: pi.'],
    [
      'of Trixie, which names the service',
      'pi       sshd pts/0   2026-01-05 13:58 (192.0.2.5)\npi       seat0        2026-01-05 08:12\n',
      '2 sessions: pi.',
    ],
    [
      'within tmux',
      'pi       pts/0        2026-01-05 13:58 (192.0.2.5)\npi       pts/1        2026-01-05 13:59 (tmux(1234).%0)\n',
      '2 sessions: pi.',
    ],
    ['that takes messages', 'root     + tty1         2026-01-05 08:12\n', '1 session: root.'],
    ['of busybox, of nobody', 'USER\t\tTTY\t\tIDLE\tTIME\t\t HOST\n', 'Nobody is logged in.'],
    [
      'of busybox, with the idle time first',
      'USER TTY IDLE TIME HOST\npi pts/0 00:02 Jan  5 13:58:12 192.0.2.5\n',
      null,
    ],
    ['cut off', 'pi       pts/0        2026-01-\n', null],
    ['without the program', 'sh: who: not found\n', null],
  ]),
  ...shapesOf('hostname', [
    ['of a Pi', 'raspberrypi\n', 'The host name is raspberrypi.'],
    ['with its domain', 'gate-07.plant.example\n', 'The host name is gate-07.plant.example.'],
    ['of a container', 'be5004c7c0cb\n', 'The host name is be5004c7c0cb.'],
    ['of WSL, with the line ends of Windows', 'DESKTOP-4F7K2L1\r\n', 'The host name is DESKTOP-4F7K2L1.'],
    ['of none', '(none)\n', null],
    ['of nothing', '\n', null],
    ['of two lines', 'pi\nlan\n', null],
    ['with an error of the resolver', 'hostname: Name or service not known\n', null],
  ]),
  ...shapesOf('uptime -s', [
    ['of toybox, with the line ends of Windows', '2026-01-05 08:12:01\r\n', 'Last started at 2026-01-05 08:12:01.'],
    ['in a new year', '2025-12-31 23:59:59\n', 'Last started at 2025-12-31 23:59:59.'],
    ['of a clock that was not set yet', '1970-01-01 00:00:09\n', null],
    ['of no date', '2026-13-45 08:12:01\n', null],
    ['of no time', '2026-01-05 31:72:01\n', null],
    ['in ISO form', '2026-01-05T08:12:01+01:00\n', null],
    ['without seconds', '2026-01-05 08:12\n', null],
    ['of an older procps', "uptime: invalid option -- 's'\n", null],
    ['without /proc', 'Error: /proc must be mounted\n', null],
    ['of two lines', '2026-01-05 08:12:01\n2026-01-05 08:12:02\n', null],
  ]),
  ...shapesOf('timedatectl', [
    [
      'with a weekday in German',
      time('Mo 2026-01-05 14:05:33 CET', 'Europe/Berlin (CET, +0100)', IN_TIME),
      'Time zone Europe/Berlin, Mo 2026-01-05 14:05:33 CET; the clock is synchronised.',
    ],
    [
      'with a weekday in Chinese',
      time('一 2026-01-05 21:05:33 CST', 'Asia/Shanghai (CST, +0800)', IN_TIME),
      'Time zone Asia/Shanghai, 一 2026-01-05 21:05:33 CST; the clock is synchronised.',
    ],
    [
      'of a container, which cannot set the clock',
      time(
        'Mon 2026-01-05 13:05:33 UTC',
        'Etc/UTC (UTC, +0000)',
        'System clock synchronized: yes\n              NTP service: n/a\n',
      ),
      'Time zone Etc/UTC, Mon 2026-01-05 13:05:33 UTC; the clock is synchronised.',
    ],
    [
      'with a warning on the clock of the board',
      time(
        'Mon 2026-01-05 14:05:33 CET',
        'Europe/Berlin (CET, +0100)',
        'System clock synchronized: no\n              NTP service: active\n          RTC in local TZ: yes\n\nWarning: The system is configured to read the RTC time in the local time zone.\n',
      ),
      'Time zone Europe/Berlin, Mon 2026-01-05 14:05:33 CET; the clock is not synchronised.',
      true,
    ],
    ['without a time', time('n/a', 'Etc/UTC (UTC, +0000)', IN_TIME), null],
    ['without a known zone', time('Mon 2026-01-05 13:05:33 UTC', 'n/a (n/a, +0000)', IN_TIME), null],
    ['that gets no answer', 'Failed to query server: Connection timed out\n', null],
  ]),
]
