import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../main/assistant/formatters/read-answer.ts'
import { Phrasebook } from '../../../../main/assistant/phrasebook/phrasebook.ts'
import { DEMO_MACHINES } from '../../../../main/demo/demo-machines.ts'
import { type MachineFacts, SimulatedMachine } from '../../../../main/demo/machine.ts'
import { nameDemoDevices } from '../../../../main/demo/names.ts'
import { runShell } from '../../../../main/demo/shell.ts'

const NOW = Date.UTC(2026, 2, 4, 5, 6, 7)
const phrasebook = new Phrasebook()
const REQUESTS = readFileSync(new URL('../assistant/phrasebook/technician.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { readonly text: string; readonly system: string })
/** Failures that tell something true of the machine: what it does not have, and what does not answer. */
const OF_THE_STORY =
  /could not be found|Name or service not known|not found\.|Device "[a-z0-9]+" does not exist|No such (?:file or directory|process|device)|no packages found|(?:docker|nginx|apache2ctl|sshd|node|npm|gcc|make|cmake|iperf3|mmcli): not found|No such container|no such volume|unknown connection|No Wi-Fi device|(?:pinctrl|gpioinfo|gpioget|v4l2-ctl|vcgencmd|arecord|aplay|amixer): not found|No default controller|curl: \(7\)|not mounted\.|can't find in|(?:wlr-randr|xrandr|xset|grim|scrot|speaker-test|lpstat|pvs|lvs|pm2|redis-cli|aa-status|exportfs|smbstatus|testparm): not found|No coredumps|cannot open display|special device|not a block device|mount point does not exist|already mounted|target is busy|unable to find or open|-r not specified|no such user|(?:user|group) '[a-z0-9]+' does not exist|already exists|is not a member of|Connection refused|externally-managed|no path found|is not installed|Package\(s\) not found|No packages found|no configuration file/

function factsOf(deviceId: string): MachineFacts {
  const facts = DEMO_MACHINES.find((machine) => machine.deviceId === deviceId)
  if (facts === undefined) throw new Error(`no machine ${deviceId}`)
  return facts
}

function commandFor(text: string, facts: MachineFacts): string | null {
  const answer = phrasebook.answer(text, facts.kind === 'raspberrypi' ? 'raspberrypi' : 'linux')
  return answer.decision === 'propose' ? answer.command.command : null
}

function ask(deviceId: string, text: string) {
  const facts = factsOf(deviceId)
  const command = commandFor(text, facts) ?? ''
  const machine = new SimulatedMachine(facts, () => NOW)
  const { exitCode, stdout, stderr } = runShell(machine, command, NOW)
  const system = facts.kind === 'raspberrypi' ? 'raspberrypi' : 'linux'
  const source = { kind: 'phrasebook', name: '' } as const
  return readAnswer({ command, source, system }, { isSuccess: exitCode === 0, stdout, stderr })?.sentence.en
}

describe.each(DEMO_MACHINES.map((facts) => [facts.deviceId, facts] as const))('%s', (_deviceId, facts) => {
  it('runs what the phrasebook proposes, or fails for a reason of its own', () => {
    for (const { text } of REQUESTS) {
      const command = commandFor(text, facts)
      if (command === null) continue
      const { exitCode, stdout, stderr } = runShell(new SimulatedMachine(facts, () => NOW), command, NOW)
      // A port that is closed, a host that is silent and a process that is not there are answers.
      const isAnswer =
        exitCode === 0 ||
        (/^(?:pgrep|pkill|ps -[fo]|fuser) /.test(command) && exitCode === 1 && stderr === '') ||
        /packet loss|failed: |No default controller|timed out|could not be found|Active: failed|^not-found/.test(stdout)
      if (!isAnswer) expect(stderr, `${text}: ${command}`).toMatch(OF_THE_STORY)
      expect(stderr, command).not.toMatch(/not simulated|Syntax error/)
    }
  })
})

describe('checks in the demo', () => {
  it.each([
    ['demo-sensor-greenhouse', 'why is the disk full', /^\/ is 9\d % full\./],
    ['demo-pi-kitchen', '设备为什么掉线', /link broke off 2 times/],
    ['demo-pi-kitchen', '为什么这么慢', /^Nothing slows it down/],
    ['demo-pi-kitchen', '为什么这么烫', /^It is not hot/],
    ['demo-gateway-yard', '上不了网', /^The network works/],
    ['demo-gateway-yard', 'the clock is wrong', /^The clock is synchronised/],
    ['demo-pi-kitchen', 'SD卡健康吗', /^No storage error/],
    ['demo-pi-kitchen', 'is port 8883 open on 192.0.2.20', /^The port answers/],
    ['demo-pi-kitchen', '网速多少', /^wlan0 now receives/],
  ])('%s answers %s', (deviceId, text, expected) => {
    expect(ask(deviceId, text)).toMatch(expected)
  })
})

describe('changes in the demo', () => {
  const machine = () => new SimulatedMachine(factsOf('demo-sensor-greenhouse'), () => NOW)

  it('free what they say that they free', () => {
    const device = machine()
    const before = device.diskUsedMb(NOW)
    runShell(device, 'sudo -n journalctl --vacuum-size=200M --no-pager', NOW)
    runShell(device, 'sudo -n apt-get clean', NOW)
    expect(before - device.diskUsedMb(NOW)).toBe(420)
    expect(device.diskUsedMb(NOW) / device.facts.diskMb).toBeLessThan(0.9)
  })

  it('last: files that are copied, packed, unpacked, compared and taken away', () => {
    const device = machine()
    const run = (line: string) => runShell(device, line, NOW)
    run('mkdir -p /tmp/a/b && touch /tmp/a/b/x.txt && echo one > /tmp/a/y.txt')
    run('cp -a /tmp/a /tmp/a.bak')
    expect(run('diff -u /tmp/a/y.txt /tmp/a.bak/y.txt | head -n 200').stdout).toBe('')
    run('tar -czf /tmp/a.tar.gz /tmp/a')
    expect(run('tar -tvf /tmp/a.tar.gz | head -n 100').stdout).toMatch(/tmp\/a\/b\/x\.txt/)
    run('mkdir -p /tmp/c && tar -xf /tmp/a.tar.gz -C /tmp/c')
    expect(run('cat /tmp/c/tmp/a/y.txt').stdout).toBe('one\n')
    expect(run('md5sum /tmp/a/y.txt').stdout.slice(0, 32)).toBe(run('md5sum /tmp/c/tmp/a/y.txt').stdout.slice(0, 32))
    run('mv /tmp/c /tmp/d && rm -r /tmp/a')
    expect(run('ls /tmp').stdout).toBe('a.bak\na.tar.gz\nd\n')
    run('curl -fsSL -m 600 --create-dirs -o /tmp/fw.bin http://192.0.2.10/fw.bin && truncate -s 0 /tmp/fw.bin')
    expect(run('wc -l /tmp/fw.bin').stdout).toBe('0 /tmp/fw.bin\n')
  })

  it('last: a package, a name, the clock, the network', () => {
    const device = machine()
    const out = (line: string) => runShell(device, line, NOW).stdout
    out('sudo -n apt-get -y install htop')
    expect(out('dpkg-query -l htop')).toMatch(/ii {2}htop/)
    out('sudo -n hostnamectl set-hostname hall')
    expect(out('hostname; cat /etc/hostname')).toBe('hall\nhall\n')
    out("sudo -n timedatectl set-ntp false && sudo -n timedatectl set-time '2026-11-29 10:30:00'")
    expect(out("date '+%F %T %Z'")).toBe('2026-11-29 10:30:00 UTC\n')
    out('sudo -n timedatectl set-ntp true')
    expect(out('date')).toBe('Wed Mar  4 05:06:07 UTC 2026\n')
    const pi = new SimulatedMachine(factsOf('demo-pi-kitchen'), () => NOW)
    expect(runShell(pi, 'sudo -n nmcli connection up Workshop; iwconfig', NOW).stdout).toContain('ESSID:"Workshop"')
    runShell(pi, 'sudo -n bluetoothctl power off', NOW)
    expect(runShell(pi, 'bluetoothctl show', NOW).stdout).toContain('Powered: no')
  })
})

describe('the demo', () => {
  const shellOf = (deviceId: string) => {
    const machine = new SimulatedMachine(factsOf(deviceId), () => NOW)
    const system = machine.facts.kind === 'raspberrypi' ? 'raspberrypi' : 'linux'
    const run = (line: string) => runShell(machine, line, NOW).stdout
    const ask = (text: string) => {
      const answer = phrasebook.answer(text, system)
      return answer.decision === 'propose' ? run(answer.command.command) : answer.decision
    }
    return { run, ask }
  }

  it('lasts: a user, a group, a pin, a part of the board, the volume', () => {
    const { run, ask } = shellOf('demo-pi-kitchen')
    ask('新建用户 xiaoli')
    ask('把 xiaoli 加到 dialout 组')
    expect(ask('xiaoli 在哪些组里')).toBe('uid=1001(xiaoli) gid=1001(xiaoli) groups=20(dialout),1001(xiaoli)\n')
    expect(ask('dialout 组里有谁')).toBe('dialout:x:20:xiaoli\n')
    ask('删除用户 xiaoli')
    expect(run('getent passwd')).not.toContain('xiaoli')
    ask('把 GPIO 22 拉高')
    expect(ask('读一下 GPIO 22')).toContain('22: op dh | hi')
    ask('打开 1-wire')
    expect(ask('1-wire 开了吗')).toBe('0\n')
    ask('音量调到 30%')
    ask('音量调大一点')
    expect(ask('现在音量多大')).toContain('[40%]')
    ask('拍一张照片存成 /tmp/door.jpg')
    expect(run('ls -la /tmp/door.jpg')).toContain('door.jpg')
    expect(ask('读一下 DS18B20 的温度')).toMatch(/28-[0-9a-f]+\/temperature:\d{5}\n/)
  })

  it('lasts: a job of cron, a package that is held, a rule, messages of the broker', () => {
    const { ask } = shellOf('demo-gateway-yard')
    ask('每 5 分钟执行一次 /home/pi/check.sh')
    expect(ask('有哪些定时任务')).toContain('*/5 * * * * /home/pi/check.sh\n')
    ask('删掉 check.sh 的定时任务')
    expect(ask('有哪些定时任务')).not.toContain('check.sh')
    ask('锁定 mosquitto 的版本')
    expect(ask('有哪些被锁定的软件包')).toBe('mosquitto\n')
    expect(ask('订阅 yard/#')).toBe('yard/pump/state on\nyard/meter/power 412.7\nmosquitto version 2.0.11\n')
  })
})

describe('names in the demo', () => {
  it.each([
    ['zh-CN', '厨房树莓派'],
    ['en', 'Kitchen Pi'],
  ] as const)('are in the language of the operator: %s', (language, name) => {
    const added: string[] = []
    nameDemoDevices({ add: (_ref, entry) => added.push(entry.name) }, language)
    expect(added).toContain(name)
    expect(added).toHaveLength(3)
  })
})
