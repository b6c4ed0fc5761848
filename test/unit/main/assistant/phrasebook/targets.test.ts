import { describe, expect, it } from 'vitest'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'

const phrasebook = new Phrasebook()
const answerTo = (text: string, system: DeviceSystem = 'raspberrypi') => phrasebook.answer(text, system)

describe('an address that is to be fixed without its gateway', () => {
  it.each(['把 IP 固定成 192.168.1.88', '设置静态 IP', 'set a static ip'])('%s: asks for what is missing', (text) => {
    expect(answerTo(text)).toMatchObject({ decision: 'decline', reason: 'static-ip' })
  })
})

describe('an address that is the target of a test', () => {
  it.each([
    ['到 192.168.1.1 丢包严重吗', 'ping -c 4 192.168.1.1'],
    ['和 nas.local 之间网络稳定吗', 'ping -c 4 nas.local'],
    ['到 plc-01 的延迟多少', 'ping -c 4 plc-01'],
    ['跟踪一下到 1.1.1.1 的路由', 'traceroute -n -w 2 -m 20 1.1.1.1 || tracepath -n 1.1.1.1'],
    ['到 10.0.0.5 走哪个网卡', 'ip route get 10.0.0.5'],
    ['能不能连上 10.0.0.5 的 502 端口', 'nc -zv -w 3 10.0.0.5 502 2>&1'],
    ['用 114.114.114.114 解析一下 www.qq.com', 'nslookup www.qq.com 114.114.114.114'],
    ['日志里有没有 10.0.0.5', "journalctl -n 50 --no-pager -g '10\\.0\\.0\\.5'"],
  ])('%s: is no machine to be asked', (text, command) => {
    expect(answerTo(text)).toMatchObject({ decision: 'propose', command: { command } })
  })

  it.each(['192.168.1.9 的内存多少', '192.168.1.30 开了哪些端口', 'plc-01 的温度'])(
    '%s: is another machine where it is asked itself',
    (text) => {
      expect(answerTo(text)).toMatchObject({ decision: 'decline', reason: 'other-machine' })
    },
  )
})

describe('a value that a setting is said to have', () => {
  it.each([
    ['DNS 是 8.8.8.8 吗', 'cat /etc/resolv.conf'],
    ['网关是 192.168.1.1 吗', 'ip route'],
  ])('%s: looks at the setting', (text, command) => {
    expect(answerTo(text)).toMatchObject({ decision: 'propose', command: { command } })
  })
})

describe('a question about a link', () => {
  it.each([
    'wifi 能不能关掉',
    'wifi 关了吗',
    '要不要把 wifi 关了',
    '别关 wifi',
    'eth0 断开了吗',
    'IP 被改成 192.168.1.50 了',
    '每天晚上关 wifi',
    '要不要放行 1883',
    '把 192.168.1.9 的 DNS 改成 8.8.8.8',
  ])('%s: changes nothing', (text) => {
    const answer = answerTo(text)
    const commands =
      answer.decision === 'propose' ? [answer.command] : answer.decision === 'choose' ? answer.options : []
    expect(commands.filter(({ expectedClass }) => expectedClass !== 'read')).toEqual([])
  })
})

describe('a time of the day', () => {
  it.each([
    ['今晚两点重启', 'sudo -n shutdown -r 02:00'],
    ['今晚十一点半关机', 'sudo -n shutdown -h 23:30'],
    ['凌晨三点重启设备', 'sudo -n shutdown -r 03:00'],
    ['今天早上八点以后的日志', 'journalctl --since 08:00 --no-pager'],
    ['下午2点到3点半的报错', 'journalctl -p err --since 14:00 --until 15:30 --no-pager'],
  ])('%s: is in the command', (text, command) => {
    expect(answerTo(text)).toMatchObject({ decision: 'propose', command: { command } })
  })

  it.each(['明天早上八点重启', '两点重启', '昨晚三点为什么重启', '重启 nginx 两点'])(
    '%s: leads to no change',
    (text) => {
      expect(answerTo(text).decision).not.toBe('propose')
    },
  )

  it('is not dropped where the system cannot say it', () => {
    expect(answerTo('8点以后的日志', 'windows-powershell').decision).toBe('decline')
  })
})
