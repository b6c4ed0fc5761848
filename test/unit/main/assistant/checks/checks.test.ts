import { describe, expect, it } from 'vitest'
import { HOT_CHECK, HOT_CHECK_PI, SLOW_CHECK, SLOW_CHECK_PI } from '../../../../../main/assistant/checks/load-checks.ts'
import { NETWORK_CHECK, OFFLINE_CHECK_PI } from '../../../../../main/assistant/checks/network-checks.ts'
import { CLOCK_CHECK, DISK_FULL_CHECK, DISK_HEALTH_CHECK } from '../../../../../main/assistant/checks/system-checks.ts'
import { readAnswer } from '../../../../../main/assistant/formatters/read-answer.ts'

type Parts = Readonly<Record<string, string>>

/** What a device prints for a check: each read under its heading. */
function output(parts: Parts): string {
  const blocks = Object.entries(parts).map(([heading, text]) => `== ${heading}\n${text === '' ? '' : `${text}\n`}`)
  return `${blocks.join('')}== end\n`
}

function verdict(command: string, stdout: string) {
  const source = { kind: 'phrasebook', name: '' } as const
  const reading = readAnswer({ command, source, system: 'raspberrypi' }, { isSuccess: true, stdout, stderr: '' })
  return reading === null
    ? null
    : { text: reading.sentence.en, zh: reading.sentence.zh, isWarning: reading.isWarning, row: reading.table?.rows[0] }
}

const cpu = (idle: number, waiting = 0) =>
  [
    'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
    ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
    ' 1  0      0 212000  40000 900000    0    0     5    10  100  200  5  2 90  1  0',
    ` 1  0      0 212000  40000 900000    0    0     5    10  100  200 1 1 ${idle} ${waiting}  0`,
  ].join('\n')
const memory = (availableKb: number) => `MemTotal:        3882000 kB\nMemAvailable:    ${availableKb} kB`
const processes = [
  '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
  '      1 root      20   0   34000  11000   4096 S   0.0   0.3   0:01.20 systemd',
  '--',
  '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
  '    912 pi        20   0   34000  11000   4096 R  97,3   0.3   0:01.20 python3',
].join('\n')

describe('why it is slow', () => {
  it.each([
    ['the CPU', cpu(3), memory(2_000_000), '0x0', /CPU is the reason: 97 % in use, most of it by python3/],
    ['memory', cpu(80), memory(120_000), '0x0', /Memory is short: only 0\.1 GiB/],
    ['the storage', cpu(40, 55), memory(2_000_000), '0x0', /waits for its storage 55 %/],
    ['the power supply', cpu(90), memory(2_000_000), '0x50005', /power supply is too weak now/],
    ['the temperature', cpu(90), memory(2_000_000), '0x4', /slows itself down now/],
  ])('names %s', (_what, shares, kilobytes, bits, expected) => {
    const stdout = output({ cpu: shares, memory: kilobytes, processes, power: `throttled=${bits}` })
    expect(verdict(SLOW_CHECK_PI, stdout)).toMatchObject({ text: expect.stringMatching(expected), isWarning: true })
  })

  it('says that nothing stands out, with the values', () => {
    const found = verdict(SLOW_CHECK, output({ cpu: cpu(93), memory: memory(2_000_000), processes }))
    expect(found).toMatchObject({ text: 'Nothing slows it down at the moment.', isWarning: false })
    expect(found?.row).toEqual(['7 %', '0 %', '1.9 GiB / 3.7 GiB', 'python3 (97.3 %)'])
  })

  it.each([
    ['the end is missing', `== cpu\n${cpu(3)}\n== memory\n${memory(2_000_000)}\n`],
    ['a read failed', output({ cpu: '', memory: memory(2_000_000), processes })],
    ['the numbers are none', output({ cpu: cpu(3).replaceAll('id', 'xx'), memory: memory(1), processes })],
  ])('gives no verdict where %s', (_what, stdout) => {
    expect(verdict(SLOW_CHECK, stdout)).toBeNull()
  })
})

