import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../main/assistant/formatters/read-answer.ts'

/** Answers of commands as technicians type them, beside the forms that the phrasebook proposes. */
interface Answer {
  readonly command: string
  readonly stdout: string
  /** Null where nothing certain can be said. */
  readonly en: string | null
  readonly isWarning?: boolean
}

const FREE = '               total        used        free      shared  buff/cache   available\n'
const LONG = `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host noprefixroute
       valid_lft forever preferred_lft forever
2: eth0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc mq state DOWN group default qlen 1000
    link/ether b8:27:eb:00:00:01 brd ff:ff:ff:ff:ff:ff
`
const WLAN = `3: wlan0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP group default qlen 1000
    link/ether b8:27:eb:00:00:02 brd ff:ff:ff:ff:ff:ff
    altname wlx001
    inet 192.0.2.34/24 brd 192.0.2.255 scope global dynamic noprefixroute wlan0
       valid_lft 86000sec preferred_lft 86000sec
    inet6 fe80::1/64 scope link
       valid_lft forever preferred_lft forever
`
const DOCKER = `4: docker0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default
    link/ether 02:42:ac:11:00:01 brd ff:ff:ff:ff:ff:ff
    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0
       valid_lft forever preferred_lft forever
`
const STATUS = `● mosquitto.service - Mosquitto MQTT Broker
     Loaded: loaded (/lib/systemd/system/mosquitto.service; enabled; preset: enabled)
     Active: active (running) since Mon 2026-11-23 09:12:01 GMT; 6 days ago
`

