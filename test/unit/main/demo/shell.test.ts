import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { DEMO_MACHINES } from '../../../../main/demo/demo-machines.ts'
import { SimulatedMachine } from '../../../../main/demo/machine.ts'
import { runShell } from '../../../../main/demo/shell.ts'

const START = Date.UTC(2026, 2, 4, 5, 6, 7)
let now: number
let machine: SimulatedMachine

beforeEach(() => {
  now = START
  const [facts] = DEMO_MACHINES
  if (facts === undefined) throw new Error('no demo machine')
  machine = new SimulatedMachine(facts, () => now)
})

const run = (line: string) => runShell(machine, line, now)
const out = (line: string) => run(line).stdout

it.each([
  ['uname -a', /^Linux pi-kitchen 6\..* aarch64 GNU\/Linux\n$/],
  ['uptime', /up 12 days, .*load average: \d\.\d\d, /],
  ['free -h', /^ +total +used .*\nMem: +3\.7Gi +\d+Mi/],
  ['free -m', /\nMem: +3792 +\d+ /],
  ['df -h', /^Filesystem .*\n\/dev\/mmcblk0p2 +29G/],
  ['vcgencmd measure_temp', /^temp=\d\d\.\d'C\n$/],
  ['vcgencmd get_throttled', /^throttled=0x0\n$/],
  ['ps aux --sort=-%cpu | head -n 2', /^USER .*\n.*camera\.py\n$/],
  ['top -b -n1 | head -n 3', /^top - \d\d:\d\d:\d\d up .*\nTasks: .*\n%Cpu\(s\): .*\n$/],
  ['systemctl status nginx --no-pager', /● nginx\.service - A high.*\n.*\n +Active: active \(running\)/],
  ['systemctl is-active nginx', /^active\n$/],
  ['systemctl --failed', /barcode\.service +loaded failed/],
  ['journalctl -u nginx -n 5 --no-pager', /nginx\[\d+\]: Started /],
  ['ls /opt', /^camera\n$/],
  ['ls -la /boot/firmware', /config\.txt\n$/],
  ['cat /etc/os-release', /Debian GNU\/Linux 12/],
  ['date', /^Wed Mar {2}4 05:06:07 UTC 2026\n$/],
  ['hostname', /^pi-kitchen\n$/],
  ['hostname -I', /^192\.0\.2\.31 \n$/],
  ['ip -br addr', /wlan0 +UP +192\.0\.2\.31\/24/],
  ['ss -tlnp', /0\.0\.0\.0:22 .*"ssh"/],
  ['who', /^root /],
  ['last -n 3', /reboot {3}system boot/],
  ['lsusb', /Webcam/],
  ['ping -c 2 192.0.2.1', /2 packets transmitted, 2 received/],
  ['timedatectl', /Time zone: Etc\/UTC/],
  ['du -sh /opt', /^\S+K\t\/opt\n$/],
  ['tail -n 1 /var/log/camera.log', /^frame rate 25\.0\n$/],
  ['grep -n warning /var/log/camera.log', /^3:warning: /],
  ['sort /var/log/camera.log | uniq -c | sort -rn | head -n 1', /^ +2 frame rate 25\.0\n$/],
  ['cat /etc/hosts | wc -l', /^2\n$/],
  ['cat /sys/class/thermal/thermal_zone0/temp', /^\d{5}\n$/],
])('answers %s like a Debian machine', (line, expected) => {
  const result = run(line)
  expect(result.stdout).toMatch(expected)
  expect(result.exitCode).toBe(line.includes('status') && result.stdout.includes('failed') ? 3 : 0)
})

it('answers what it does not know like a shell, so that a demo never looks like a success it was not', () => {
  expect(run('foo --bar')).toMatchObject({ stdout: '', stderr: 'sh: 1: foo: not found\n', exitCode: 127 })
  expect(run('constructor').exitCode).toBe(127)
})

it('takes the exit code of the last command, and skips after && and ||', () => {
  expect(run('false && echo a')).toMatchObject({ stdout: '', exitCode: 1 })
  expect(run('false || echo a')).toMatchObject({ stdout: 'a\n', exitCode: 0 })
  expect(run('foo; echo after')).toMatchObject({ stdout: 'after\n', exitCode: 0 })
  expect(run('grep nothing /etc/hosts').exitCode).toBe(1)
})

it('keeps files between commands but not the working directory', () => {
  expect(run('mkdir -p /opt/a/b && cd /opt/a/b && echo one >f && echo two >>f && pwd').stdout).toBe('/opt/a/b\n')
  expect(out('pwd')).toBe('/root\n')
  expect(out('cat /opt/a/b/f')).toBe('one\ntwo\n')
  expect(run('rm /opt/a').stderr).toMatch(/Is a directory/)
  expect(run('rm -rf /opt/a; ls /opt/a')).toMatchObject({ exitCode: 2 })
})

it('does not empty itself on rm -rf /', () => {
  expect(run('rm -rf /')).toMatchObject({ exitCode: 1 })
  expect(out('cat /etc/hostname')).toBe('pi-kitchen\n')
})

it('stops taking data when its disk is full', () => {
  out('echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa >/tmp/f')
  let last = run('true')
  for (let round = 0; round < 25 && last.exitCode === 0; round += 1)
    last = run('cat /tmp/f /tmp/f >/tmp/g && cp /tmp/g /tmp/f')
  expect(last.stderr).toMatch(/No space left on device/)
})

it('restarts a service under a new pid and remembers it', () => {
  const before = out('pgrep camera')
  now += 60_000
  expect(run('sudo -n systemctl restart camera').exitCode).toBe(0)
  expect(out('pgrep camera')).not.toBe(before)
  expect(out('systemctl status camera')).toMatch(/Active: active \(running\) since 2026-03-04 05:07:07 UTC; 0s ago/)
  run('systemctl stop camera')
  expect(run('systemctl is-active camera')).toMatchObject({ stdout: 'inactive\n', exitCode: 3 })
  expect(run('systemctl restart nosuch').stderr).toMatch(/Unit nosuch\.service not found/)
})

it('sends redirected streams where they belong', () => {
  expect(run('ls /nothing 2>/dev/null')).toMatchObject({ stdout: '', stderr: '' })
  expect(run('ls /nothing 2>&1').stdout).toMatch(/cannot access/)
  expect(run('ls /nothing >/tmp/out 2>&1; wc -l /tmp/out').stdout).toBe('1 /tmp/out\n')
})

it('begins a new uptime and an empty /tmp after a reboot', () => {
  run('touch /tmp/x')
  expect(run('sudo reboot').effect).toBe('reboot')
  now += 30_000
  machine.reboot(now)
  now += 5_000
  expect(out('cat /proc/uptime')).toMatch(/^5\.00 /)
  expect(out('ls /tmp')).toBe('')
})

it('drifts in temperature within what such a machine has', () => {
  const seen = new Set<number>()
  for (let minute = 0; minute < 600; minute += 1) seen.add(machine.temperatureC(START + minute * 60_000))
  expect(seen.size).toBeGreaterThan(20)
  expect(Math.min(...seen)).toBeGreaterThan(35)
  expect(Math.max(...seen)).toBeLessThan(70)
})

it('never throws, whatever is typed', () => {
  const word = fc.constantFrom(
    'ls',
    'rm',
    '-rf',
    '/',
    'grep',
    '-e',
    '-n',
    '|',
    '&&',
    '>',
    'head',
    '..',
    "'",
    'sort',
    '-k',
    'find',
    '-size',
    'ps',
    'ip',
    'ss',
    'cd',
    'systemctl',
    'tail',
    '+x',
    'du',
    '/tmp',
    '*',
    'tee',
    'cut',
    'kill',
    '$HOME',
    'ping',
    'sleep',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (typed) => {
      const { exitCode, durationMs } = run(typed.join(' '))
      expect(exitCode).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(durationMs)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})
