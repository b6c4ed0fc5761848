import { describe, expect, it } from 'vitest'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { filePlaces, isTakeable, needsRoot } from '../../../../../main/assistant/phrasebook/slots/file-places.ts'

const phrasebook = new Phrasebook()
const changes = (text: string) => {
  const answer = phrasebook.answer(text, 'raspberrypi')
  const offered = answer.decision === 'propose' ? [answer.command] : answer.decision === 'choose' ? answer.options : []
  return offered.filter(({ expectedClass }) => expectedClass !== 'read').map(({ command }) => command)
}

describe('a place that may be taken away', () => {
  it.each(['/tmp/a.log', '/home/pi/data', '/opt/app/old/', '/etc/app.conf', 'a.txt', '~/x.txt', '/var/log/app.log'])(
    '%s is one thing of somebody',
    (path) => {
      expect(isTakeable(path)).toBe(true)
    },
  )

  it.each([
    '/',
    '~',
    '.',
    '..',
    '/home',
    '/home/',
    '/home/pi',
    '/etc',
    '/etc/nginx',
    '/etc/passwd',
    '/etc/ssh/sshd_config',
    '/var/log',
    '/var/lib/docker',
    '/usr/bin/python3',
    '/usr/lib/x.so',
    '/boot/config.txt',
    '/boot/firmware',
    '/dev/sda',
    '/proc/1',
    '/mnt/usb',
    '/media/pi',
    '/opt/../etc/a.txt',
    '//etc/a.txt',
    '/tmp/*.log',
  ])('%s is not', (path) => {
    expect(isTakeable(path)).toBe(false)
  })

  it.each(['/', '/home', '/home/pi', '/etc', '/var/log', '/usr/bin', '~', '/opt/..', '/mnt/usb', '/boot/firmware'])(
    'no word deletes, moves or renames %s',
    (path) => {
      const asked = [
        `删除 ${path}`,
        `删掉 ${path} 目录`,
        `把 ${path} 连同里面的东西删了`,
        `rm -rf ${path}`,
        `delete the folder ${path}`,
        `把 ${path} 移动到 /tmp`,
        `把 ${path} 改名为 /tmp/x.txt`,
      ]
      for (const text of asked) expect(changes(text), text).toEqual([])
    },
  )

  it.each([
    '删掉 /tmp/a.txt，再删 /tmp',
    '删掉 /tmp/a.txt; rm -rf /',
    'rm /tmp/a.txt; rm /',
    'rm -rf /tmp/a.txt /',
    '删除 /tmp/a.txt 和 /',
    '删除 /tmp 下面的 a.txt 和 b.txt',
    '删除 /opt/old 里的所有文件',
    '删除除了 /tmp/a.txt 以外的文件',
    '/tmp/a.txt 能删吗',
    '为什么删除了 /tmp/a.txt',
    '怎么删除 /tmp/a.txt',
    '别删 /tmp/a.txt',
    '不要清空 /var/log/app.log',
    '是谁把 /opt/a.txt 删了',
    'should I delete /tmp/a.txt?',
    'who deleted /tmp/a.txt',
    '如果 /tmp/a.txt 太大就删掉',
    '把 3号机 的 /tmp/a.txt 删了',
    '在另一台设备上删除 /tmp/a.txt',
    '从 192.0.2.9 拷贝 /tmp/a.txt 到 /opt',
    '把 /etc/hosts 备份到云盘',
    '把 /dev/sda1 挂载到 /etc',
    '格式化 /dev/sda1',
  ])('%s: changes nothing', (text) => {
    // A second place that is one of the same is offered beside the first, and none is run unasked.
    const answer = phrasebook.answer(text, 'raspberrypi')
    expect(answer.decision === 'propose' ? answer.command.expectedClass : 'read', text).toBe('read')
    for (const command of changes(text)) expect(command).not.toMatch(/ \/$| \/tmp$| \/etc$|rm [^/]+$/u)
  })
})

describe('the second place of a command', () => {
  it.each([
    [{ path: '/opt/app/app.log', second: 'app.log.1' }, '/opt/app/app.log.1'],
    [{ path: 'a.txt', second: 'b.txt' }, 'b.txt'],
    [{ path: '/tmp/a.txt', second: '/opt/' }, '/opt/'],
    [{ path: '/tmp/a.txt', second: '.' }, '.'],
    [{ path: '/tmp/a.txt', second: 'a.txt' }, undefined],
  ])('of %j is %s', (slots, target) => {
    expect(filePlaces(slots).target).toBe(target)
  })

  it('of a download is the file that is named, or one of the same name in the folder', () => {
    const url = 'http://192.0.2.1/x/fw.bin'
    expect(filePlaces({ url, second: '/tmp' }).saved).toBe('/tmp/fw.bin')
    expect(filePlaces({ url, second: '/opt/a.bin' }).saved).toBe('/opt/a.bin')
    expect(filePlaces({ url }).saved).toBe('fw.bin')
    expect(filePlaces({ url: 'http://192.0.2.1/' }).saved).toBeUndefined()
  })

  it('of an archive is never inside of what it packs', () => {
    expect(filePlaces({ path: '/var/log', second: '/var/log/a.tar.gz' })).not.toHaveProperty('tgz')
    expect(filePlaces({ path: '/var/log/', second: '/mnt/usb' }).tgz).toBe('/mnt/usb/log.tar.gz')
    expect(filePlaces({ path: '/opt/app', format: 'zip' }).zipfile).toBe('/opt/app.zip')
  })

  it('where only root may write is written to as root', () => {
    expect(needsRoot({ target: '/etc/a' }, ['target'])).toBe(true)
    expect(needsRoot({ target: '/var/tmp/a' }, ['target'])).toBe(false)
    expect(needsRoot({ packed: '/etc/a', target: '/tmp/a' }, ['target'])).toBe(false)
  })
})