describe('why it is hot', () => {
  it.each([
    ["temp=83.4'C", cpu(5), /Too hot: 83\.4 °C\. It works hard: CPU 95 %, most of it for python3/, true],
    ["temp=82.0'C", cpu(96), /Too hot: 82\.0 °C\. It has little to do, so look at its cooling/, true],
    ["temp=72.0'C", cpu(50), /^Warm: 72\.0 °C\.$/, false],
    ["temp=48.1'C", cpu(50), /^It is not hot: 48\.1 °C\.$/, false],
  ])('%s', (temperature, shares, expected, isWarning) => {
    const stdout = output({ temperature, cpu: shares, processes, power: 'throttled=0x0' })
    expect(verdict(HOT_CHECK_PI, stdout)).toMatchObject({ text: expect.stringMatching(expected), isWarning })
  })

  it.each(['0', '-40000', '7', '450', '4294967'])('gives no verdict where the sensor says %s', (temperature) => {
    expect(verdict(HOT_CHECK, output({ temperature, cpu: cpu(50), processes }))).toBeNull()
  })
})

describe('why it went offline', () => {
  const calm = {
    uptime: '900000.12 3600000.00',
    journal: 'Mar 04 kernel: up',
    link: '',
    wifi: '',
    power: 'throttled=0x0',
  }
  const wireless =
    'Inter-| sta-|   Quality        |\n face | tus | link level noise |\n wlan0: 0000   30.  -81.  -256\n'
  it.each([
    ['a restart', { uptime: '600.00 900.00' }, /started 10 minutes ago/],
    ['weak power', { power: 'throttled=0x50000' }, /power supply was too weak/],
    ['the link', { link: 'Mar 04 eth0: link is down\nMar 05 eth0: link is down' }, /link broke off 2 times/],
    ['a weak signal', { wifi: wireless }, /signal is weak: -81 dBm/],
  ])('names %s', (_what, change: Parts, expected) => {
    const found = verdict(OFFLINE_CHECK_PI, output({ ...calm, ...change }))
    expect(found).toMatchObject({ text: expect.stringMatching(expected), isWarning: true })
  })

  it('says that the device shows no reason, but not where its journal cannot be read', () => {
    expect(verdict(OFFLINE_CHECK_PI, output(calm))).toMatchObject({ isWarning: false, text: /no reason/ })
    expect(verdict(OFFLINE_CHECK_PI, output({ ...calm, journal: '' }))).toBeNull()
  })
})

describe('why there is no network', () => {
  const good = {
    addresses: 'lo UNKNOWN 127.0.0.1/8\ndocker0 DOWN 172.17.0.1/16\nwlan0 UP 192.0.2.34/24',
    routes: 'default via 192.0.2.1 dev wlan0',
    neighbours: '192.0.2.1 dev wlan0 lladdr 02:00:00:00:00:01 REACHABLE',
    names: '151.101.2.132 debian.org',
    internet: '2 packets transmitted, 2 received, 0% packet loss, time 1001ms',
  }
  const silent = '2 packets transmitted, 0 received, 100% packet loss, time 1001ms'
  const failed = { neighbours: '192.0.2.1 dev wlan0 FAILED', names: '', internet: silent }
  it.each([
    ['works', {}, /network works/, false],
    [
      'no address',
      { addresses: 'lo UNKNOWN 127.0.0.1/8\nwlan0 UP 169.254.3.4/16' },
      /No interface has an address/,
      true,
    ],
    ['no gateway', { routes: '192.0.2.0/24 dev wlan0' }, /no default gateway/, true],
    ['no names', { names: '' }, /names are not resolved/, true],
    ['a silent gateway', failed, /gateway 192\.0\.2\.1 does not answer/, true],
    ['no way out', { names: '', internet: silent }, /nothing beyond it answers/, true],
  ])('%s', (_what, change: Parts, expected, isWarning) => {
    const found = verdict(NETWORK_CHECK, output({ ...good, ...change }))
    expect(found).toMatchObject({ text: expect.stringMatching(expected), isWarning })
  })

  it('gives no verdict where only the ping is held back', () => {
    expect(verdict(NETWORK_CHECK, output({ ...good, internet: silent }))).toBeNull()
  })
})