const ANSWERS: readonly Answer[] = [
  {
    command: 'df',
    stdout:
      'Filesystem     1K-blocks     Used Available Use% Mounted on\n/dev/root       29867228 12000000  16500000  43% /\n',
    en: '/ is 43% full; 15.7 GiB of 28.5 GiB is free.',
  },
  {
    command: 'df -P',
    stdout:
      'Filesystem           1024-blocks    Used Available Capacity Mounted on\n/dev/root              29867228  27500000   1000000      97% /\n',
    en: '/ is 97% full; 976.6 MiB of 28.5 GiB is free. Almost full: /.',
    isWarning: true,
  },
  { command: 'df -h', stdout: 'df: cannot read table of mounted file systems\n', en: null },
  {
    command: 'free -m',
    stdout: `${FREE}Mem:            3792        1045         212          45        2534        2700\nSwap:             99           0          99\n`,
    en: '1.0 GiB of 3.7 GiB memory is in use; 2.6 GiB is available.',
  },
  {
    command: 'free',
    stdout: `${FREE}Mem:         3883344     1070000      217000       46000     2596344     2764800\nSwap:         102396           0      102396\n`,
    en: '1.0 GiB of 3.7 GiB memory is in use; 2.6 GiB is available.',
  },
  {
    command: 'free -m',
    stdout: `${FREE}Mem:             426         390          10           1          26          16\nSwap:             99          99           0\n`,
    en: '390.0 MiB of 426.0 MiB memory is in use; 16.0 MiB is available, which is little.',
    isWarning: true,
  },
  { command: 'free -m', stdout: 'Mem: 1 2 3\n', en: null },
  { command: 'uptime -p', stdout: 'up 3 weeks, 2 days, 4 hours, 5 minutes\n', en: 'Running for 23 days 4 hours.' },
  { command: 'uptime -p', stdout: 'up 5 minutes\n', en: 'Running for 5 minutes.' },
  { command: 'uptime -p', stdout: 'up\n', en: null },
  {
    command: 'systemctl status mosquitto',
    stdout: STATUS,
    en: 'mosquitto is running since Mon 2026-11-23 09:12:01 GMT.',
  },
  { command: 'systemctl is-active mosquitto', stdout: 'active\n', en: 'mosquitto is active.' },
  { command: 'systemctl is-active mosquitto', stdout: 'failed\n', en: 'mosquitto has failed.', isWarning: true },
  { command: 'systemctl is-active mosquitto', stdout: 'active\ninactive\n', en: null },
  { command: 'systemctl is-enabled ssh.service', stdout: 'enabled\n', en: 'ssh starts with the device.' },
  { command: 'systemctl is-enabled ssh', stdout: 'disabled\n', en: 'ssh does not start with the device.' },
  { command: 'systemctl is-enabled ssh', stdout: 'not-found\n', en: null },
  { command: 'ip a', stdout: `${LONG}${WLAN}`, en: 'The address is 192.0.2.34 on wlan0.' },
  { command: 'ip addr show', stdout: `${LONG}${DOCKER}${WLAN}`, en: 'The address is 192.0.2.34 on wlan0.' },
  { command: 'ip -4 addr', stdout: LONG, en: 'No interface that is up has an address.', isWarning: true },
  { command: 'ip a', stdout: `${LONG}nonsense\n`, en: null },
  { command: 'ip a', stdout: 'BusyBox v1.35.0 multi-call binary.\n\nUsage: ip [OPTIONS] address\n', en: null },
  { command: 'hostname -I', stdout: '192.0.2.34 172.17.0.1 \n', en: 'The addresses are 192.0.2.34, 172.17.0.1.' },
  { command: 'hostname -I', stdout: '\n', en: 'The device has no address.', isWarning: true },
  { command: 'hostname -I', stdout: "hostname: invalid option -- 'I'\n", en: null },
  { command: 'vcgencmd get_mem gpu', stdout: 'gpu=76M\n', en: 'The graphics have 76 MB of memory.' },
  { command: 'vcgencmd get_mem gpu', stdout: 'error=1 error_msg="Command not registered"\n', en: null },
  {
    command: 'vcgencmd get_throttled',
    stdout: 'throttled=0x80008\n',
    en: 'Now: soft temperature limit reached; check the cooling.',
    isWarning: true,
  },
  { command: 'nproc', stdout: '4\n', en: 'There are 4 processors.' },
  { command: 'nproc', stdout: 'nproc: not found\n', en: null },
  {
    command: 'cat /proc/device-tree/model',
    stdout: 'Raspberry Pi 4 Model B Rev 1.4\0',
    en: 'The board is a Raspberry Pi 4 Model B Rev 1.4.',
  },
  { command: 'cat /proc/device-tree/model', stdout: 'cat: /proc/device-tree/model: No such file\n', en: null },
  {
    command: 'rpicam-hello --list-cameras',
    stdout: 'ERROR: *** no cameras available ***\n',
    en: 'No camera detected.',
    isWarning: true,
  },
  {
    command: 'systeminfo',
    stdout:
      '\r\nHost Name:                 PC-12\r\nOS Name:                   Microsoft Windows 11 Pro\r\nOS Version:                10.0.22631 N/A Build 22631\r\nSystem Boot Time:          11/20/2026, 8:01:02 AM\r\nTotal Physical Memory:     16,243 MB\r\nAvailable Physical Memory: 8,120 MB\r\n',
    en: 'Microsoft Windows 11 Pro, started at 11/20/2026, 8:01:02 AM; 8120 of 16243 MB memory is available.',
  },
  {
    command: 'systeminfo',
    stdout:
      '主机名:           PC-12\r\nOS 名称:          Microsoft Windows 10 专业版\r\n系统启动时间:     2026/11/20, 8:01:02\r\n物理内存总量:     8,051 MB\r\n可用的物理内存:   512 MB\r\n',
    en: 'Microsoft Windows 10 专业版, started at 2026/11/20, 8:01:02; 512 of 8051 MB memory is available, which is little.',
    isWarning: true,
  },
  {
    command: 'systeminfo',
    stdout:
      'Betriebssystemname:                            Microsoft Windows 11 Pro\r\nSystemstartzeit:                               20.11.2026, 08:01:02\r\nGesamter physischer Speicher:                  16.243 MB\r\nVerfügbarer physischer Speicher:               8.120 MB\r\n',
    en: 'Microsoft Windows 11 Pro, started at 20.11.2026, 08:01:02; 8120 of 16243 MB memory is available.',
  },
  {
    command: 'systeminfo',
    stdout:
      'Nom du système d’exploitation:              Microsoft Windows 11 Professionnel\r\nMémoire physique totale:                    16 243 Mo\r\nMémoire physique disponible:                8 120 Mo\r\n',
    en: 'Microsoft Windows 11 Professionnel; 8120 of 16243 MB memory is available.',
  },
  { command: 'systeminfo', stdout: 'OS Name: x\nTotal Physical Memory: 1 MB\n', en: null },
]

const GARBAGE = ['', 'command not found', '\u001b[31m100%\u001b[0m /\n', '0 0 0 0\n'.repeat(50), '{"a":1}', '���']

const read = (command: string, stdout: string, isSuccess = true) =>
  readAnswer({ command, source: { kind: 'typed', name: '' }, system: 'linux' }, { isSuccess, stdout, stderr: '' })

describe('commands as technicians type them', () => {
  it.each(ANSWERS)('$command → $en', ({ command, stdout, en, isWarning = false }) => {
    const found = read(command, stdout)
    expect(found?.sentence.en ?? null).toBe(en)
    if (found !== null) expect(found.isWarning).toBe(isWarning)
  })

  it('say nothing of an output that is none of theirs', () => {
    const said = [...new Set(ANSWERS.map(({ command }) => command))]
      .filter((command) => command !== 'hostname -I')
      .flatMap((command) => GARBAGE.map((stdout) => read(command, stdout)?.sentence.en))
      .filter((sentence) => sentence !== undefined)
    expect(said).toEqual([])
  })

  it('tell a state that the exit code repeats', () => {
    expect(read('systemctl is-active ssh', 'inactive\n', false)?.sentence.en).toBe('ssh is not running.')
    expect(read('systemctl is-enabled ssh', 'disabled\n', false)?.sentence.en).toBe(
      'ssh does not start with the device.',
    )
  })
})
