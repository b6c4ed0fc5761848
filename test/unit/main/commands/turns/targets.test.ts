import { describe, expect, it } from 'vitest'
import { namedTargets } from '../../../../../main/commands/turns/targets.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const known = new Set(['rpi_001', 'rpi_002', 'pump-3', 'gate.north'])
const named = (text: string) => namedTargets(text, (deviceId) => known.has(deviceId))

describe('namedTargets', () => {
  it.each([
    ['the same on rpi_002', ['rpi_002']],
    ['the same on rpi_001 and rpi_002, please', ['rpi_001', 'rpi_002']],
    ['Show memory on pump-3.', ['pump-3']],
    ['在rpi_002上执行同样的命令', ['rpi_002']],
    ['对 rpi_001 和 rpi_002 再来一次', ['rpi_001', 'rpi_002']],
    ['rpi_002上也看一下内存', ['rpi_002']],
    ['disk space on gate.north', ['gate.north']],
    ['ping rpi_002 on rpi_001', ['rpi_001']],
    ['memory, on rpi_001', ['rpi_001']],
    ['on rpi_001 and on pump-3', ['rpi_001', 'pump-3']],
  ])('%s', (text, devices) => expect(named(text)).toEqual(devices))

  it.each([
    'ping rpi_002',
    'how full is the disk on the server',
    'is rpi_002 reachable',
    'is the service on',
    '上传文件到服务器',
    'rpi_002上次重启是什么时候',
  ])('does not take "%s" away from the chosen devices', (text) => expect(named(text)).toEqual([]))

  it('is not slowed down by a text made for it', () => {
    const startedAt = threadMs()
    named(`on ${'a,'.repeat(50_000)}`)
    named('on a and '.repeat(10_000))
    named('a'.repeat(100_000))
    named(`a${' '.repeat(100_000)}b`)
    expect(threadMs() - startedAt).toBeLessThan(5_000)
  })
})