describe('why the clock is wrong', () => {
  const clock = (synced: string, service: string) =>
    `               Local time: Wed 2026-03-04 05:06:07 UTC\n                Time zone: Asia/Shanghai (CST, +0800)\nSystem clock synchronized: ${synced}\n              NTP service: ${service}`
  it.each([
    ['yes', 'active', '', /synchronised.*Asia\/Shanghai/, false],
    ['no', 'inactive', 'inactive', /Synchronisation is off/, true],
    ['no', 'active', 'active', /no time server has answered/, true],
    ['no', 'n/a', 'inactive\nactive', /no time server has answered/, true],
  ])('synchronised %s, service %s', (synced, service, services, expected, isWarning) => {
    const stdout = output({ time: '2026-03-04 05:06:07 CST', clock: clock(synced, service), services })
    expect(verdict(CLOCK_CHECK, stdout)).toMatchObject({ text: expect.stringMatching(expected), isWarning })
  })
})

describe('the check of a full disk', () => {
  const parts = (percent: number, inodes = 12) => ({
    disks: `Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/loop0 64 64 0 100% /snap/core\n/dev/root 30000000 1 2 ${percent}% /`,
    inodes: `Filesystem Inodes IUsed IFree IUse% Mounted on\n/dev/root 1 1 1 ${inodes}% /`,
    journal: 'Archived and active journals take up 1.2G in the file system.',
    folders: '28G\t/\n12G\t/var\n5G\t/home',
  })
  it.each([
    [97, 12, /^\/ is 97 % full\. The largest folder is \/var with 12G\./, true],
    [40, 100, /no room for more files/, true],
    [40, 12, /^No disk is full: \/ is at 40 %\.$/, false],
  ])('at %i %% and %i %% of the inodes', (percent, inodes, expected, isWarning) => {
    const found = verdict(DISK_FULL_CHECK, output(parts(percent, inodes)))
    expect(found).toMatchObject({ text: expect.stringMatching(expected), isWarning })
  })
})

describe('the check of the storage', () => {
  const good = { journal: 'Mar 04 kernel: up', errors: '', root: '/dev/mmcblk0p2 / ext4 rw,noatime 0 0', wear: '' }
  it.each([
    [{}, /No storage error since the start/, false],
    [{ errors: 'Mar 04 kernel: mmcblk0: error -110\nMar 04 kernel: I/O error' }, /2 errors of the storage/, true],
    [{ root: '/dev/mmcblk0p2 / ext4 ro,noatime 0 0' }, /read-only/, true],
    [{ wear: '0x0a 0x02' }, /life is nearly used up/, true],
  ])('%j', (change: Parts, expected, isWarning) => {
    const found = verdict(DISK_HEALTH_CHECK, output({ ...good, ...change }))
    expect(found).toMatchObject({ text: expect.stringMatching(expected), isWarning, zh: expect.stringMatching(/。$/) })
  })

  it('gives no verdict where the log of the kernel cannot be read', () => {
    expect(verdict(DISK_HEALTH_CHECK, output({ ...good, journal: '' }))).toBeNull()
  })
})

it('gives no verdict on what it was not made for', () => {
  for (const stdout of ['', '== end\n', '== cpu\n== end\n', 'x\n'.repeat(5_000), `== end\n${'9'.repeat(10_000)}`]) {
    for (const command of [
      SLOW_CHECK,
      HOT_CHECK_PI,
      NETWORK_CHECK,
      OFFLINE_CHECK_PI,
      CLOCK_CHECK,
      DISK_FULL_CHECK,
      DISK_HEALTH_CHECK,
    ])
      expect(verdict(command, stdout)).toBeNull()
  }
})
