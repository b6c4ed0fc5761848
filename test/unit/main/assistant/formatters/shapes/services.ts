import { shapesOf } from './shape.ts'

const SERVICE =
  '● mosquitto.service - Mosquitto MQTT Broker\n     Loaded: loaded (/lib/systemd/system/mosquitto.service; enabled; preset: enabled)\n     Active: '
const SINCE = ' since Fri 2020-08-28 09:27:58 UTC; 5min ago\n'
const DOCKER =
  'CONTAINER ID   IMAGE                      COMMAND                  CREATED        STATUS                          PORTS                    NAMES\n'
const BROKER =
  'be5004c7c0cb   eclipse-mosquitto:latest   "/docker-entrypoint.…"   2 months ago   Up 5 hours                      0.0.0.0:1883->1883/tcp   mosquitto\n'
const ps = (status: string, name: string) =>
  `aa1104c7c0cd   koenkk/zigbee2mqtt         "docker-entrypoint.s…"   2 months ago   ${status.padEnd(32)}                         ${name}\n`
const UNITS = '  UNIT           LOAD   ACTIVE SUB     DESCRIPTION\n'

export const SERVICE_SHAPES = [
  ...shapesOf('systemctl status mosquitto --no-pager', [
    [
      'that runs',
      `${SERVICE}active (running)${SINCE}   Main PID: 712 (mosquitto)\n`,
      'mosquitto is running since Fri 2020-08-28 09:27:58 UTC.',
    ],
    [
      'that ended under a wrapper',
      `● mosquitto.service - LSB: mosquitto MQTT v3.1 message broker\n     Loaded: loaded (/etc/init.d/mosquitto; generated)\n     Active: active (exited)${SINCE}`,
      'mosquitto ran and ended: no process of it is running.',
      true,
    ],
    [
      'that failed',
      `${SERVICE}failed (Result: start-limit)${SINCE}`,
      'mosquitto has failed since Fri 2020-08-28 09:27:58 UTC.',
      true,
    ],
    [
      'that failed by its exit code',
      `× mosquitto.service - Mosquitto MQTT Broker\n     Active: failed (Result: exit-code)${SINCE}`,
      'mosquitto has failed since Fri 2020-08-28 09:27:58 UTC.',
      true,
    ],
    [
      'in a loop',
      `${SERVICE}activating (auto-restart) (Result: exit-code)${SINCE}`,
      'mosquitto ends and is started over and over since Fri 2020-08-28 09:27:58 UTC.',
      true,
    ],
    [
      'that starts',
      `${SERVICE}activating (start)${SINCE}`,
      'mosquitto is starting since Fri 2020-08-28 09:27:58 UTC.',
      true,
    ],
    [
      'that does not run',
      `○ mosquitto.service - Mosquitto MQTT Broker\n     Loaded: loaded (/lib/systemd/system/mosquitto.service; disabled)\n     Active: inactive (dead)\n`,
      'mosquitto is not running.',
      true,
    ],
    [
      'of a timer',
      `● apt-daily.timer - Daily apt\n     Active: active (waiting)${SINCE}`,
      'apt-daily.timer is waiting for its time since Fri 2020-08-28 09:27:58 UTC.',
    ],
    [
      'of a socket',
      `● ssh.socket - OpenBSD Secure Shell\n     Active: active (listening)${SINCE}`,
      'ssh.socket is listening since Fri 2020-08-28 09:27:58 UTC.',
    ],
    [
      'of two units',
      `${SERVICE}active (running)${SINCE}\n● ssh.service - ssh\n     Active: failed (Result: exit-code)${SINCE}`,
      null,
    ],
    ['in a state that is not known', `${SERVICE}active (frozen)${SINCE}`, null],
    [
      'without systemd, as in WSL',
      "System has not been booted with systemd as init system (PID 1). Can't operate.\n",
      null,
    ],
  ]),
  ...shapesOf('systemctl list-units --failed --no-pager', [
    [
      'of none',
      '  UNIT LOAD ACTIVE SUB DESCRIPTION\n\n0 loaded units listed. Pass --all to see loaded but inactive units, too.\n',
      'No service has failed.',
    ],
    [
      'of two',
      `${UNITS}● logger.service loaded failed failed Site logger\n● fancontrol.service loaded failed failed Fans\n\nLOAD   = Reflects whether the unit definition was properly loaded.\n2 loaded units listed.\n`,
      '2 units failed.',
      true,
    ],
    [
      'of systemd 255',
      `${UNITS}● logger.service loaded failed failed Site logger\n\nLegend: LOAD   → Reflects whether the unit definition was properly loaded.\n        ACTIVE → The high-level unit activation state, i.e. generalization of SUB.\n        SUB    → The low-level unit activation state, values depend on unit type.\n\n1 loaded units listed.\n`,
      '1 unit failed.',
      true,
    ],
    [
      'whose count is another',
      `${UNITS}● logger.service loaded failed failed Site logger\n3 loaded units listed.\n`,
      null,
    ],
    ['without its count', `${UNITS}● logger.service loaded failed failed Site logger\n`, null],
  ]),
  ...shapesOf('systemctl list-units --type=service --state=running --no-pager', [
    [
      'of two',
      `${UNITS}  cron.service loaded active running Regular jobs\n  ssh.service  loaded active running OpenBSD Secure Shell server\n\n2 loaded units listed.\n`,
      '2 services running.',
    ],
    ['without any', `${UNITS}\n0 loaded units listed.\n`, null],
  ]),
  ...shapesOf('docker ps', [
    [
      'with one in a loop',
      `${DOCKER}${BROKER}${ps('Restarting (1) 40 seconds ago', 'zigbee2mqtt')}`,
      '1 container running; zigbee2mqtt restarts over and over.',
      true,
    ],
    ['of two', `${DOCKER}${BROKER}${ps('Up 2 days', 'zigbee2mqtt')}`, '2 containers running.'],
    ['with one that is healthy', `${DOCKER}${BROKER}${ps('Up 2 days (healthy)', 'web')}`, '2 containers running.'],
    [
      'with one that is not',
      `${DOCKER}${ps('Up 2 days (unhealthy)', 'web')}`,
      '1 container running; web is unhealthy.',
      true,
    ],
    [
      'with one that is paused',
      `${DOCKER}${BROKER}${ps('Up 2 days (Paused)', 'web')}`,
      '1 container running; web is paused.',
      true,
    ],
    ['with one that is starting', `${DOCKER}${ps('Up 3 seconds (health: starting)', 'web')}`, '1 container running.'],
    [
      'with one in a loop alone',
      `${DOCKER}${ps('Restarting (139) 1 second ago', 'web')}`,
      'No container is running; web restarts over and over.',
      true,
    ],
    ['of none', DOCKER, 'No container is running.'],
    ['with a state that is not known', `${DOCKER}${ps('Melting', 'web')}`, null],
    ['whose columns are another', 'CONTAINER ID   IMAGE   NAMES\nbe5004c7c0cb   x   y\n', null],
    [
      'with a line out of place',
      `${DOCKER}be5004c7c0cb eclipse-mosquitto:latest "x" 2 months ago Up 5 hours mosquitto\n`,
      null,
    ],
  ]),
  ...shapesOf('docker ps -a', [
    [
      'with one that ended',
      `${DOCKER}${BROKER}${ps('Exited (0) 3 days ago', 'once')}`,
      '1 container running; 1 stopped.',
    ],
  ]),
  ...shapesOf('who', [
    ['of nobody', '', 'Nobody is logged in.'],
    ['in most locales', 'pi       pts/0        2026-01-05 13:58 (192.0.2.5)\n', '1 session: pi.'],
    [
      'in the locale of a service',
      'pi       pts/0        Jan  5 13:58 (192.0.2.5)\nroot     tty1         Jan 15 03:08\n',
      '2 sessions: pi, root.',
    ],
    ['with a name that is no line', 'pi pts/0 someday\n', null],
  ]),
  ...shapesOf('apt list --upgradable 2>/dev/null', [
    [
      'in English',
      'Listing... Done\nopenssl/stable-security,now 3.0.15-1 arm64 [upgradable from: 3.0.14-1]\n',
      '1 package can be updated.',
    ],
    ['with nothing to do', 'Listing... Done\n', 'No updates are known; the lists may be old.'],
    ['of installed packages', 'Listing...\nopenssl/now 3.0.14-1 arm64 [installed,upgradable to: 3.0.15-1]\n', null],
    ['in an unknown language', 'Xyz...\n', null],
    ['of nothing', '', null],
  ]),
  ...shapesOf('ps aux --sort=-%cpu | head -n 11', [
    [
      'of procps',
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\nroot          77 50.0  0.0      0     0 ?        I    11月28   7:36 [kdamond.0]\npi          2211  4.1  2.1 510232 80112 ?        R    08:12  10:22 python3 a.py\n',
      'kdamond.0] (PID 77) uses most: 50.0 % CPU.'.replace('kdamond.0]', '[kdamond.0]'),
    ],
    [
      'in another order',
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\npi           1  0.1  2.1 510232 80112 ?        R    08:12  10:22 a\npi           2 94.1  2.1 510232 80112 ?        R    08:12  10:22 b\n',
      null,
    ],
    [
      'with a line that is cut',
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\npi           1  0.1  2.1 5102\n',
      null,
    ],
    ['of busybox', 'PID   USER     TIME  COMMAND\n    1 root      0:04 init\n', null],
  ]),
  ...shapesOf('ps aux', [
    [
      'of busybox',
      'PID   USER     TIME  COMMAND\n    1 root      0:04 init\n   20 root      0:00 /usr/sbin/dropbear -F\n',
      '2 processes running.',
    ],
    [
      'of the busybox of a router',
      '  PID USER       VSZ STAT COMMAND\n    1 root      1496 S    /sbin/procd\n',
      '1 process running.',
    ],
    ['of an unknown ps', 'UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 08:12 ? 00:00:01 init\n', null],
  ]),
]
