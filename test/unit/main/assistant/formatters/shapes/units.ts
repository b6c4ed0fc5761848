import { shapesOf } from './shape.ts'

const HEAD = '  UNIT                      LOAD   ACTIVE SUB     DESCRIPTION\n'
const LEGEND =
  '\nLOAD   = Reflects whether the unit definition was properly loaded.\nACTIVE = The high-level unit activation state, i.e. generalization of SUB.\nSUB    = The low-level unit activation state, values depend on unit type.\n'
const ARROWS =
  '\nLegend: LOAD   → Reflects whether the unit definition was properly loaded.\n        ACTIVE → The high-level unit activation state, i.e. generalization of SUB.\n        SUB    → The low-level unit activation state, values depend on unit type.\n\n'
const CRON = '  cron.service              loaded active running Regular background program processing daemon\n'
const SSH = '  ssh.service               loaded active running OpenBSD Secure Shell server\n'
const NO_SYSTEMD = "System has not been booted with systemd as init system (PID 1). Can't operate.\n"

const DOCKER =
  'CONTAINER ID   IMAGE                      COMMAND                  CREATED        STATUS                        PORTS                                       NAMES\n'
const container = (status: string, ports: string, name: string) =>
  `be5004c7c0cb   eclipse-mosquitto:2        "/docker-entrypoint.…"   2 months ago   ${status.padEnd(30)}${ports.padEnd(44)}${name}\n`
const PODMAN =
  'CONTAINER ID  IMAGE                                    COMMAND               CREATED       STATUS                     PORTS                   NAMES\n'
const pod = (status: string) =>
  `3f1c5d1f7a01  docker.io/library/eclipse-mosquitto:2    /usr/sbin/mosquit...  2 hours ago   ${status.padEnd(27)}0.0.0.0:1883->1883/tcp  broker\n`

/** Answers about services, containers and packages. */
export const UNIT_SHAPES = [
  ...shapesOf('systemctl list-units --failed --no-pager', [
    [
      'of a mount that is not there',
      `${HEAD}● mnt-nas.mount             loaded failed failed /mnt/nas\n${LEGEND}1 loaded units listed.\n`,
      '1 unit failed.',
      true,
    ],
    [
      'of a unit whose file is gone',
      `${HEAD}● old.service               not-found failed failed old.service\n${ARROWS}1 loaded units listed.\n`,
      '1 unit failed.',
      true,
    ],
    [
      'of a name with escapes',
      `${HEAD}● systemd-fsck@dev-disk-by\\x2duuid-AB.service loaded failed failed File System Check on /dev/disk/by-uuid/AB\n${LEGEND}1 loaded units listed.\n`,
      '1 unit failed.',
      true,
    ],
    [
      'of none, with a hint after it',
      "  UNIT LOAD ACTIVE SUB DESCRIPTION\n0 loaded units listed.\nTo show all installed unit files use 'systemctl list-unit-files'.\n",
      'No service has failed.',
    ],
    ['that gets no answer', 'Failed to list units: Connection timed out\n', null],
    ['of a container without a bus', 'Failed to connect to bus: No such file or directory\n', null],
    ['of WSL without systemd', NO_SYSTEMD, null],
  ]),
  ...shapesOf('systemctl list-units --type=service --state=running --no-pager', [
    ['of Bullseye', `${HEAD}${CRON}${SSH}${LEGEND}2 loaded units listed.\n`, '2 services running.'],
    ['of Trixie', `${HEAD}${CRON}${ARROWS}1 loaded units listed.\n`, '1 service running.'],
    [
      'of sessions and terminals',
      `${HEAD}  getty@tty1.service        loaded active running Getty on tty1\n  user@1000.service         loaded active running User Manager for UID 1000\n${LEGEND}2 loaded units listed.\n`,
      '2 services running.',
    ],
    [
      'of a description in German',
      `${HEAD}  logger.service            loaded active running Messwerte des Standorts übertragen\n${LEGEND}1 loaded units listed.\n`,
      '1 service running.',
    ],
    [
      'with the line ends of Windows',
      `${HEAD}${CRON}1 loaded units listed.\n`.replaceAll('\n', '\r\n'),
      '1 service running.',
    ],
    ['whose count is another', `${HEAD}${CRON}${LEGEND}2 loaded units listed.\n`, null],
    ['cut off before its count', `${HEAD}${CRON}${SSH}`, null],
    ['of Alpine', 'sh: systemctl: not found\n', null],
    ['of a container without a bus', 'Failed to connect to bus: No such file or directory\n', null],
    ['of WSL without systemd', NO_SYSTEMD, null],
  ]),
  ...shapesOf('docker ps -a', [
    [
      'with ports of both families',
      `${DOCKER}${container('Up About a minute', '0.0.0.0:1883->1883/tcp, :::1883->1883/tcp', 'broker')}`,
      '1 container running.',
    ],
    [
      'with some that never ran and some that were killed',
      `${DOCKER}${container('Created', '', 'new')}${container('Exited (137) 2 hours ago', '', 'old')}${container('Dead', '', 'gone')}`,
      'No container is running; 3 stopped.',
    ],
    ['that just began', `${DOCKER}${container('Up Less than a second', '1883/tcp', 'broker')}`, '1 container running.'],
    [
      'without the program that runs them',
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.\n',
      null,
    ],
    ['for want of rights', 'permission denied while trying to connect to the Docker daemon socket\n', null],
  ]),
  ...shapesOf('podman ps', [
    ['of an older podman', `${PODMAN}${pod('Up 2 minutes ago')}`, '1 container running.'],
    ['of podman 4', `${PODMAN}${pod('Up 7 weeks (healthy)')}`, '1 container running.'],
    ['that began just now', `${PODMAN}${pod('Up Less than a second')}`, '1 container running.'],
    ['of none', PODMAN, 'No container is running.'],
    ['in a state of its own', `${PODMAN}${pod('Initialized')}`, null],
  ]),
  ...shapesOf('apt list --upgradable 2>/dev/null', [
    [
      'of several on Raspberry Pi OS',
      'Listing...\nlibcamera0.5/stable 0.5.0+rpt1-1 arm64 [upgradable from: 0.4.0+rpt20250213-1]\nraspi-firmware/stable 1:1.20250430-1~bookworm all [upgradable from: 1:1.20250305-1~bookworm]\n',
      '2 packages can be updated.',
    ],
    [
      'from several suites of Ubuntu',
      'Listing... Done\nbase-files/noble-updates,noble-security 13ubuntu10.2 amd64 [upgradable from: 13ubuntu10.1]\n',
      '1 package can be updated.',
    ],
    [
      'in German',
      'Auflistung… Fertig\nopenssl/stable-security 3.0.15-1 arm64 [aktualisierbar von: 3.0.14-1]\n',
      '1 package can be updated.',
    ],
    [
      'in Chinese',
      '正在列表... 完成\nopenssl/stable-security 3.0.15-1 arm64 [可从该版本升级：3.0.14-1]\n',
      '1 package can be updated.',
    ],
    ['in French, with nothing to do', 'En train de lister… Fait\n', 'No updates are known; the lists may be old.'],
    [
      'with a notice among its lines',
      'Listing...\nopenssl/stable-security 3.0.15-1 arm64 [upgradable from: 3.0.14-1]\nN: There is 1 additional version.\n',
      '1 package can be updated.',
    ],
    ['cut off', 'Listing...\nopenssl/stable-security 3.0.15-1 arm64 [upgradable from: 3.0', null],
    ['of Alpine', 'sh: apt: not found\n', null],
  ]),
]
