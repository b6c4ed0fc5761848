import { describe, expect, it } from 'vitest'
import { GIVEN, MANNERS, SHOWN_WORDS, SPARED } from '../../../../../main/assistant/phrasebook/data/given-anyway.ts'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { Lexicon } from '../../../../../main/assistant/phrasebook/words/lexicon.ts'

const phrasebook = new Phrasebook()
const lexicon = new Lexicon()

function answerTo(text: string): string {
  const answer = phrasebook.answer(text, 'raspberrypi')
  if (answer.decision === 'propose') return answer.command.intent
  return answer.decision === 'decline' ? 'decline' : answer.options.map(({ intent }) => intent).join(' ')
}

describe('a thing that is given or spared', () => {
  const known = new Set(INTENTS.map(({ id }) => id))
  const changing = new Set(INTENTS.filter(({ expectedClass }) => expectedClass !== 'read').map(({ id }) => id))
  const words = new Set([...SHOWN_WORDS, ...MANNERS].map(([id]) => id))

  it('is said of intents that exist', () => {
    const ids = [...GIVEN, ...SPARED].flatMap(([intents]) => intents.split('|'))
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  })

  it('is a concept of the lexicon or has words of its own', () => {
    const things = GIVEN.flatMap(([, given]) => given.split(' '))
    expect(things.filter((thing) => !words.has(thing) && lexicon.kindOf(thing) === undefined)).toEqual([])
    const deeds = SPARED.flatMap(([, spared]) => spared.split(' ')).filter((deed) => deed !== 'interrupt')
    expect(deeds.filter((deed) => lexicon.kindOf(deed) === undefined)).toEqual([])
  })

  it('is spared by changes alone, because a look spares everything', () => {
    expect(SPARED.flatMap(([intents]) => intents.split('|')).filter((id) => !changing.has(id))).toEqual([])
  })
})

describe('a list beside a request', () => {
  it.each([
    ['列出所有进程，包括进程号和用户名', 'processes'],
    ['列出所有进程以及用户名', 'processes'],
    ['list the containers with their image and ports', 'containers'],
    ['show the last 5 logins including the source', 'last-logins'],
  ])('%s: is given by the command', (text, intent) => {
    expect(answerTo(text)).toBe(intent)
  })

  it.each([
    '列出所有进程，包括打开的文件',
    '列出USB设备，包括剩余空间',
    '列出所有进程，包括nginx的日志',
    '查看磁盘空间，包括是否已满',
    '看下内存占用百分比，不包括swap',
    '列出所有进程，未包括用户名',
    'list the containers with their logs',
    '重启nginx，包括端口',
  ])('%s: is not answered without it', (text) => {
    expect(answerTo(text)).toBe('decline')
  })
})

describe('a deed that is forbidden beside a request', () => {
  it.each([
    ['停止web容器，但不要删除它', 'container-stop'],
    ['停止nginx，不要禁用自启', 'service-stop'],
    ['重新加载nginx，不要断开现有连接', 'service-reload'],
    ['看看磁盘空间，先别清理', 'disk-space'],
    ["stop nginx, but don't disable it", 'service-stop'],
  ])('%s: is left alone by the command', (text, intent) => {
    expect(answerTo(text)).toBe(intent)
  })

  it.each([
    '重启nginx，不要断开现有连接',
    '停止nginx，不要停止它',
    '停止nginx，不要停止redis',
    '彻底卸载nginx，保留配置',
    '删除/tmp/a.txt，不要删除它',
    '更新系统，不要升级',
    '停止nginx，不要删除/opt/a.txt',
    '重新加载nginx，不要断开现有连接，先备份',
    '卸载nginx，配置别保留日志',
  ])('%s: is not done all the same', (text) => {
    expect(answerTo(text)).toBe('decline')
  })
})

describe('why something is ordered', () => {
  it.each([
    ['停止redis，内存不够了', 'service-stop'],
    ['删除/tmp/a.log，用不着了', 'delete-file'],
    ['重启mosquitto吧 客户端都连不上', 'service-restart'],
  ])('%s: changes nothing about the order', (text, intent) => {
    expect(answerTo(text)).toBe(intent)
  })

  it.each(['重启nginx 等磁盘满了', '重启nginx，如果磁盘满了', '重启nginx，磁盘满了以后', '重启nginx吗，内存不够了'])(
    '%s: is no reason',
    (text) => {
      expect(answerTo(text)).toBe('decline')
    },
  )
})

describe('where something lies', () => {
  it.each([
    ['a.yaml看一下 在/opt/app里', 'cat /opt/app/a.yaml'],
    ['给run.sh加执行权限，文件在/opt/app/run.sh', 'chmod +x /opt/app/run.sh'],
    ['error.log最后30行 在/var/log/nginx', 'tail -n 30 /var/log/nginx/error.log'],
    ['a.txt改名b.txt 在/tmp里', 'mv /tmp/a.txt /tmp/b.txt'],
  ])('%s: is part of the path', (text, command) => {
    expect(phrasebook.answer(text, 'raspberrypi')).toMatchObject({ decision: 'propose', command: { command } })
  })

  it.each(['a.yaml看一下 在/opt/b.yaml', '看看a.log和b.log 在/tmp里', '删除/tmp/a.txt，它在/opt里'])(
    '%s: is no place of it',
    (text) => {
      expect(answerTo(text)).toBe('decline')
    },
  )
})

it('is taken off only a few times, and never off a text', () => {
  expect(answerTo(`停止nginx${'，用不着了'.repeat(2)}`)).toBe('service-stop')
  expect(answerTo(`停止nginx${'，用不着了'.repeat(60)}`)).toBe('decline')
})
