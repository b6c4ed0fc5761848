import { describe, expect, it } from 'vitest'
import { notesOf } from '../../../../main/joining/look/judge-look.ts'
import { withRootLook } from '../../../../main/joining/look/read-look.ts'
import { judgedFailure, lookOf } from './look-samples.ts'

describe('the look', () => {
  it('is read from the first line of each name, without what could move a cursor', () => {
    const found = lookOf({ model: 'Raspberry Pi 4 \u001b[2JModel B', host: 'pi\u202e' }, 'model=another\nnoise\n')
    expect(found?.look).toMatchObject({ model: 'Raspberry Pi 4 [2JModel B', hostName: 'pi', freeMiB: 2000 })
  })

  it('is nothing where another program answered', () => {
    expect(lookOf({}, '', 'Welcome!\nThis account is currently not available.\n')).toBeNull()
  })

  it('finds an old executor with all that it takes to put it back', () => {
    const line = Buffer.from('python3\0/home/pi/rpi_executor.py\0').toString('base64')
    const found = lookOf({
      executor: 'yes',
      'executor-id': 'pi-7',
      'executor-pid': '321',
      'executor-user': 'pi',
      'executor-folder': '/home/pi',
      'executor-line': line,
    })
    expect(found?.executor).toEqual({
      deviceId: 'pi-7',
      unit: null,
      process: { pid: 321, user: 'pi', folder: '/home/pi', args: ['python3', '/home/pi/rpi_executor.py'] },
    })
    const odd = lookOf({
      executor: 'yes',
      'executor-pid': '1',
      'executor-user': 'a;b',
      'executor-folder': '/',
      'executor-line': line,
    })
    expect(odd?.executor?.process).toBeNull()
  })

  it('takes the executor of root, which the account sees in part, from the look as root', () => {
    const found = lookOf({ executor: 'yes', 'executor-id': 'pi-7', 'executor-pid': '321', 'executor-user': 'root' })
    expect(found?.executor?.process).toBeNull()
    const line = Buffer.from('python3\0rpi_executor.py\0').toString('base64')
    const whole = `agent-id=pi-9\nexecutor-pid=321\nexecutor-user=root\nexecutor-folder=/root\nexecutor-line=${line}\n`
    const asRoot = found === null ? null : withRootLook(found, whole)
    expect(asRoot?.executor).toMatchObject({ deviceId: 'pi-7', process: { user: 'root', folder: '/root' } })
    expect(asRoot?.look).toMatchObject({ agentDeviceId: 'pi-9', executor: { isRunning: true } })
    expect(found === null ? null : withRootLook(found, 'agent-id=\n').executor).toEqual(found?.executor)
  })
})

describe('an obstacle', () => {
  it.each<readonly [changes: Readonly<Record<string, string>>, stage: string, cause: string]>([
    [{ kernel: 'Darwin' }, 'look', 'not-linux'],
    [{ rights: 'none' }, 'sudo', 'no-sudo'],
    [{ python: '3.7.3' }, 'look', 'python-old'],
    [{ python: '2.7.18' }, 'look', 'python-old'],
    [{ python: '', apt: '' }, 'look', 'no-python'],
    [{ free: '4096' }, 'look', 'disk-full'],
    [{ python: '', free: '60000' }, 'look', 'disk-full'],
    [{ now: '0' }, 'look', 'clock-wrong'],
    [{ broker: 'certificate-name' }, 'broker', 'certificate-name'],
    [{ broker: 'filtered' }, 'broker', 'broker-filtered'],
    [{ broker: 'unreachable' }, 'broker', 'broker-unreachable'],
    [{ broker: 'name' }, 'broker', 'broker-name'],
  ])('%o is named %s: %s', (changes, stage, cause) => {
    expect(judgedFailure(changes)).toMatchObject({ stage, reason: cause })
  })

  it('is not found on a fresh Raspberry Pi, with Python 3.8, and without packages where there is a source', () => {
    expect(judgedFailure({})).toBeNull()
    expect(judgedFailure({ python: '3.8.0' })).toBeNull()
    expect(judgedFailure({ paho: '', broker: '' })).toBeNull()
  })
})

it('notes an id under which another device is online, and none of its own executor or agent', () => {
  const notes = (changes: Readonly<Record<string, string>>, deviceId: string, isOnline: boolean) => {
    const found = lookOf(changes)
    return found === null ? [] : notesOf(found, { deviceId, isOnline })
  }
  expect(notes({}, 'pi-1', true)[0]?.en).toContain('choose another id')
  expect(notes({}, 'pi-1', false)).toEqual([])
  expect(notes({ executor: 'yes', 'executor-id': 'pi-1' }, 'pi-1', true)).toEqual([])
})
