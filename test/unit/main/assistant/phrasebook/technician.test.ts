import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'

/** A request of a technician with what is right: an intent, a choice, or a reason to decline. */
interface Case {
  readonly system: DeviceSystem
  readonly text: string
  readonly intent?: string
  readonly command?: string
  readonly choose?: readonly string[]
  readonly decline?: string
}

const CASES = readFileSync(new URL('./technician.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)
const phrasebook = new Phrasebook()
const OF_PLACES = new Set(INTENTS.filter(({ asRootIn }) => asRootIn !== undefined).map(({ id }) => id))
const classifier = new Classifier()

function commandOf(text: string, deviceIds: readonly string[] = [], system: DeviceSystem = 'linux'): string {
  const answer = phrasebook.answer(text, system, deviceIds)
  if (answer.decision === 'propose') return answer.command.command
  return answer.decision === 'decline' ? answer.reason : answer.decision
}

describe('requests of a technician', () => {
  it('are many, and most of them Chinese', () => {
    expect(CASES.filter(({ text }) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThanOrEqual(68)
  })

  it.each(CASES.map((request) => [request.text, request] as const))('%s', (text, request) => {
    const answer = phrasebook.answer(text, request.system)
    if (request.choose !== undefined) {
      const found = answer.decision === 'choose' ? answer.options.map(({ intent }) => intent) : answer
      expect(found).toEqual(request.choose)
    } else if (request.decline !== undefined) {
      expect(answer).toMatchObject({ decision: 'decline', reason: request.decline })
    } else {
      const command = { intent: request.intent, ...(request.command === undefined ? {} : { command: request.command }) }
      expect(answer).toMatchObject({ decision: 'propose', command })
    }
  })

  it('lead to a command of the class that is expected of it', () => {
    for (const { text, system } of CASES) {
      const answer = phrasebook.answer(text, system)
      if (answer.decision !== 'propose') continue
      const shell = system === 'windows-powershell' ? 'powershell' : 'bash'
      // A search in a folder that may hold keys is judged stricter, and so are the names in a file of passwords.
      if (/^(?:search-in-files|mqtt-users-in)$/u.test(answer.command.intent)) continue
      const judged = classifier.classify(answer.command.command, shell).class
      // So is a change of a file that the system needs, or of a log.
      if (OF_PLACES.has(answer.command.intent) && judged === 'destructive') continue
      expect(judged, answer.command.command).toBe(answer.command.expectedClass)
    }
  })
})

describe('a request with a word that no rule can use', () => {
  it.each([
    ['查看192.0.2.20的磁盘空间', '192.0.2.20'],
    ['how hot is broker.example.org', 'broker.example.org'],
    ['restart nginx on 192.0.2.20', '192.0.2.20'],
    ['重启 192.0.2.20', '192.0.2.20'],
  ])('%s: names another machine', (text, word) => {
    expect(phrasebook.answer(text, 'linux')).toEqual({ decision: 'decline', reason: 'other-machine', word })
  })

  it('asks about a name that nothing explains', () => {
    expect(phrasebook.answer('查看 nas 的内存', 'linux')).toEqual({
      decision: 'decline',
      reason: 'unknown-word',
      word: 'nas',
    })
  })

  it.each(['看下除了/home以外的磁盘空间', 'show the memory, not of this machine'])(
    '%s: is not answered without its no',
    (text) => {
      expect(phrasebook.answer(text, 'linux').decision).toBe('decline')
    },
  )

  it.each(['北门的cpu温度', '第二块硬盘的空间', '昨晚的温度', 'cpu最高温度多少', '每个核的温度', '最慢的服务'])(
    '%s: is not answered without which, when or how much',
    (text) => {
      expect(phrasebook.answer(text, 'raspberrypi').decision).toBe('decline')
    },
  )

  it('says a Chinese word back whole', () => {
    expect(phrasebook.answer('功耗多少', 'linux')).toMatchObject({ reason: 'unknown-word', word: '功耗' })
  })

  it('takes the name of the device asked for what it is, and that of another one for another one', () => {
    expect(commandOf('rpi_007 的内存', ['rpi_007'])).toBe('free -h')
    expect(commandOf('restart nginx on plant.gw1', ['plant.gw1'])).toBe('sudo -n systemctl restart nginx')
    expect(commandOf('rpi_008 的内存', ['rpi_007'])).toBe('other-machine')
  })

  it.each(['nginx', 'mosquitto'])('restarts the service %s of a device that is called so, not the device', (name) => {
    expect(commandOf(`restart ${name}`, [name])).toBe(`sudo -n systemctl restart ${name}`)
    expect(commandOf(`重启${name}`, ['gw-1', name])).toBe(`sudo -n systemctl restart ${name}`)
  })

  it.each([
    ['4号板子的负载', ['gw-004'], 'top -b -n 1 | head -n 20'],
    ['三号机的内存', ['gw-12-rack3', '仓库 3 号'], 'free -h'],
    ['十二号网关的内存', ['gw-12'], 'free -h'],
    ['3号机的内存', ['仓库三号机'], 'free -h'],
    ['4号板子的负载', ['gw-014'], 'other-machine'],
    ['4号板子的负载', [], 'other-machine'],
    ['把3号机重启', ['gw-4'], 'other-machine'],
  ] as const)('%s on %j: is answered for that number alone', (text, names, wanted) => {
    expect(commandOf(text, names)).toBe(wanted)
  })
})

describe('a word that narrows a request', () => {
  // Each fourth, because each is asked in several ways.
  const commands = CASES.filter(({ text, command }) => command !== undefined && /\p{Script=Han}/u.test(text)).filter(
    (_one, at) => at % 4 === 0,
  )

  it.each(['北门的', '隔壁那台', '3号机的', '上个月', '明天', 'nas的', '每小时', '如果'])(
    '%s before it: never gets the same answer',
    (word) => {
      const others = commands.filter(({ text }) => !text.includes(word))
      const same = others.filter(({ text, system, command }) => commandOf(`${word}${text}`, [], system) === command)
      expect(same.map(({ text }) => text)).toEqual([])
    },
  )

  it.each(['将来的', '下次', '张三的', '其余的', '备机的', 'eth7的'])(
    '%s before it: gets another answer, or one that holds it',
    (word) => {
      const name = word.replace('的', '')
      const same = commands.filter(({ text, system, command }) => commandOf(`${word}${text}`, [], system) === command)
      // Wi-Fi has its own interface, and the first part of a complaint is its reason.
      // A timer tells its next run in any case, and where some of a log is kept the rest goes.
      const held = { eth7: /wifi|信号|无线|訊號|热点|[，,]/iu, 下次: /\.timer/u, 其余: /只保留/u }[name]
      const isElse = ({ text }: Case) => held?.test(text) !== true
      expect(same.filter(isElse).map(({ text }) => text)).toEqual([])
    },
  )

  it.each([
    '和3号机比',
    '跟昨天比',
    '，然后关机',
    '，如果超过80就报警',
    '每小时一次',
    '三天后',
    '直到成功',
    '除了root的',
    '不要root的',
    '，发邮件给我',
    '的含义',
    '的上限',
  ])('%s behind it: never gets the same answer', (words) => {
    const ask = (text: string) => `${text.replace(/[?？。]$/u, '')}${words}`
    const others = commands.filter(({ text }) => !text.includes('每小时'))
    const same = others.filter(({ text, system, command }) => commandOf(ask(text), [], system) === command)
    expect(same.map(({ text }) => text)).toEqual([])
  })

  it.each(['不要', '别', '禁止'])('%s before an order: never gets the order', (no) => {
    const changes = CASES.filter(({ text, system }) => {
      const order = phrasebook.answer(text, system)
      if (order.decision !== 'propose' || order.command.expectedClass === 'read') return false
      return commandOf(`${no}${text}`, [], system) === order.command.command
    })
    expect(changes.map(({ text }) => text)).toEqual([])
  })
})

describe('several requests in one', () => {
  const several = (text: string) => {
    const answer = phrasebook.answer(text, 'raspberrypi')
    return answer.decision === 'choose' ? answer.options.map(({ command }) => command) : commandOf(text)
  }

  it('are offered one beside the other, with the question which comes first', () => {
    expect(phrasebook.answer('看看nginx和mosquitto的状态', 'linux')).toMatchObject({
      decision: 'choose',
      question: { en: expect.stringContaining('Which one first?'), zh: expect.stringContaining('先做哪一个') },
      options: [{ command: 'systemctl status nginx --no-pager' }, { command: 'systemctl status mosquitto --no-pager' }],
    })
  })

  it.each([
    ['温度和内存都看一下', ['vcgencmd measure_temp', 'free -h']],
    ['局域网ip和mac地址', ['ip -brief address', 'ip -brief link']],
    ['重启nginx再看日志', ['sudo -n systemctl restart nginx', 'journalctl -u nginx -n 50 --no-pager']],
    ['容器web重启并看日志', ['docker restart web', 'docker logs --tail 50 web']],
    ['stop nginx and start apache2', ['sudo -n systemctl stop nginx', 'sudo -n systemctl start apache2']],
  ])('%s: are all there', (text, commands) => {
    expect(several(text)).toEqual(commands)
  })

  it.each([
    '看一下磁盘，顺便把 /tmp 清了',
    'which is faster, ssd or hdd?',
    '不要重启nginx和停止mosquitto',
    '温度高的话，重启nginx',
    '重启nginx和nas',
  ])('%s: is answered with none of them', (text) => {
    expect(phrasebook.answer(text, 'raspberrypi').decision).toBe('decline')
  })

  it('are not looked for in a long text', () => {
    expect(phrasebook.answer('看看内存和磁盘。'.repeat(40), 'linux').decision).toBe('decline')
  })

  it('are one where their command is the same', () => {
    expect(several('内存和swap')).toBe('free -h')
  })
})

describe('names of services that are words', () => {
  it.each(['camera', 'wifi', 'gpio', 'bluetooth', 'disk-monitor', 'relay', 'temperature', 'usb-hub', 'battery'])(
    '%s can be restarted and looked at',
    (name) => {
      expect(commandOf(`重启 ${name} 服务`)).toBe(`sudo -n systemctl restart ${name}`)
      expect(commandOf(`restart the ${name} service`)).toBe(`sudo -n systemctl restart ${name}`)
      expect(commandOf(`${name}服务状态怎么样`)).toBe(`systemctl status ${name} --no-pager`)
    },
  )

  it('are still words elsewhere', () => {
    expect(commandOf('camera在不在', [], 'raspberrypi')).toContain('--list-cameras')
    expect(commandOf('which services are running')).toContain('list-units')
  })
})

describe('a service by the name that people use', () => {
  it.each([
    ['重启打印服务', 'sudo -n systemctl restart cups', "Restart-Service -Name 'Spooler'"],
    ['restart the print spooler', 'sudo -n systemctl restart cups', "Restart-Service -Name 'Spooler'"],
    ['restart ssh', 'sudo -n systemctl restart ssh', "Restart-Service -Name 'sshd'"],
    ['restart the bluetooth service', 'sudo -n systemctl restart bluetooth', "Restart-Service -Name 'bthserv'"],
    ['restart windows update', 'not-on-this-system', "Restart-Service -Name 'wuauserv'"],
  ])('%s: is the unit of the system', (text, linux, powershell) => {
    expect(commandOf(text)).toBe(linux)
    expect(commandOf(text, [], 'windows-powershell')).toBe(powershell)
  })

  it('is asked for where a request says only that one is meant', () => {
    for (const text of ['重启服务', 'stop a service', '启动服务']) {
      expect(phrasebook.answer(text, 'linux')).toMatchObject({
        decision: 'choose',
        question: { en: 'Which service? Look at what runs, then name one.' },
        options: [{ intent: 'service-choice' }],
      })
    }
  })
})

describe('a name', () => {
  it.each(['influxd', 'rsyslogd', 'telegrafd'])('of a daemon is no slip of another one: %s', (name) => {
    expect(commandOf(`进程里有没有${name}`)).toBe(`pgrep -a ${name}`)
  })

  it('that is a slip is put right', () => {
    expect(commandOf('ngnix 状态')).toBe('systemctl status nginx --no-pager')
    expect(commandOf('mosquito 状态')).toBe('systemctl status mosquitto --no-pager')
  })
})

describe('the question for a file', () => {
  it.each(['/opt/run.sh', '/etc/motd', '/home/pi/a.txt', '/boot/config.txt'])('%s is looked for, not read', (path) => {
    const asked = [
      `is there a file ${path}`,
      `有没有${path}`,
      `有没有 ${path} 这个文件`,
      `${path}有没有`,
      `${path}在不在`,
    ]
    for (const text of asked) expect(commandOf(text), text).toBe(`ls -la ${path}`)
  })
})

describe('a device file', () => {
  it.each(['/dev/ttyUSB0', '/dev/watchdog', '/dev/video0', '/dev/i2c-1', '/dev/mmcblk0'])(
    '%s is never opened',
    (path) => {
      const asked = [`is ${path} there`, `show ${path}`, `看看${path}`, `${path}在不在`, `有没有${path}`]
      for (const text of asked) expect(commandOf(text), text).toBe(`ls -l ${path}`)
      const opened = [`tail ${path}`, `first 10 lines of ${path}`, `search for x in ${path}`, `how big is ${path}`]
      for (const text of opened) expect(commandOf(text), text).not.toContain(path)
    },
  )
})
